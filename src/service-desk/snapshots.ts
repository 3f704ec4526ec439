import { WaError } from '../domain/errors.js';
import type { EventEnvelope } from '../protocol/events.js';
import type { ResumePoint, StreamId, StreamPosition } from '../protocol/streams.js';
import {
  PROTOCOL_VERSION,
  type AgentSnapshot,
  type SessionSnapshot,
  type Sync,
  type Welcome,
} from '../protocol/transport.js';
import { agentOf, capabilitiesFor, type AgentConfig, type ServiceDeskConfig } from './config.js';
import { presenceOf } from './presence.js';
import { agentStream, conversationOf, sessionStream, type DeskState } from './state.js';

/** So many of a session's newest messages come with its snapshot. */
export const SNAPSHOT_MESSAGES = 50;

/** Whoever has missed more events of one stream than this gets a snapshot instead. */
export const SYNC_EVENTS = 500;

/** What snapshots are made of. */
export interface View {
  readonly state: DeskState;
  readonly config: ServiceDeskConfig;
  readonly epoch: string;
}

/** Reads the events of one stream after a number, up to and with another, in order. */
export type ReadEvents = (stream: StreamId, after: number, upTo: number) => readonly EventEnvelope[];

/** The agent, if it may use the desk; else a `WaError` (`not-allowed`). */
export function deskUser(config: ServiceDeskConfig, agentId: string): AgentConfig {
  const agent = agentOf(config, agentId);
  if (agent?.permissions.includes('canUse')) return agent;
  throw new WaError('not-allowed', `The agent ${agentId} is unknown or lacks the permission canUse.`);
}

function positionOf({ state, epoch }: View, stream: StreamId): StreamPosition {
  return { epoch, seq: state.heads.get(stream) ?? 0 };
}

function sessionIdsOf({ state }: View, agentId: string): readonly string[] {
  return [...(state.agents.get(agentId)?.sessionIds ?? [])];
}

function agentSnapshot(view: View, agent: AgentConfig): AgentSnapshot {
  const known = view.state.agents.get(agent.id);
  const offers = [...(known?.offerIds ?? [])].map((id) => view.state.offers.get(id)?.offer);
  return {
    position: positionOf(view, agentStream(agent.id)),
    presence: { channels: presenceOf(view.config, agent, known) },
    offers: offers.filter((offer) => offer !== undefined),
    sessionIds: sessionIdsOf(view, agent.id),
  };
}

function sessionSnapshot(view: View, agent: AgentConfig, sessionId: string): SessionSnapshot {
  const found = view.state.sessions.get(sessionId);
  if (!found) throw new WaError('contract-violated', `There is no session ${sessionId}.`);
  const { session, messages, readUpTo } = found;
  const first = messages.size - SNAPSHOT_MESSAGES;
  return {
    position: positionOf(view, sessionStream(sessionId)),
    session,
    capabilities: capabilitiesFor(view.config, agent),
    messages: messages.slice(first, messages.size),
    hasOlder: first > 0 || (conversationOf(view.state, session)?.messages.size ?? 0) > messages.size,
    ...(readUpTo === undefined ? {} : { readUpTo }),
  };
}

export function welcome(view: View, agentId: string, now: number): Welcome {
  const agent = deskUser(view.config, agentId);
  return {
    protocol: PROTOCOL_VERSION,
    agent: { id: agent.id, name: agent.name },
    serverTime: now,
    options: view.config.options,
    notReadyReasons: view.config.notReadyReasons,
    desk: agentSnapshot(view, agent),
    sessions: sessionIdsOf(view, agentId).map((id) => sessionSnapshot(view, agent, id)),
  };
}

/** The newest position of each stream that an agent hears. */
export function heads(view: View, agentId: string): Readonly<Record<string, StreamPosition>> {
  const streams = [agentStream(agentId), ...sessionIdsOf(view, agentId).map(sessionStream)];
  return Object.fromEntries(streams.map((stream) => [stream, positionOf(view, stream)]));
}

/** The events that were missed, or undefined where only a snapshot can help. */
function missed(view: View, stream: StreamId, from: StreamPosition | undefined, read: ReadEvents) {
  const head = positionOf(view, stream);
  const behind = head.seq - (from?.seq ?? 0);
  if (from?.epoch !== head.epoch || behind < 0 || behind > SYNC_EVENTS) return undefined;
  return behind === 0 ? [] : read(stream, from.seq, head.seq);
}

/** What an agent has missed since `from`. */
export function syncFrom(view: View, agentId: string, from: ResumePoint, now: number, read: ReadEvents): Sync {
  const agent = deskUser(view.config, agentId);
  const mine = sessionIdsOf(view, agentId);
  const ownStream = agentStream(agentId);
  const ofAgent = missed(view, ownStream, from.streams[ownStream], read);
  const ofSessions = mine.map((id) => {
    const stream = sessionStream(id);
    return { id, events: missed(view, stream, from.streams[stream], read) };
  });
  const known = Object.keys(from.streams).filter((stream) => stream.startsWith('session:'));
  return {
    serverTime: now,
    events: [...(ofAgent ?? []), ...ofSessions.flatMap(({ events }) => events ?? [])],
    ...(ofAgent ? {} : { desk: agentSnapshot(view, agent) }),
    sessions: ofSessions.filter(({ events }) => !events).map(({ id }) => sessionSnapshot(view, agent, id)),
    gone: known.map((stream) => stream.slice('session:'.length)).filter((id) => !mine.includes(id)),
  };
}
