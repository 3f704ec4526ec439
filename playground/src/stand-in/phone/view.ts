import type { PhoneContact, PhoneMessage } from '../phone-types.js';
import { windowClosesAt } from '../outbound/refusals.js';
import { mediaReferences } from '../graph/media-kinds.js';
import type { Contact } from '../store/contact-store.js';
import type { MessageStore, StoredMessage } from '../store/message-store.js';

/** A stored message as the phone page is told of it. */
export function toPhoneMessage(message: StoredMessage): PhoneMessage {
  const { id, contactId, direction, type, content, at, replyTo, forwarded, rendered, reactions, edited, revoked } =
    message;
  return {
    id,
    contactId,
    from: direction === 'in' ? 'contact' : 'business',
    type,
    content,
    at,
    state: message.state as PhoneMessage['state'],
    ...(replyTo && { replyTo }),
    ...(forwarded && { forwarded }),
    ...(rendered && { rendered }),
    files: filesOf(message),
    ...(reactions && { reactions }),
    ...(edited && { edited }),
    ...(revoked && { revoked }),
  };
}

/** A contact as the phone page is told of it. */
export function toPhoneContact(contact: Contact, messages: MessageStore): PhoneContact {
  const closes = windowClosesAt(messages, contact.id);
  return { ...contact, ...(closes !== undefined && { windowClosesAt: closes }) };
}

function filesOf({ type, content, fetched = {} }: StoredMessage): Record<string, string> {
  const files = new Map<string, string>();
  for (const { id, link } of mediaReferences(type, content)) {
    const stored = id ?? (link && fetched[link]);
    if (stored) files.set(id ?? link ?? '', `/phone/media/${stored}`);
  }
  return Object.fromEntries(files);
}
