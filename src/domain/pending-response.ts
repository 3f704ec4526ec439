/** How urgently the contact waits: SPEC F1's green, yellow and red. */
export type PendingLevel = 'none' | 'waiting' | 'late' | 'overdue';

/** The two intervals of `pending-response-to-customer`, in milliseconds since the first unanswered message. */
export interface PendingThresholds {
  readonly lateAfterMs: number;
  readonly overdueAfterMs: number;
}

/** The level at `now`; `since` is when the first unanswered message arrived (both epoch milliseconds, server clock). */
export function pendingLevel(since: number | undefined, now: number, thresholds: PendingThresholds): PendingLevel {
  if (since === undefined) return 'none';
  const waited = now - since;
  if (waited >= thresholds.overdueAfterMs) return 'overdue';
  return waited >= thresholds.lateAfterMs ? 'late' : 'waiting';
}
