import type { Message } from '../domain/message.js';
import type { SessionPhase } from '../domain/session.js';
import type { AgentConfig } from './config.js';
import { refusal, type Refusal } from './decision-draft.js';
import type { MessageRecord } from './message-list.js';
import { conversationOf, ownersOf, type ConversationState, type DeskState, type SessionState } from './state.js';

/** A session that an agent may act on. */
export interface OwnSession {
  readonly session: SessionState;
  readonly conversation: ConversationState;
}

export type Access<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

function no<T>(...parts: Parameters<typeof refusal>): Access<T> {
  return { ok: false, refusal: refusal(...parts) };
}

/** The session, if it is on this agent's desk and in one of the phases. */
export function ownSession(
  state: DeskState,
  agent: AgentConfig,
  sessionId: string,
  phases: readonly SessionPhase[] = ['engaged', 'wrap-up'],
): Access<OwnSession> {
  const session = state.sessions.get(sessionId);
  const conversation = session && conversationOf(state, session.session);
  if (!session || !conversation) return no('not-found', `There is no session ${sessionId}.`);
  const { phase, agents } = session.session;
  if (!ownersOf(state, sessionId).includes(agent.id)) {
    const was = phase === 'ended' && agents.some((one) => one.id === agent.id);
    return was
      ? no('wrong-phase', 'The session has ended.')
      : no('not-yours', "The session is not on this agent's desk.");
  }
  if (phases.includes(phase)) return { ok: true, value: { session, conversation } };
  return no('wrong-phase', `The session is in the phase ${phase}; this is possible in ${phases.join(', ')}.`);
}

/** A message of the session's contact on the session's channel, in this session or an earlier one. */
export function messageIn(state: DeskState, { conversation }: OwnSession, messageId: string): Access<MessageRecord> {
  const record = state.messages.get(messageId);
  const belongs = record && isOf(state, record.message, conversation);
  return belongs
    ? { ok: true, value: record }
    : no('not-found', `There is no message ${messageId} in this conversation.`);
}

/** A message of a session that is on this agent's desk, engaged or in wrap-up. */
export function ownMessage(
  state: DeskState,
  agent: AgentConfig,
  { sessionId, messageId }: { readonly sessionId: string; readonly messageId: string },
): Access<OwnSession & { readonly record: MessageRecord }> {
  const own = ownSession(state, agent, sessionId);
  if (!own.ok) return own;
  const record = messageIn(state, own.value, messageId);
  return record.ok ? { ok: true, value: { ...own.value, record: record.value } } : record;
}

function isOf(state: DeskState, message: Message, conversation: ConversationState): boolean {
  const session = state.sessions.get(message.sessionId);
  return session !== undefined && conversationOf(state, session.session) === conversation;
}

/** May this agent look at a stored medium: is it in a message of a contact with whom the agent has a session? */
export function canSeeMedia(state: DeskState, agentId: string, mediaId: string): boolean {
  const contacts = new Set(
    [...(state.agents.get(agentId)?.sessionIds ?? [])].map((id) => state.sessions.get(id)?.session.contact.id),
  );
  return (state.mediaUses.get(mediaId) ?? []).some((messageId) => {
    const sessionId = state.messages.get(messageId)?.message.sessionId;
    const contactId = sessionId === undefined ? undefined : state.sessions.get(sessionId)?.session.contact.id;
    return contactId !== undefined && contacts.has(contactId);
  });
}
