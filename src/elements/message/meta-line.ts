import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { arrowUpDownIcon, historyIcon } from '../shared/icons.js';
import { DELIVERY_ICONS, deliveryLook } from './delivery-state.js';
import type { MessageContext, MessagePlace } from './message-context.js';

/** Was the message on its way longer than the desk calls a delay (SPEC B2)? */
function isDelayed(message: Message, context: MessageContext): boolean {
  return (
    message.author.kind === 'contact' &&
    context.delayAfterMs > 0 &&
    message.arrivedAt - message.originAt > context.delayAfterMs
  );
}

/** Does its time contradict its place (SPEC B3): put in late, or written after it arrived? */
function isOutOfOrder(message: Message, place: Pick<MessagePlace, 'late'>): boolean {
  // WhatsApp's times are whole seconds, so less than one more proves nothing.
  return place.late || (message.author.kind === 'contact' && message.originAt - message.arrivedAt >= 1000);
}

/** Time and state, at the end of a message's last line. */
export function metaLine(message: Message, context: MessageContext, place: MessagePlace): TemplateResult {
  const words = context.strings.transcript;
  return html`<span class="meta"
    >${message.editedAt === undefined ? nothing : html`<i>${words.edited}</i>`}${timeOf(
      message,
      context,
      place,
    )}${stateOf(message, context)}</span
  >`;
}

function timeOf(message: Message, context: MessageContext, place: MessagePlace): TemplateResult {
  const { strings, time } = context;
  const delayed = isDelayed(message, context);
  if (isOutOfOrder(message, place)) {
    const why = strings.transcript.outOfOrder(time.dateTime(message.originAt), time.dateTime(message.arrivedAt));
    return html`<span class="out-of-order" title=${why} tabindex=${context.innerTab}
      >${arrowUpDownIcon({ size: 'small' })}<time>${time.time(message.originAt)}</time></span
    >`;
  }
  if (delayed) {
    const why = strings.transcript.delayed(time.dateTime(message.arrivedAt));
    return html`<span class="delayed" title=${why} tabindex=${context.innerTab}
      ><time>${time.time(message.originAt)}</time>${historyIcon({ size: 'small' })}</span
    >`;
  }
  return html`<time>${time.time(message.author.kind === 'contact' ? message.arrivedAt : message.originAt)}</time>`;
}

function stateOf(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  const look = deliveryLook(message);
  if (!look) return nothing;
  const words = context.strings.transcript.delivery[look];
  return html`<span class="state ${look}" title=${words}
    >${DELIVERY_ICONS[look]({ size: 'small' })}<span class="contrast-words">${words}</span></span
  >`;
}
