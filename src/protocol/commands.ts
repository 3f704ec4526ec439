import type { Content, Quote } from '../domain/message.js';

/**
 * Wishes of an agent. `id` is made by the client: the same id twice is done once, with other content it is refused
 * (`id-reused`). A message's id is its draft's id and is the message's key for life.
 */
export type Command =
  | {
      readonly type: 'presence.set';
      readonly id: string;
      readonly channelId?: string;
      readonly ready: boolean;
      readonly reason?: string;
    }
  | { readonly type: 'offer.accept'; readonly id: string; readonly offerId: string }
  | { readonly type: 'offer.reject'; readonly id: string; readonly offerId: string; readonly reason?: string }
  | {
      readonly type: 'message.send';
      readonly id: string;
      readonly sessionId: string;
      readonly content: Content;
      readonly quote?: Quote;
      readonly resendOf?: string;
    }
  /** An empty emoji takes the agent's reaction away. */
  | {
      readonly type: 'message.react';
      readonly id: string;
      readonly sessionId: string;
      readonly messageId: string;
      readonly emoji: string;
    }
  /** The agent's decision on an unknown outcome: it arrived. (Sending again is a new message that names the old one.) */
  | { readonly type: 'message.settle'; readonly id: string; readonly sessionId: string; readonly messageId: string }
  /** Asks the server to fetch a medium from WhatsApp once more. */
  | { readonly type: 'media.refetch'; readonly id: string; readonly sessionId: string; readonly messageId: string }
  /** The agent has seen everything up to this message. */
  | { readonly type: 'session.read'; readonly id: string; readonly sessionId: string; readonly messageId: string }
  | { readonly type: 'session.wrap-up'; readonly id: string; readonly sessionId: string }
  | { readonly type: 'session.set-note'; readonly id: string; readonly sessionId: string; readonly note: string }
  | { readonly type: 'session.set-disposition'; readonly id: string; readonly sessionId: string; readonly code: string }
  | { readonly type: 'session.done'; readonly id: string; readonly sessionId: string };

/** The command of one type. */
export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

export type RefusalCode =
  | 'id-reused'
  | 'invalid'
  | 'not-found'
  | 'not-yours'
  | 'not-allowed'
  | 'offer-gone'
  | 'at-capacity'
  | 'wrong-phase'
  | 'window-closed'
  | 'limit-exceeded'
  | 'disposition-missing'
  | 'too-many-requests'
  | 'not-supported'
  | 'unavailable';

/**
 * What became of a wish. `unconfirmed`: the answer never came, so nobody here knows; it is settled by `sync`, and sending
 * the same id again is safe.
 */
export type Outcome<T = undefined> =
  | { readonly type: 'done'; readonly value: T }
  | {
      readonly type: 'refused';
      readonly code: RefusalCode;
      /** For developers: what, where and what to do. */
      readonly message?: string;
      readonly retryable: boolean;
      readonly retryAfterMs?: number;
    }
  | { readonly type: 'unconfirmed' };
