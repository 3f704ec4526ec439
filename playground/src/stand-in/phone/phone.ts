import { randomInt } from 'node:crypto';
import type { Business } from '../business.js';
import type { Clock } from '../clock.js';
import type { PhoneEvents } from '../events.js';
import { bareMimeType } from '../graph/media-kinds.js';
import type { MediaUrls } from '../graph/media-urls.js';
import { newMessageId } from '../ids.js';
import { compact, isObject, type JsonObject } from '../json.js';
import type { Delivery } from '../outbound/delivery.js';
import type { NewPhoneContact, PhoneContactChange, PhoneDraft, PhoneMessage, PhoneTap } from '../phone-types.js';
import type { SettingsStore } from '../settings.js';
import type { Contact, ContactStore } from '../store/contact-store.js';
import type { Sql } from '../store/database.js';
import type { MediaStore } from '../store/media-store.js';
import { contentOf, type MessageStore, type StoredMessage } from '../store/message-store.js';
import { messageChange, preferenceChange } from '../webhooks/payloads.js';
import type { WebhookQueue } from '../webhooks/webhook-queue.js';
import { draftContent } from './drafts.js';
import { PhoneError } from './phone-error.js';
import { tapContent } from './taps.js';
import { toPhoneContact, toPhoneMessage } from './view.js';

/** What the phones work with. */
export interface PhoneParts {
  readonly sql: Sql;
  readonly business: Business;
  readonly clock: Clock;
  readonly contacts: ContactStore;
  readonly messages: MessageStore;
  readonly media: MediaStore;
  readonly mediaUrls: MediaUrls;
  readonly settings: SettingsStore;
  readonly queue: WebhookQueue;
  readonly events: PhoneEvents;
  readonly delivery: Delivery;
}

/** An inbound message that is not yet stored. */
interface Incoming {
  readonly type: string;
  readonly content: unknown;
  readonly replyTo?: string;
  readonly forwarded?: 'once' | 'often';
  /** What the webhook holds instead of the content under its type. */
  readonly body?: JsonObject;
}

const EDIT_MS = 15 * 60_000;
const REVOKE_MS = 2 * 86_400_000;
const LARGEST_FILE = 100 * 1024 * 1024;

/** What people can do on their phones. */
export class Phone {
  readonly #parts: PhoneParts;

  constructor(parts: PhoneParts) {
    this.#parts = parts;
  }

