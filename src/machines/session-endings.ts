import type { OfferWithdrawal, SessionEndReason } from '../domain/session.js';

/** What becomes of an offer that is withdrawn. */
export const WITHDRAWN: Readonly<Record<OfferWithdrawal, SessionEndReason>> = {
  timeout: 'missed',
  taken: 'taken',
  'contact-left': 'contact-left',
  cancelled: 'cancelled',
  rejected: 'rejected',
};
