import type { Handlers } from './handlers.js';
import type { PrivateEvent } from './log.js';
import { MessageList } from './message-list.js';
import { joinQueue } from './queue.js';
import { conversationOf, pairKey, type ConversationState, type DeskState } from './state.js';

/** So many done commands are remembered: far more than any desk still holds unconfirmed. */
const COMMANDS_KEPT = 100_000;

/** So many statuses of unknown messages are kept; other systems on the same number cause them too. */
const PARKED_KEPT = 1000;

function dropOldest(map: Map<string, unknown>, kept: number): void {
  for (const key of map.keys()) {
    if (map.size <= kept) return;
    map.delete(key);
  }
}

function conversation(state: DeskState, channelId: string, contactId: string): ConversationState {
  const key = pairKey(channelId, contactId);
  const known = state.conversations.get(key);
  if (known) return known;
  const made = { channelId, contactId, sessionIds: [], messages: new MessageList(), window: {}, outbox: [] };
  state.conversations.set(key, made);
  return made;
}

export const privateHandlers: Handlers<PrivateEvent> = {
  'contact.noted': (state, { contact }) => {
    state.contacts.set(contact.id, contact);
    if (contact.userId !== undefined) state.contactByUserId.set(contact.userId, contact.id);
    if (contact.phoneNumber !== undefined) state.contactByPhone.set(contact.phoneNumber, contact.id);
  },

  'session.opened': (state, { session }) => {
    state.sessions.set(session.id, { session, messages: new MessageList(), passedOver: new Map(), unanswered: [] });
    const place = conversation(state, session.channel.id, session.contact.id);
    place.sessionIds.push(session.id);
    place.openSessionId = session.id;
    joinQueue(state, session);
  },

  'session.queued': (state, { sessionId, passedBy, passOverUntil }) => {
    const waiting = state.sessions.get(sessionId);
    if (!waiting) return;
    waiting.session = { ...waiting.session, phase: 'queued' };
    if (passedBy !== undefined && passOverUntil !== undefined) waiting.passedOver.set(passedBy, passOverUntil);
    joinQueue(state, waiting.session);
  },

  'inbound.applied': (state, { channelId, providerId, messageId }) => {
    state.byProviderId.set(pairKey(channelId, providerId), messageId);
  },

  'command.done': (state, { agentId, commandId, fingerprint }) => {
    state.commands.set(commandId, { agentId, fingerprint });
    dropOldest(state.commands, COMMANDS_KEPT);
  },

  'status.parked': (state, { channelId, providerId, delivery }) => {
    const key = pairKey(channelId, providerId);
    state.parked.set(key, [...(state.parked.get(key) ?? []), delivery]);
    dropOldest(state.parked, PARKED_KEPT);
  },

  'send.delayed': (state, { messageId, until }) => {
    const record = state.messages.get(messageId);
    const session = record && state.sessions.get(record.message.sessionId);
    const place = session && conversationOf(state, session.session);
    if (!place) return;
    if (place.inFlightId === messageId) delete place.inFlightId;
    if (!place.outbox.includes(messageId)) place.outbox.unshift(messageId);
    place.delayedUntil = until;
    state.waiting.add(pairKey(place.channelId, place.contactId));
  },

  'session.seen': (state, { sessionId, messageId }) => {
    const session = state.sessions.get(sessionId);
    if (!session) return;
    for (const errand of state.errands.values()) {
      if (errand.kind === 'mark-read' && errand.sessionId === sessionId) state.errands.delete(errand.id);
    }
    session.readUpTo = messageId;
    const id = `read:${messageId}`;
    state.errands.set(id, { kind: 'mark-read', id, sessionId, messageId });
  },

  'errand.finished': (state, { errandId }) => {
    state.errands.delete(errandId);
  },
};
