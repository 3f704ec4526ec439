import type { Delivery } from '../domain/delivery.js';
import type { Content, Message } from '../domain/message.js';
import { reactionsAfter } from '../domain/reactions.js';
import type { Session } from '../domain/session.js';
import type { SessionEvent } from '../protocol/events.js';
import { asksForAnswer, mediaOf, storedMediaIn } from './contents.js';
import { isChange } from './decide-changes.js';
import type { Handlers } from './handlers.js';
import { leaveQueue } from './queue.js';
import { conversationOf, pairKey, type ConversationState, type DeskState, type SessionState } from './state.js';

function change(state: DeskState, sessionId: string, parts: (session: Session) => Partial<Session>): void {
  const known = state.sessions.get(sessionId);
  if (known) known.session = { ...known.session, ...parts(known.session) };
}

function changeMessage(state: DeskState, id: string, parts: (message: Message) => Partial<Message>): void {
  const record = state.messages.get(id);
  if (record) record.message = { ...record.message, ...parts(record.message) };
}

function noteProviderId(state: DeskState, message: Message): void {
  if (message.providerId === undefined) return;
  const key = pairKey(message.channelId, message.providerId);
  state.byProviderId.set(key, message.id);
  state.parked.delete(key);
  state.earlyChanges.delete(key);
}

function noteEarlyChange(state: DeskState, { id, channelId, content }: Message): void {
  if (!isChange(content) || content.target.providerId === undefined) return;
  const key = pairKey(channelId, content.target.providerId);
  state.earlyChanges.set(key, [...(state.earlyChanges.get(key) ?? []), id]);
}

function noteMedia(state: DeskState, messageId: string, content: Content): void {
  for (const id of storedMediaIn(content)) state.mediaUses.set(id, [...(state.mediaUses.get(id) ?? []), messageId]);
  const media = mediaOf(content);
  if (!media) return;
  const isWanted = media.source.kind === 'provider' && (media.state === undefined || media.state === 'fetching');
  if (isWanted) state.mediaToFetch.add(messageId);
  else state.mediaToFetch.delete(messageId);
}

function noteOutgoing(state: DeskState, conversation: ConversationState, message: Message): void {
  if (message.delivery?.status !== 'queued') return;
  conversation.outbox.push(message.id);
  state.waiting.add(pairKey(conversation.channelId, conversation.contactId));
  // The agent decided to send it again, so nothing has to wait for the old one any more.
  if (message.resendOf !== undefined && message.resendOf === conversation.unknownId) delete conversation.unknownId;
}

function noteDelivery(
  state: DeskState,
  conversation: ConversationState,
  messageId: string,
  { status }: Delivery,
): void {
  const waits = conversation.outbox.indexOf(messageId);
  if (waits >= 0 && status !== 'queued') conversation.outbox.splice(waits, 1);
  if (conversation.outbox.length === 0) state.waiting.delete(pairKey(conversation.channelId, conversation.contactId));
  if (status === 'sending') {
    conversation.inFlightId = messageId;
    delete conversation.delayedUntil;
    return;
  }
  if (conversation.inFlightId === messageId) delete conversation.inFlightId;
  if (status === 'unknown') conversation.unknownId = messageId;
  else if (conversation.unknownId === messageId) delete conversation.unknownId;
}

function answered(session: SessionState, since: number | undefined): void {
  const open = session.unanswered;
  const keep = since === undefined ? -1 : open.findIndex((message) => message.at === since);
  open.splice(0, keep < 0 ? open.length : keep);
}

export const sessionHandlers: Handlers<SessionEvent> = {
  'message.added': (state, { message }, { owner, seq }) => {
    const session = state.sessions.get(owner);
    const conversation = session && conversationOf(state, session.session);
    if (!session || !conversation) return;
    const record = { message };
    state.messages.set(message.id, record);
    session.messages.add(record);
    conversation.messages.add(record);
    noteProviderId(state, message);
    noteEarlyChange(state, message);
    noteMedia(state, message.id, message.content);
    noteOutgoing(state, conversation, message);
    if (asksForAnswer(message)) session.unanswered.push({ seq, at: message.arrivedAt });
  },

  'message.delivery': (state, { messageId, delivery, providerId }, { owner }) => {
    changeMessage(state, messageId, () => ({ delivery, ...(providerId === undefined ? {} : { providerId }) }));
    const record = state.messages.get(messageId);
    const session = state.sessions.get(owner);
    const conversation = session && conversationOf(state, session.session);
    if (!record || !conversation) return;
    if (providerId !== undefined) noteProviderId(state, record.message);
    noteDelivery(state, conversation, messageId, delivery);
  },

  'message.reacted': (state, { messageId, reaction }, { owner, seq, causeId }) => {
    changeMessage(state, messageId, (message) => ({ reactions: reactionsAfter(message.reactions, reaction) }));
    if (reaction.author.kind !== 'agent') return;
    const id = causeId ?? `${owner}:${seq}`;
    state.errands.set(id, { kind: 'react', id, sessionId: owner, messageId, emoji: reaction.emoji });
  },

  'message.edited': (state, { messageId, content, at }) => {
    changeMessage(state, messageId, () => ({ content, editedAt: at }));
    noteMedia(state, messageId, content);
  },

  'message.revoked': (state, { messageId, at }) => {
    changeMessage(state, messageId, () => ({ revokedAt: at }));
  },

  'message.media': (state, { messageId, content }) => {
    changeMessage(state, messageId, () => ({ content }));
    noteMedia(state, messageId, content);
  },

  'window.changed': (state, { window }, { owner }) => {
    change(state, owner, () => ({ window }));
    const session = state.sessions.get(owner)?.session;
    const conversation = session && conversationOf(state, session);
    if (conversation) conversation.window = window;
  },

  'pending.changed': (state, { since }, { owner }) => {
    const session = state.sessions.get(owner);
    if (!session) return;
    const { pendingSince: _, ...rest } = session.session;
    session.session = since === undefined ? rest : { ...rest, pendingSince: since };
    answered(session, since);
  },

  'capabilities.changed': () => undefined,

  'contact.changed': (state, { contact }, { owner }) => {
    change(state, owner, () => ({ contact }));
  },

  'case-data.changed': (state, { caseData }, { owner }) => {
    change(state, owner, () => ({ caseData }));
  },

  'agent.joined': (state, { agent }, { owner }) => {
    change(state, owner, ({ agents }) => ({ agents: [...agents.filter((other) => other.id !== agent.id), agent] }));
  },

  'agent.left': (state, { agent }, { owner }) => {
    change(state, owner, ({ agents }) => ({ agents: agents.filter((other) => other.id !== agent.id) }));
  },

  'wrap-up.started': (state, _, { owner }) => {
    change(state, owner, () => ({ phase: 'wrap-up' }));
  },

  'wrap-up.cancelled': (state, _, { owner }) => {
    change(state, owner, () => ({ phase: 'engaged' }));
  },

  'note.set': (state, { note }, { owner }) => {
    change(state, owner, () => ({ note }));
  },

  'disposition.set': (state, { disposition }, { owner }) => {
    change(state, owner, () => ({ disposition }));
  },

  'session.ended': (state, { reason, at }, { owner }) => {
    change(state, owner, () => ({ phase: 'ended', endedAt: at, endReason: reason }));
    const session = state.sessions.get(owner)?.session;
    if (!session) return;
    leaveQueue(state, session);
    const conversation = conversationOf(state, session);
    if (conversation?.openSessionId === owner) delete conversation.openSessionId;
  },
};
