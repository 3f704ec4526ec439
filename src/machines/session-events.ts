import type { PendingThresholds } from '../domain/pending-response.js';
import type { ServiceWindow } from '../domain/service-window.js';
import type { OfferWithdrawal, SessionEndReason } from '../domain/session.js';

/** The agent's wishes that change where a session stands. */
export type SessionWish = 'accept' | 'reject' | 'wrap-up' | 'done';

/** What the session machine needs from the desk around it. */
export interface SessionPorts {
  /** Tells the other side of a wish; its answer comes as `wish.refused` or `wish.unconfirmed`, or as the fact itself. */
  perform(wish: SessionWish): void;
  /** Asks for what may have been missed. */
  askSync(): void;
  isOnline(): boolean;
  isInView(): boolean;
  /** Is a message still on its way out? */
  hasUnsent(): boolean;
  /** Epoch milliseconds, server clock. */
  now(): number;
}

export interface SessionInput extends SessionPorts {
  readonly phase: 'offered' | 'engaged' | 'wrap-up';
  /** When the offer ends, while the session is offered. */
  readonly expiresAt?: number;
  readonly window: ServiceWindow;
  readonly pendingSince?: number;
  readonly thresholds: PendingThresholds;
  readonly dispositionMissing: boolean;
}

export type SessionContext = SessionInput;

export type SessionMachineEvent =
  | { readonly type: 'offer.accept' | 'offer.reject' }
  | { readonly type: 'offer.withdrawn'; readonly reason: OfferWithdrawal }
  | { readonly type: 'session.assigned' }
  | { readonly type: 'session.removed'; readonly reason: SessionEndReason }
  | { readonly type: 'session.wrap-up' | 'session.finish' }
  | { readonly type: 'wrap-up.started' | 'wrap-up.cancelled' }
  | { readonly type: 'wish.refused'; readonly retryable: boolean }
  | { readonly type: 'wish.unconfirmed' }
  | { readonly type: 'disposition.changed'; readonly missing: boolean }
  | { readonly type: 'window.changed'; readonly window: ServiceWindow }
  | { readonly type: 'pending.changed'; readonly since?: number }
  | { readonly type: 'thresholds.changed'; readonly thresholds: PendingThresholds }
  /** The server's clock stands elsewhere than thought: every timer is set anew. */
  | { readonly type: 'clock.changed' }
  | { readonly type: 'session.seen' | 'session.left' }
  | { readonly type: 'contact.typing' | 'contact.wrote' };
