import type { Message } from '../../domain/message.js';
import { authorName } from './author-line.js';
import { contentSummary } from './content-summary.js';
import { deliveryLook } from './delivery-state.js';
import type { MessageContext } from './message-context.js';
import { isDelayed } from './meta-line.js';

/** The accessible name of a message: who, what, when, and how far it has come. */
export function messageLabel(message: Message, context: MessageContext): string {
  const look = deliveryLook(message);
  const words = context.strings.transcript;
  const parts = [
    `${authorName(message, context)}: ${message.revokedAt === undefined ? contentSummary(message.content, context.strings) : words.revoked}`,
    context.time.time(message.originAt),
  ];
  if (isDelayed(message, context)) parts.push(words.delayed(context.time.dateTime(message.arrivedAt)));
  const unsent = context.unsent(message);
  if (unsent === 'stale' || unsent === 'unconfirmed') parts.push(words.unsent[unsent]);
  else if (look) parts.push(words.delivery[look]);
  return parts.join(', ');
}
