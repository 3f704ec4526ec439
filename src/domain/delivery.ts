import type { WhatsAppProblem } from './errors.js';

/**
 * How far a message to the contact has come. `unknown` means that WhatsApp may or may not have taken it: it is never sent
 * again automatically.
 */
export type DeliveryStatus =
  'queued' | 'sending' | 'unknown' | 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed';

/** The delivery of one message, as the server knows it. */
export interface Delivery {
  readonly status: DeliveryStatus;
  /** Epoch milliseconds of the last rise. */
  readonly at: number;
  readonly problem?: WhatsAppProblem;
  /** WhatsApp holds it back (template pacing or quality check) although it accepted it. */
  readonly held?: 'quality' | 'paused';
  /** The agent looked at an unknown outcome and decided that it had arrived. */
  readonly settledByAgent?: boolean;
}

const RANK: Readonly<Record<Exclude<DeliveryStatus, 'failed'>, number>> = {
  queued: 0,
  sending: 1,
  unknown: 2,
  accepted: 3,
  sent: 4,
  delivered: 5,
  read: 6,
  played: 7,
};

/**
 * The delivery after `next` was heard: status only rises, `failed` beats everything up to `sent`, and a late
 * `sent`/`delivered`/`read` repairs a failure or an unknown outcome (WhatsApp gives statuses in any order).
 */
export function riseTo(current: Delivery | undefined, next: Delivery): Delivery {
  if (!current) return next;
  if (next.status === 'failed') return current.status === 'failed' || RANK[current.status] > RANK.sent ? current : next;
  if (current.status === 'failed') return RANK[next.status] >= RANK.delivered ? next : current;
  return RANK[next.status] > RANK[current.status] ? next : current;
}
