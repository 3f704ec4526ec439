import { html, nothing, type TemplateResult } from 'lit';
import type { Content, Message } from '../../domain/message.js';
import type { ShownMedium } from '../attachment/shown-medium.js';
import { authorName } from './author-line.js';
import { textBody, type Body, type BodyParts } from './body.js';
import type { MessageContext } from './message-context.js';

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
    .animated=${content.kind === 'sticker' && content.animated === true}
    .label=${labelOf(content, message, context)}
    .caption=${captionOf(content)}
    .messageId=${message.id}
    .lease=${context.media}
    .beside=${context.mediaBeside}
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

/** The picture or film of a message, for the large view; nothing where it has none that is there. */
export function shownMedium(message: Message, context: MessageContext): ShownMedium | undefined {
  const { id, content } = message;
  if ((content.kind !== 'image' && content.kind !== 'video') || content.media.state !== undefined) return undefined;
  const { kind, media, caption } = content;
  const label = labelOf(content, message, context);
  return { messageId: id, kind, media, label, ...(caption === undefined ? {} : { caption }) };
}

function labelOf(content: MediaContent, message: Message, context: MessageContext): string {
  const { media, kinds } = context.strings.transcript;
  const name = authorName(message, context);
  const time = context.time.time(message.originAt);
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
