import type { Contact } from '../domain/contact.js';
import type { Delivery } from '../domain/delivery.js';
import type { ServiceWindow } from '../domain/service-window.js';
import type { Message } from '../domain/message.js';
import type { Offer, Session } from '../domain/session.js';
import type { ChannelPresence } from '../protocol/events.js';
import type { StreamId } from '../protocol/streams.js';
import { type MessageList, type MessageRecord } from './message-list.js';

export interface AgentState {
  readonly id: string;
  /** By channel id; a channel that is missing is one for which the agent has never been ready. */
  readonly presence: Map<string, ChannelPresence>;
  /** Since when the agent waits for work: became ready, was given a session, let one pass or finished one. */
  idleSince: number;
  readonly sessionIds: Set<string>;
  readonly offerIds: Set<string>;
}

export interface SessionState {
  session: Session;
  readonly messages: MessageList;
  /** The offer that stands. */
  offerId?: string;
  /** The offer by which its agent got it: accepting that again is no error. */
  acceptedOfferId?: string;
  /** Agents who let it pass, and until when they are passed over (epoch milliseconds). */
  readonly passedOver: Map<string, number>;
  /** The contact's messages that nobody has answered, oldest first. */
  readonly unanswered: { readonly seq: number; readonly at: number }[];
  /** The last message that its agent has seen. */
  readUpTo?: string;
}

/** Everything between one contact and one channel, over all sessions. */
export interface ConversationState {
  readonly channelId: string;
  readonly contactId: string;
  readonly sessionIds: string[];
  openSessionId?: string;
  readonly messages: MessageList;
  window: ServiceWindow;
  /** Messages that wait to be sent, in order. */
  readonly outbox: string[];
  /** The message that is being sent right now. */
  inFlightId?: string;
  /** The message whose outcome nobody knows: the next ones wait for it a while. */
  unknownId?: string;
  /** WhatsApp asked to wait until then (epoch milliseconds). */
  delayedUntil?: number;
}

export interface OfferState {
  readonly offer: Offer;
  readonly agentId: string;
}

/** Something small to tell WhatsApp, apart from messages; safe to repeat. */
export type Errand =
  | {
      readonly kind: 'react';
      readonly id: string;
      readonly sessionId: string;
      readonly messageId: string;
      readonly emoji: string;
    }
  | { readonly kind: 'mark-read'; readonly id: string; readonly sessionId: string; readonly messageId: string };

/**
 * What the service desk knows. It is changed in place by `evolve` alone, so that an event costs the same however much has
 * been said, and is a function of the log: the same events in the same order give the same state.
 */
export interface DeskState {
  /** The number of the last event of each stream. */
  readonly heads: Map<string, number>;
  readonly agents: Map<string, AgentState>;
  readonly contacts: Map<string, Contact>;
  readonly contactByUserId: Map<string, string>;
  readonly contactByPhone: Map<string, string>;
  readonly conversations: Map<string, ConversationState>;
  readonly sessions: Map<string, SessionState>;
  readonly messages: Map<string, MessageRecord>;
  /** Message ids by channel and WhatsApp's id. */
  readonly byProviderId: Map<string, string>;
  readonly offers: Map<string, OfferState>;
  /** The sessions that wait for an agent, by channel, the longest waiting first. */
  readonly queues: Map<string, string[]>;
  /** Fingerprints of the commands that were done, by command id. */
  readonly commands: Map<string, { readonly agentId: string; readonly fingerprint: string }>;
  /** Statuses that came before their messages, by channel and WhatsApp's id. */
  readonly parked: Map<string, Delivery[]>;
  /** The ids of reactions, edits and deletions that came before their messages, by channel and WhatsApp's id of the message. */
  readonly earlyChanges: Map<string, string[]>;
  readonly errands: Map<string, Errand>;
  /** Messages whose medium is still only at WhatsApp. */
  readonly mediaToFetch: Set<string>;
  /** The messages in which a stored medium is. */
  readonly mediaUses: Map<string, string[]>;
  /** Keys of the conversations in which a message waits to be sent. */
  readonly waiting: Set<string>;
}

export function emptyState(): DeskState {
  return {
    heads: new Map(),
    agents: new Map(),
    contacts: new Map(),
    contactByUserId: new Map(),
    contactByPhone: new Map(),
    conversations: new Map(),
    sessions: new Map(),
    messages: new Map(),
    byProviderId: new Map(),
    offers: new Map(),
    queues: new Map(),
    commands: new Map(),
    parked: new Map(),
    earlyChanges: new Map(),
    errands: new Map(),
    mediaToFetch: new Set(),
    mediaUses: new Map(),
    waiting: new Set(),
  };
}

/** One key of two ids. */
export function pairKey(first: string, second: string): string {
  return `${first}\n${second}`;
}

export function agentStream(agentId: string): StreamId {
  return `agent:${agentId}`;
}

export function sessionStream(sessionId: string): StreamId {
  return `session:${sessionId}`;
}

export function conversationOf(state: DeskState, session: Session): ConversationState | undefined {
  return state.conversations.get(pairKey(session.channel.id, session.contact.id));
}

export function messageByProviderId(
  state: DeskState,
  channelId: string,
  providerId: string,
): MessageRecord | undefined {
  const id = state.byProviderId.get(pairKey(channelId, providerId));
  return id === undefined ? undefined : state.messages.get(id);
}

/** The agents on whose desk a session is; one that has ended keeps its agents' names, but is on no desk. */
export function ownersOf(state: DeskState, sessionId: string): readonly string[] {
  const agents = state.sessions.get(sessionId)?.session.agents ?? [];
  return agents.map((agent) => agent.id).filter((id) => state.agents.get(id)?.sessionIds.has(sessionId));
}

/** The session in whose stream a fact about a message belongs: the open one, so that whoever has it hears it. */
export function homeIdOf(state: DeskState, message: Message): string {
  return homeOf(state, message)?.session.id ?? message.sessionId;
}

/** The session of `homeIdOf`. */
export function homeOf(state: DeskState, message: Message): SessionState | undefined {
  const own = state.sessions.get(message.sessionId);
  const openId = own && conversationOf(state, own.session)?.openSessionId;
  return openId === undefined ? own : state.sessions.get(openId);
}
