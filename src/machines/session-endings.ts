import type { OfferWithdrawal, SessionEndReason } from '../domain/session.js';

/** What becomes of an offer that is withdrawn. */
export const WITHDRAWN: Readonly<Record<OfferWithdrawal, SessionEndReason>> = {
  timeout: 'missed',
  taken: 'taken',
  'contact-left': 'contact-left',
  cancelled: 'cancelled',
  rejected: 'rejected',
};

/** Every way in which a session leaves a desk. */
export const END_REASONS = [
  'done',
  'rejected',
  'missed',
  'taken',
  'cancelled',
  'contact-left',
  'transferred',
  'parked',
  'taken-over',
  'failed',
] as const satisfies readonly SessionEndReason[];
