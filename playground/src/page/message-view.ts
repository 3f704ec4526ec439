import { html, type TemplateResult } from 'lit';
import { markupToPlainText, parseMarkup } from 'wa-desk/domain';
import type { PhoneMessage } from '../stand-in/phone-types.js';
import { interactiveView } from './interactive-view.js';
import { icon } from './icons.js';
import { at, listAt, textAt } from './json.js';
import { markup } from './markup.js';
import { caption, fileView, picture, placeView, urlOf, videoView, type MessageSurroundings } from './media-view.js';
import { templateView } from './template-view.js';

type View = (content: unknown, around: MessageSurroundings, message: PhoneMessage) => TemplateResult;

const VIEWS: Readonly<Record<string, View>> = {
  text: (content) => markup(textAt(content, 'body') ?? ''),
  image: (content, around) => picture(content, around),
  sticker: (content, around) => picture(content, around),
  video: (content, around) => videoView(content, around),
  audio: (content, around) =>
    html`<audio controls preload="metadata" src=${urlOf(content, around)} @play=${around.played}></audio>`,
  document: (content, around) => fileView(content, around),
  location: (content) => placeView(content),
  contacts: (content) => html`${listAt({ content }, 'content').map(contactCard)}`,
  interactive: interactiveView,
  template: (_content, around, message) => templateView(message, around),
  button: (content) => html`<p>${textAt(content, 'text')}</p>`,
  order: (content) =>
    html`<p class="line">${icon('shopping-cart')} Order of ${listAt(content, 'product_items').length} items</p>
      ${caption({ caption: at(content, 'text') })}`,
};

/** The inside of a bubble. */
export function messageView(message: PhoneMessage, around: MessageSurroundings): TemplateResult {
  if (message.revoked) return html`<p class="line gone">${icon('ban')} This message was deleted</p>`;
  const view = Object.hasOwn(VIEWS, message.type) ? VIEWS[message.type] : undefined;
  return view
    ? view(message.content, around, message)
    : html`<p class="line gone">A message of the type ${message.type}</p>`;
}

/** The words of a message without their marks, for a quote of it. */
export function plainWords(message: PhoneMessage): string {
  return markupToPlainText(parseMarkup(messageWords(message)));
}

/** The words of a message as they were written, or what stands for them. */
export function messageWords({ type, content, rendered }: PhoneMessage): string {
  const words =
    textAt(content, 'body') ?? textAt(content, 'body', 'text') ?? textAt(content, 'caption') ?? textAt(content, 'name');
  return rendered?.body ?? words ?? type;
}

function contactCard(card: unknown): TemplateResult {
  const phone = textAt(card, 'phones', 0, 'phone');
  return html`<p class="line">
    ${icon('contact-round')}
    <span><strong>${textAt(card, 'name', 'formatted_name')}</strong><br /><span class="small">${phone}</span></span>
  </p>`;
}
