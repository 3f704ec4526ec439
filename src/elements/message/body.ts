import { html, type TemplateResult } from 'lit';
import { emojiOnlyCount } from '../../domain/emoji.js';
import type { Content, ContentKind, Message } from '../../domain/message.js';
import { textView } from '../shared/text-view.js';
import type { MessageContext } from './message-context.js';
import { parsedText } from './parsed-text.js';

/** A body's own part of a bubble, and the form that the bubble takes around it. */
export interface Body {
  readonly form: 'plain' | 'media' | 'media sound' | 'card' | 'bare';
  readonly view: TemplateResult;
}

/** What a body is drawn from; `meta` stands at the end of its last line. */
export interface BodyParts<C extends Content = Content> {
  readonly content: C;
  readonly message: Message;
  readonly context: MessageContext;
  readonly meta: TemplateResult;
}

export type BodyView<K extends ContentKind> = (parts: BodyParts<Extract<Content, { kind: K }>>) => Body;

/** The kinds that are more than words; their bodies are fetched late. */
export type RichKind =
  | 'image'
  | 'video'
  | 'audio'
  | 'document'
  | 'sticker'
  | 'location'
  | 'contacts'
  | 'interactive'
  | 'template'
  | 'choice'
  | 'form-answer'
  | 'call-permission'
  | 'order'
  | 'unsupported';

/** Formatted text with time and state on its last line; one to three emojis alone are large. */
export function textBody(
  text: string,
  context: MessageContext,
  meta: TemplateResult,
  standIns?: ReadonlyMap<string, TemplateResult>,
): TemplateResult {
  const count = emojiOnlyCount(text);
  const size = count >= 1 && count <= 3 ? 'text emoji-only' : 'text';
  return html`<div class=${size}>
    ${textView(parsedText(text), {
      customEmojis: context.customEmojis,
      highlight: context.highlight,
      standIns,
      trailing: meta,
      linkTab: context.innerTab,
    })}
  </div>`;
}
