import type { Author, Content, Message, Reaction } from '../domain/message.js';
import type { Contact } from '../domain/contact.js';
import type { Delivery } from '../domain/delivery.js';
import type { ServiceWindow } from '../domain/service-window.js';
import type {
  Agent,
  Capabilities,
  Disposition,
  Offer,
  OfferWithdrawal,
  Session,
  SessionEndReason,
} from '../domain/session.js';
import type { StreamId } from './streams.js';

/** Whether an agent is offered sessions, for each channel (SPEC K1). */
export interface Presence {
  readonly channels: readonly ChannelPresence[];
}

export interface ChannelPresence {
  readonly channelId: string;
  readonly channelName: string;
  readonly ready: boolean;
  /** Why not, as one of the server's reasons; absent when ready. */
  readonly reason?: string;
}

/** Facts in the stream of one agent. */
export type AgentEvent =
  | { readonly type: 'offer.made'; readonly offer: Offer }
  | {
      readonly type: 'offer.withdrawn';
      readonly offerId: string;
      readonly sessionId: string;
      readonly reason: OfferWithdrawal;
    }
  | { readonly type: 'session.assigned'; readonly session: Session; readonly capabilities: Capabilities }
  | { readonly type: 'session.removed'; readonly sessionId: string; readonly reason: SessionEndReason }
  | { readonly type: 'presence.changed'; readonly presence: Presence };

/** Facts in the stream of one session. */
export type SessionEvent =
  | { readonly type: 'message.added'; readonly message: Message }
  | {
      readonly type: 'message.delivery';
      readonly messageId: string;
      readonly delivery: Delivery;
      readonly providerId?: string;
    }
  | { readonly type: 'message.reacted'; readonly messageId: string; readonly reaction: Reaction }
  | { readonly type: 'message.edited'; readonly messageId: string; readonly content: Content; readonly at: number }
  | { readonly type: 'message.revoked'; readonly messageId: string; readonly at: number }
  /** A medium was stored, or could not be: the content with its new handle. */
  | { readonly type: 'message.media'; readonly messageId: string; readonly content: Content }
  | { readonly type: 'window.changed'; readonly window: ServiceWindow }
  | { readonly type: 'pending.changed'; readonly since?: number }
  | { readonly type: 'capabilities.changed'; readonly capabilities: Capabilities }
  | { readonly type: 'contact.changed'; readonly contact: Contact }
  | { readonly type: 'case-data.changed'; readonly caseData: Readonly<Record<string, string>> }
  | { readonly type: 'agent.joined'; readonly agent: Agent }
  | { readonly type: 'agent.left'; readonly agent: Agent }
  | { readonly type: 'wrap-up.started'; readonly by: Author }
  /** The contact wrote again during the wrap-up: the session is engaged as before, with the same agent. */
  | { readonly type: 'wrap-up.cancelled'; readonly by: Author }
  | { readonly type: 'note.set'; readonly note: string }
  | { readonly type: 'disposition.set'; readonly disposition: Disposition }
  | { readonly type: 'session.ended'; readonly reason: SessionEndReason; readonly at: number };

export type DeskEvent = AgentEvent | SessionEvent;

/** A fact with its place: `seq` has no holes within its stream and epoch, `at` is the server's clock in epoch milliseconds. */
export interface EventEnvelope<E extends DeskEvent = DeskEvent> {
  readonly stream: StreamId;
  readonly epoch: string;
  readonly seq: number;
  readonly at: number;
  /** The command that caused it, so that its sender knows that it is done. */
  readonly causeId?: string;
  readonly event: E;
}

/** News that may be lost without harm: no number, no memory. */
export type EphemeralNews =
  | { readonly type: 'contact.typing'; readonly sessionId: string }
  | { readonly type: 'agent.typing'; readonly sessionId: string; readonly agent: Agent };
