import { riseTo } from '../domain/delivery.js';
import type { Message } from '../domain/message.js';
import { reactionsAfter } from '../domain/reactions.js';
import type { SessionEvent } from '../protocol/events.js';

/** A fact about a message that is in the transcript already. */
export type MessageFact = Extract<SessionEvent, { readonly messageId: string }>;

/** The message after a fact about it; the very same object when the fact says nothing new. */
export function messageAfter(message: Message, fact: MessageFact): Message {
  switch (fact.type) {
    case 'message.delivery': {
      const delivery = riseTo(message.delivery, fact.delivery);
      const providerId = fact.providerId ?? message.providerId;
      const isNews = delivery !== message.delivery || providerId !== message.providerId;
      return isNews ? { ...message, delivery, ...(providerId !== undefined && { providerId }) } : message;
    }
    case 'message.reacted':
      return { ...message, reactions: reactionsAfter(message.reactions, fact.reaction) };
    case 'message.edited':
      return { ...message, content: fact.content, editedAt: fact.at };
    case 'message.revoked':
      return { ...message, revokedAt: fact.at };
    case 'message.media':
      return { ...message, content: fact.content };
  }
}
