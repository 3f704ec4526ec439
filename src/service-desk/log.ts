import type { Contact } from '../domain/contact.js';
import type { Delivery } from '../domain/delivery.js';
import type { Session } from '../domain/session.js';
import type { EventEnvelope } from '../protocol/events.js';

/** Facts that only the service desk itself needs: they are in its log and never go to a desk. */
export type PrivateEvent =
  | { readonly type: 'contact.noted'; readonly contact: Contact }
  /** A session began, in its channel's queue. */
  | { readonly type: 'session.opened'; readonly session: Session }
  /** The session went back to the queue; the agent who let it pass is passed over until then (epoch milliseconds). */
  | {
      readonly type: 'session.queued';
      readonly sessionId: string;
      readonly passedBy?: string;
      readonly passOverUntil?: number;
    }
  /** A reaction, edit or deletion of the contact was put on its message, and needs not be again. */
  | {
      readonly type: 'inbound.applied';
      readonly channelId: string;
      readonly providerId: string;
      readonly messageId: string;
    }
  /** A command was done; `fingerprint` tells a repeat from another command that wrongly uses its id. */
  | {
      readonly type: 'command.done';
      readonly agentId: string;
      readonly commandId: string;
      readonly fingerprint: string;
    }
  /** WhatsApp told the status of a message before it told the message's id. */
  | {
      readonly type: 'status.parked';
      readonly channelId: string;
      readonly providerId: string;
      readonly delivery: Delivery;
    }
  /** WhatsApp asked to wait before the message is sent (again). */
  | { readonly type: 'send.delayed'; readonly messageId: string; readonly until: number }
  | {
      readonly type: 'session.seen';
      readonly agentId: string;
      readonly sessionId: string;
      readonly messageId: string;
    }
  /** A reaction or a read mark has reached WhatsApp, or never will. */
  | { readonly type: 'errand.finished'; readonly errandId: string };

/** The stream of the private facts. */
export const PRIVATE_STREAM = 'desk';

export interface PrivateEnvelope {
  readonly stream: typeof PRIVATE_STREAM;
  readonly epoch: string;
  readonly seq: number;
  readonly at: number;
  readonly causeId?: string;
  readonly event: PrivateEvent;
}

/** One line of the log: everything that the service desk knows can be rebuilt from these in order. */
export type LogEnvelope = EventEnvelope | PrivateEnvelope;

export type LogEvent = LogEnvelope['event'];

export function isPublic(envelope: LogEnvelope): envelope is EventEnvelope {
  return envelope.stream !== PRIVATE_STREAM;
}
