import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { arrowUpDownIcon, historyIcon } from '../shared/icons.js';
import type { Icon } from '../shared/icon.js';
import { DELIVERY_ICONS, deliveryLook } from './delivery-state.js';
import type { MessageContext, MessagePlace } from './message-context.js';

/** Was the message on its way longer than the desk calls a delay (SPEC B2)? */
export function isDelayed(message: Message, context: MessageContext): boolean {
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
  const words = strings.transcript;
  const origin = time.time(message.originAt);
  if (isOutOfOrder(message, place)) {
    const why = words.outOfOrder(time.dateTime(message.originAt), time.dateTime(message.arrivedAt));
    return markedTime('out-of-order', arrowUpDownIcon, origin, why, context.innerTab);
  }
  if (isDelayed(message, context))
    return markedTime(
      'delayed',
      historyIcon,
      origin,
      words.delayed(time.dateTime(message.arrivedAt)),
      context.innerTab,
    );
  return html`<time>${message.author.kind === 'contact' ? time.time(message.arrivedAt) : origin}</time>`;
}

/** A time with something to tell: its tip shows under a pointer, on focus and on touch. */
function markedTime(name: string, sign: Icon, at: string, why: string, innerTab: 0 | -1): TemplateResult {
  return html`<button class="told ${name}" type="button" aria-label=${`${at}. ${why}`} tabindex=${innerTab}>
    <time>${at}</time>${sign({ size: 'small' })}<span class="tip">${why}</span>
  </button>`;
}

function stateOf(message: Message, context: MessageContext): TemplateResult | typeof nothing {
  const look = deliveryLook(message);
  if (!look) return nothing;
  const words = context.strings.transcript.delivery[look];
  return html`<span class="state ${look}" title=${words}
    >${DELIVERY_ICONS[look]({ size: 'small' })}<span class="contrast-words">${words}</span></span
  >`;
}
