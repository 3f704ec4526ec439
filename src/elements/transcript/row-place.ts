import type { Message } from '../../domain/message.js';
import { isNotice } from '../message/notice-kinds.js';

/** Messages of one sender stand together while no more than this lies between them (milliseconds). */
const GROUP_MS = 2 * 60 * 1000;

/** What stands above a message in its transcript. */
export interface RowPlace {
  readonly startsGroup: boolean;
  readonly startsDay: boolean;
  readonly startsSession: boolean;
}

/** Where a message stands, given the one before it; `dayKey` names the calendar day of a time. */
export function rowPlace(message: Message, before: Message | undefined, dayKey: (at: number) => string): RowPlace {
  if (!before) return { startsDay: true, startsSession: false, startsGroup: true };
  const startsDay = dayKey(before.originAt) !== dayKey(message.originAt);
  const startsSession = before.sessionId !== message.sessionId;
  const apart = startsDay || startsSession || isNotice(message) || isNotice(before);
  return { startsDay, startsSession, startsGroup: apart || !sameGroup(message, before) };
}

function sameGroup(message: Message, before: Message): boolean {
  return (
    sender(message) === sender(before) &&
    message.internal === before.internal &&
    message.originAt - before.originAt <= GROUP_MS
  );
}

function sender({ author }: Message): string {
  if (author.kind === 'contact') return `contact ${author.contactId}`;
  return author.kind === 'agent' ? `agent ${author.agentId}` : author.kind;
}
