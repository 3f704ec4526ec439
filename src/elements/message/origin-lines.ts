import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { forwardIcon, smartphoneIcon } from '../shared/icons.js';
import { richBodies } from './late-parts.js';
import type { MessageContext } from './message-context.js';

/** Where a message came from, above its text: another channel, forwarded, an advertisement, a product's page. */
export function originLines(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  const { forwarded, referral, product } = message;
  const { strings, innerTab } = context;
  const channel = context.foreignChannel(message);
  if (!forwarded && !referral && !product && channel === undefined) return nothing;
  const words = strings.transcript;
  return html`${channel === undefined ? nothing : html`<p class="mark channel">${smartphoneIcon({ size: 'small' })}<bdi>${words.history.channel(channel)}</bdi></p>`}${
    forwarded ? html`<p class="mark">${forwardIcon({ size: 'small' })}${words.forwarded[forwarded]}</p>` : nothing
  }${richBodies.value?.sourceView(message, words, innerTab) ?? nothing}`;
}
