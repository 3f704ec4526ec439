import type { Message } from './message.js';

/** Longer than this behind the newest message, a late arrival is told as such (milliseconds). */
export const LATE_ARRIVAL_MS = 5000;

/** WhatsApp tells times in whole seconds, so no finer one may decide what came first: an answer would stand before its question. */
export function originSecond(time: number): number {
  return Math.floor(time / 1000);
}

/** What the place of a message follows from. */
type Placed = Pick<Message, 'id' | 'originAt' | 'seq'>;

/**
 * The place of a message in its transcript: by the second of its origin, then by the number its session's log gave it; messages
 * that only the outbox has come last, in the order of their time.
 */
export function compareMessages(a: Placed, b: Placed): number {
  if (a.seq === undefined || b.seq === undefined) {
    if (a.seq === b.seq) return a.originAt - b.originAt || compareIds(a.id, b.id);
    return a.seq === undefined ? 1 : -1;
  }
  return originSecond(a.originAt) - originSecond(b.originAt) || a.seq - b.seq || compareIds(a.id, b.id);
}

function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
