import { html, nothing, type TemplateResult } from 'lit';
import type { Content } from '../../domain/message.js';
import { authorName } from './author-line.js';
import { textBody, type Body, type BodyParts } from './body.js';

type MediaContent = Extract<Content, { kind: 'image' | 'video' | 'audio' | 'document' | 'sticker' }>;

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
    .label=${labelOf(content, authorName(message, context), context.time.time(message.originAt), context)}
    .lease=${context.media}
    .innerTab=${context.innerTab}
    .strings=${context.strings}
  ></wa-attachment>`;
  return {
    form: FORMS[content.kind],
    view: html`${attachment}${captionView(content, context, meta)}`,
  };
}

function captionView(content: MediaContent, context: BodyParts['context'], meta: TemplateResult): TemplateResult {
  const caption = 'caption' in content ? content.caption : undefined;
  return caption === undefined || caption === '' ? html`${nothing}${meta}` : textBody(caption, context, meta);
}

function labelOf(content: MediaContent, name: string, time: string, { strings }: BodyParts['context']): string {
  const { media, kinds } = strings.transcript;
  switch (content.kind) {
    case 'image':
      return media.photoFrom(name, time);
    case 'video':
      return media.videoFrom(name, time);
    case 'sticker':
      return media.stickerFrom(name);
    case 'audio':
      return content.voice ? kinds.voice : kinds.audio;
    case 'document':
      return kinds.document;
  }
}
