import type { MediaRef } from '../domain/attachment.js';
import type { Contact } from '../domain/contact.js';
import type { Content, Message } from '../domain/message.js';
import { mediaOf } from './contents.js';
import { conversationOf, type ConversationState, type DeskState, type Errand } from './state.js';

/** A message whose turn it is. */
export interface SendWork {
  readonly message: Message;
  readonly contact: Contact;
  readonly channelId: string;
  /** WhatsApp's id of the quoted message, where it is known by now. */
  readonly quoteProviderId?: string;
}

/** A reaction or a read mark that WhatsApp has to hear of; safe to repeat. */
export type ErrandWork =
  | {
      readonly kind: 'react';
      readonly id: string;
      readonly channelId: string;
      readonly contact: Contact;
      readonly targetProviderId: string;
      readonly emoji: string;
    }
  | { readonly kind: 'mark-read'; readonly id: string; readonly channelId: string; readonly providerId: string };

/** A medium that is still only at WhatsApp. */
export interface MediaWork {
  readonly messageId: string;
  readonly channelId: string;
  readonly media: MediaRef;
}

/** All that has to be done towards WhatsApp now. */
export interface Outgoing {
  readonly sends: readonly SendWork[];
  readonly errands: readonly ErrandWork[];
  readonly media: readonly MediaWork[];
  /** When messages that wait now may go (epoch milliseconds). */
  readonly nextAt?: number;
}

function heldUntil(state: DeskState, conversation: ConversationState, unknownHoldMs: number): number {
  const unknown = conversation.unknownId === undefined ? undefined : state.messages.get(conversation.unknownId);
  const hold = unknown?.message.delivery ? unknown.message.delivery.at + unknownHoldMs : 0;
  return Math.max(hold, conversation.delayedUntil ?? 0);
}

/** The quoted message may have got WhatsApp's id only after it was quoted. */
function quotedProviderId(state: DeskState, { quote }: Message): string | undefined {
  const quoted = quote?.messageId === undefined ? undefined : state.messages.get(quote.messageId);
  return quoted?.message.providerId ?? quote?.providerId;
}

function sendWork(state: DeskState, conversation: ConversationState): SendWork | undefined {
  const message = state.messages.get(conversation.outbox[0] ?? '')?.message;
  const contact = state.contacts.get(conversation.contactId);
  if (!message || !contact) return undefined;
  const quoteProviderId = quotedProviderId(state, message);
  const { channelId } = conversation;
  return { message, contact, channelId, ...(quoteProviderId === undefined ? {} : { quoteProviderId }) };
}

function errandWork(state: DeskState, errand: Errand): ErrandWork | undefined {
  const session = state.sessions.get(errand.sessionId)?.session;
  const conversation = session && conversationOf(state, session);
  const target = state.messages.get(errand.messageId);
  if (!session || !conversation || !target) return undefined;
  const { id } = errand;
  const channelId = session.channel.id;
  if (errand.kind === 'react') {
    const targetProviderId = target.message.providerId;
    if (targetProviderId === undefined) return undefined;
    const contact = state.contacts.get(session.contact.id) ?? session.contact;
    return { kind: 'react', id, channelId, contact, targetProviderId, emoji: errand.emoji };
  }
  const providerId = lastInboundUpTo(conversation, target.message);
  return providerId === undefined ? undefined : { kind: 'mark-read', id, channelId, providerId };
}

/** WhatsApp's id of the newest message of the contact that the agent has seen: it marks all before it. */
function lastInboundUpTo(conversation: ConversationState, seen: Message): string | undefined {
  for (let index = conversation.messages.placeOf(seen); index >= 0; index -= 1) {
    const message = conversation.messages.at(index)?.message;
    if (message?.author.kind === 'contact') return message.providerId;
  }
  return undefined;
}

function mediaWork(state: DeskState, messageId: string): MediaWork | undefined {
  const message = state.messages.get(messageId)?.message;
  const media = message && mediaOf(message.content);
  return message && media && { messageId, channelId: message.channelId, media: named(media, message.content) };
}

/** Whoever stores a document has to keep its name, which WhatsApp tells beside it. */
function named(media: MediaRef, content: Content): MediaRef {
  return content.kind === 'document' && content.fileName !== undefined
    ? { fileName: content.fileName, ...media }
    : media;
}

function present<T>(found: readonly (T | undefined)[]): readonly T[] {
  return found.filter((one) => one !== undefined);
}

/**
 * What has to be done towards WhatsApp at `now`. Of each conversation one message at most, in order, and none while one is on
 * its way or behind one whose outcome is unknown.
 */
export function outgoing(state: DeskState, now: number, unknownHoldMs: number): Outgoing {
  const idle = [...state.waiting]
    .map((key) => state.conversations.get(key))
    .filter((conversation) => conversation !== undefined)
    .filter((conversation) => conversation.inFlightId === undefined)
    .map((conversation) => ({ conversation, until: heldUntil(state, conversation, unknownHoldMs) }));
  const later = idle.filter(({ until }) => until > now).map(({ until }) => until);
  return {
    sends: present(idle.filter(({ until }) => until <= now).map(({ conversation }) => sendWork(state, conversation))),
    errands: present([...state.errands.values()].map((errand) => errandWork(state, errand))),
    media: present([...state.mediaToFetch].map((messageId) => mediaWork(state, messageId))),
    ...(later.length > 0 ? { nextAt: Math.min(...later) } : {}),
  };
}
