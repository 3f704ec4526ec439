import type { Clock } from '../clock.js';
import type { ErrorCode } from '../graph/errors.js';
import { bareMimeType, mediaBreach, mediaReferences } from '../graph/media-kinds.js';
import { contentOf, type MessageStore, type StoredMessage } from '../store/message-store.js';
import type { Contact, ContactStore } from '../store/contact-store.js';
import type { MediaStore } from '../store/media-store.js';

/** Why a message that was accepted cannot be delivered. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details: string;
}

/** What the reasons are found in. */
export interface RefusalParts {
  readonly clock: Clock;
  readonly contacts: ContactStore;
  readonly messages: MessageStore;
  readonly media: MediaStore;
}

const WINDOW_MS = 24 * 3_600_000;

/** When the customer-service window of a person closes; missing when the person has never written. */
export function windowClosesAt(messages: MessageStore, contactId: string): number | undefined {
  const last = messages.lastInboundAt(contactId);
  return last === undefined ? undefined : last + WINDOW_MS;
}

/** The first reason why WhatsApp would not deliver a message that is well formed. */
export function refusalOf(message: StoredMessage, parts: RefusalParts): Refusal | undefined {
  const contact = parts.contacts.get(message.contactId);
  return (
    undeliverable(contact) ??
    unwanted(message, contact) ??
    outsideWindow(message, parts) ??
    unusableMedia(message, parts)
  );
}

function undeliverable(contact: Contact | undefined): Refusal | undefined {
  if (contact && !contact.blocked) return undefined;
  return { code: 131026, details: 'Message Undeliverable.' };
}

function unwanted(message: StoredMessage, contact: Contact | undefined): Refusal | undefined {
  if (message.category !== 'marketing' || contact?.marketing !== 'stop') return undefined;
  return { code: 131050, details: 'The recipient has chosen to stop receiving marketing messages from your business.' };
}

function outsideWindow(message: StoredMessage, { clock, messages }: RefusalParts): Refusal | undefined {
  if (message.type === 'template') return undefined;
  const closes = windowClosesAt(messages, message.contactId);
  if (closes !== undefined && clock.now() < closes) return undefined;
  return {
    code: 131047,
    details:
      'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
  };
}

function unusableMedia(message: StoredMessage, { media }: RefusalParts): Refusal | undefined {
  for (const { kind, id } of mediaReferences(message.type, message.content)) {
    const file = id === undefined ? undefined : media.read(id);
    const problem = file && (mediaBreach(kind, file) ?? voiceBreach(message, file.mimeType));
    if (problem) return { code: 131053, details: problem };
  }
  return undefined;
}

function voiceBreach(message: StoredMessage, mimeType: string): string | undefined {
  const isVoice = message.type === 'audio' && contentOf(message)['voice'] === true;
  return isVoice && bareMimeType(mimeType) !== 'audio/ogg'
    ? 'A voice message must be audio/ogg with the opus codec.'
    : undefined;
}
