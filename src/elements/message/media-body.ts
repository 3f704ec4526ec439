import { html, nothing, type TemplateResult } from 'lit';
import { textBody, type Body, type BodyParts } from './body.js';
import { besideOf, labelOf, type MediaContent } from './media-beside.js';

const FORMS: Readonly<Record<MediaContent['kind'], Body['form']>> = {
  image: 'media',
  video: 'media',
  audio: 'media sound',
  document: 'media',
  sticker: 'bare',
};

/** A medium with its caption; the element loads it when it comes near the view. */
export function mediaBody({ content, message, context, meta }: BodyParts<MediaContent>): Body {
  const attachment = html`<wa-attachment
    kind=${content.kind}
    .media=${content.media}
    .fileName=${content.kind === 'document' ? content.fileName : undefined}
    .voice=${content.kind === 'audio' && content.voice === true}
    .animated=${content.kind === 'sticker' && content.animated === true}
    .label=${labelOf(content, message, context)}
    .caption=${captionOf(content)}
    .messageId=${message.id}
    .lease=${context.media}
    .beside=${besideOf(context)}
    .innerTab=${context.innerTab}
    .strings=${context.strings}
  ></wa-attachment>`;
  return {
    form: FORMS[content.kind],
    view: html`${attachment}${captionView(content, context, meta)}`,
  };
}

function captionView(content: MediaContent, context: BodyParts['context'], meta: TemplateResult): TemplateResult {
  const caption = captionOf(content);
  return caption === undefined || caption === '' ? html`${nothing}${meta}` : textBody(caption, context, meta);
}

function captionOf(content: MediaContent): string | undefined {
  return 'caption' in content ? content.caption : undefined;
}
