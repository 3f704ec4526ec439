import type { Message } from '../../domain/message.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import type { TimeFormat } from '../shared/time-format.js';
import { contentSummary } from '../message/content-summary.js';

/** What a screen reader says when a message arrives: who, what, when, without markup. */
export function announcement(message: Message, contact: string, strings: MessageStrings, time: TimeFormat): string {
  return strings.transcript.announcement(
    contact,
    contentSummary(message.content, strings),
    time.time(message.originAt),
  );
}
