import { html, nothing, type TemplateResult } from 'lit';
import type { PhoneMessage, RenderedButton, RenderedCard } from '../stand-in/phone-types.js';
import { icon } from './icons.js';
import { linkButton, tapButton } from './action-view.js';
import { markup } from './markup.js';
import { mediaHeader, type MessageSurroundings } from './media-view.js';

/** A template message with its parameters filled in and its buttons. */
export function templateView({ rendered }: PhoneMessage, around: MessageSurroundings): TemplateResult {
  if (!rendered) return html`<p class="line gone">A template that this phone cannot show</p>`;
  return html`${mediaHeader(rendered.header, around)}
    ${rendered.offer ? html`<p class="title">${rendered.offer.text}</p>` : nothing} ${markup(rendered.body)}
    ${rendered.footer === undefined ? nothing : html`<p class="small">${rendered.footer}</p>`}
    ${rendered.cards ? html`<div class="cards">${rendered.cards.map((card) => cardView(card, around))}</div>` : nothing}
    <div class="actions">${rendered.buttons.map((button) => buttonView(button, around))}</div>`;
}

function cardView(card: RenderedCard, around: MessageSurroundings): TemplateResult {
  return html`<div class="card">
    ${mediaHeader(card.header, around)} ${card.body === undefined ? nothing : markup(card.body)}
    <div class="actions">${card.buttons.map((button) => buttonView(button, around, card.index))}</div>
  </div>`;
}

function buttonView(button: RenderedButton, around: MessageSurroundings, card?: number): TemplateResult {
  const { type, text, index } = button;
  switch (type) {
    case 'QUICK_REPLY':
      return tapButton('reply', text, () => {
        around.tap({ kind: 'template-button', index, ...(card !== undefined && { card }) });
      });
    case 'URL':
      return linkButton(text, button.url);
    case 'PHONE_NUMBER':
      return linkButton(text, button.phoneNumber === undefined ? undefined : `tel:${button.phoneNumber}`);
    case 'FLOW':
      return tapButton('clipboard-list', text, () => {
        around.tap({ kind: 'flow', answers: { rating: '5', comment: 'All good' } });
      });
    case 'COPY_CODE':
      return tapButton('copy', text, () => void navigator.clipboard.writeText(button.code ?? ''));
    default:
      return html`<span class="action still">${icon('shopping-cart')} ${text}</span>`;
  }
}