  /** Writes to the business. */
  write(contactId: string, draft: PhoneDraft): PhoneMessage {
    const { type, content } = draftContent(draft, this.#parts.media);
    const { replyTo, forwarded } = draft;
    return this.#show(this.#receive(this.contact(contactId), compact({ type, content, replyTo, forwarded })));
  }

  /** Taps on a button, a row or a form of a message of the business. */
  tap(messageId: string, tap: PhoneTap): PhoneMessage {
    const message = this.message(messageId, 'out');
    const contact = this.contact(message.contactId);
    const answer = tapContent(tap, { message, contact, clock: this.#parts.clock });
    return this.#show(this.#receive(contact, { ...answer, replyTo: message.id }));
  }

  /** Reacts to a message, or takes the reaction back when there is no emoji. */
  react(messageId: string, emoji: string | undefined): PhoneMessage {
    const message = this.message(messageId);
    this.#receive(this.contact(message.contactId), {
      type: 'reaction',
      content: compact({ message_id: messageId, emoji: emoji || undefined }),
    });
    return this.#change(message.id, { reactions: compact({ ...message.reactions, contact: emoji || undefined }) });
  }

  /** Changes the text or the caption of a message of the last fifteen minutes. */
  edit(messageId: string, text: string): PhoneMessage {
    const message = this.#ownSince(messageId, EDIT_MS);
    const key = message.type === 'text' ? 'body' : 'caption';
    if (key === 'caption' && !('mime_type' in contentOf(message)))
      throw new PhoneError(409, `A ${message.type} cannot be edited.`);
    const content = { ...contentOf(message), [key]: text };
    const edited = { type: message.type, [message.type]: this.#withUrl(content) };
    this.#receive(
      this.contact(message.contactId),
      this.#notice('edit', { original_message_id: messageId, message: edited }),
    );
    return this.#change(messageId, { content, edited: true });
  }

  /** Deletes a message of the last two days for everyone. */
  revoke(messageId: string): PhoneMessage {
    const message = this.#ownSince(messageId, REVOKE_MS);
    this.#receive(this.contact(message.contactId), this.#notice('revoke', { original_message_id: messageId }));
    return this.#change(messageId, { revoked: true });
  }

  /** Reads everything that has arrived. */
  readAll(contactId: string): void {
    this.#parts.delivery.readAll(this.contact(contactId).id);
  }

  /** Plays a voice message of the business. */
  play(messageId: string): void {
    const message = this.message(messageId, 'out');
    if (message.type !== 'audio') throw new PhoneError(409, `A ${message.type} cannot be played.`);
    this.#parts.delivery.play(message);
  }

  /** Keeps a file that can then be named in a draft. */
  upload(data: Buffer, about: { readonly mimeType: string; readonly fileName?: string }): string {
    if (data.length === 0) throw new PhoneError(400, 'The file is empty.');
    if (data.length > LARGEST_FILE) throw new PhoneError(413, 'WhatsApp takes files of at most 100 MB.');
    const mimeType = bareMimeType(about.mimeType) === 'audio/ogg' ? 'audio/ogg; codecs=opus' : about.mimeType;
    return this.#parts.media.insert({ origin: 'contact', data, ...about, mimeType }).id;
  }

  /** Switches the phone on or off, blocks the business, or stops its marketing messages. */
  changeContact(contactId: string, change: PhoneContactChange): Contact {
    const before = this.contact(contactId);
    const after = { ...before, ...change };
    this.#parts.contacts.save(after);
    if (after.marketing !== before.marketing) {
      this.#parts.queue.add(preferenceChange(this.#parts.business, after, this.#parts.clock.now()));
    }
    if (after.online && !before.online) this.#parts.delivery.phoneOnline(contactId);
    this.#tellContact(after);
    return after;
  }

  /** Adds a person. */
  addContact({ name, phone, username }: NewPhoneContact): Contact {
    const digits = phone?.replace(/\D/g, '');
    if (!name || !(digits || username)) throw new PhoneError(400, 'A contact needs a name, and a phone or a username.');
    if (digits && this.#parts.contacts.byPhone(digits))
      throw new PhoneError(409, `There is a contact with the number ${digits}.`);
    const userId = `US.${randomInt(10 ** 9, 10 ** 10)}${randomInt(10 ** 9, 10 ** 10)}`;
    const contact = compact<Contact>({
      id: userId.slice(3),
      name,
      phone: digits || undefined,
      userId,
      username: username?.replace(/^@/, ''),
      online: true,
      blocked: false,
      marketing: 'resume',
    });
    this.#parts.contacts.save(contact);
    this.#tellContact(contact);
    return contact;
  }

  /** A contact by its id. */
  contact(id: string): Contact {
    const contact = this.#parts.contacts.get(id);
    if (!contact) throw new PhoneError(404, `There is no contact ${id}.`);
    return contact;
  }

  /** A message by its id, of that direction if one is given. */
  message(id: string, direction?: 'in' | 'out'): StoredMessage {
    const message = this.#parts.messages.get(id);
    if (!message || (direction && message.direction !== direction))
      throw new PhoneError(404, `There is no such message: ${id}.`);
    return message;
  }

  #receive(contact: Contact, incoming: Incoming): StoredMessage {
    const { sql, business, clock, messages, queue } = this.#parts;
    const { body, ...stored } = incoming;
    const message: StoredMessage = {
      id: newMessageId(contact.phone ?? contact.userId.replace(/\D/g, '').slice(-15), 'in'),
      contactId: contact.id,
      direction: 'in',
      state: 'received',
      at: clock.now(),
      ...stored,
    };
    sql.transaction(() => {
      messages.insert(message);
      queue.add(
        messageChange(business, contact, {
          id: message.id,
          at: message.at,
          type: message.type,
          body: body ?? { [message.type]: this.#withUrl(message.content) },
          ...this.#contextOf(message, contact),
        }),
      );
    });
    this.#tellContact(contact);
    return message;
  }

  /** Media objects of webhooks hold an address that lives as long as any other: five minutes. */
  #withUrl(content: unknown): unknown {
    if (!isObject(content) || !('mime_type' in content)) return content;
    return { ...content, url: this.#parts.mediaUrls.issue(String(content['id']), 'webhook') };
  }

  #contextOf({ replyTo, forwarded }: StoredMessage, contact: Contact): { readonly context?: JsonObject } {
    if (forwarded) return { context: forwarded === 'once' ? { forwarded: true } : { frequently_forwarded: true } };
    if (!replyTo) return {};
    const own = this.message(replyTo).direction === 'in';
    const author = own
      ? { from: contact.phone, from_user_id: contact.userId }
      : { from: this.#parts.business.displayPhoneNumber };
    return { context: compact({ ...author, id: replyTo }) };
  }

  /** Edits and deletions are told to coexistence numbers only; others hear of something unsupported. */
  #notice(type: 'edit' | 'revoke', content: JsonObject): Incoming {
    if (this.#parts.settings.get().coexistence) return { type, content };
    const title = 'Message type unknown';
    const errors = [
      { code: 131051, title, message: title, error_data: { details: 'Message type is currently not supported.' } },
    ];
    return { type: 'unsupported', content, body: { errors, ...(type === 'edit' && { unsupported: { type } }) } };
  }

  #ownSince(messageId: string, ageMs: number): StoredMessage {
    const message = this.message(messageId, 'in');
    const late = this.#parts.clock.now() - message.at > ageMs;
    if (message.revoked || late) throw new PhoneError(409, 'The message is too old or has been deleted.');
    return message;
  }

  #change(id: string, change: Partial<StoredMessage>): PhoneMessage {
    const message = toPhoneMessage(this.#parts.messages.update(id, change));
    this.#parts.events.emit({ type: 'message.changed', message });
    return message;
  }

  #show(stored: StoredMessage): PhoneMessage {
    const message = toPhoneMessage(stored);
    this.#parts.events.emit({ type: 'message.added', message });
    return message;
  }

  #tellContact(contact: Contact): void {
    this.#parts.events.emit({ type: 'contact.changed', contact: toPhoneContact(contact, this.#parts.messages) });
  }
}
