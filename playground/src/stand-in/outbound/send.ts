import { recipientDigits, type Business } from '../business.js';
import type { Clock } from '../clock.js';
import { parameterError, whatsAppError } from '../graph/errors.js';
import { mediaReferences } from '../graph/media-kinds.js';
import type { MessageRequest, Recipient } from '../graph/message-request.js';
import type { RateLimits } from '../graph/rate-limits.js';
import { fillTemplate, sendableTemplate } from '../graph/template-send.js';
import { newMessageId } from '../ids.js';
import { compact, textAt, type JsonObject } from '../json.js';
import type { SettingsStore } from '../settings.js';
import type { Contact } from '../store/contact-store.js';
import { contentOf, type StoredMessage } from '../store/message-store.js';
import type { TemplateStore } from '../store/template-store.js';
import { refusalOf, type RefusalParts } from './refusals.js';

/** What accepting a message needs. */
export interface SendParts extends RefusalParts {
  readonly business: Business;
  readonly clock: Clock;
  readonly templates: TemplateStore;
  readonly settings: SettingsStore;
  readonly limits: RateLimits;
}

const REACTION_DAYS_MS = 30 * 86_400_000;

interface Addressee {
  readonly contact?: Contact;
  /** Digits or user id, as the limits know the person. */
  readonly key: string;
}

/** Accepts a message as WhatsApp does: refuses what is wrong at once, and keeps the rest to be delivered. */
export function acceptMessage(request: MessageRequest, parts: SendParts): StoredMessage {
  const addressee = findAddressee(request.recipient, parts);
  const limited = parts.limits.take(addressee.key, parts.settings.get().coexistence);
  if (limited) throw limited;
  checkMediaIds(request, parts);
  const message = newMessage(request, addressee, parts);
  checkReaction(message, parts);
  const refusal = parts.settings.get().refusals === 'answer' ? refusalOf(message, parts) : undefined;
  if (refusal) throw whatsAppError(refusal.code, refusal.details);
  parts.messages.insert(message);
  return message;
}

/** The answer to a send, as the messages endpoint gives it. */
export function sendAnswer(message: StoredMessage, request: MessageRequest, contact: Contact | undefined): JsonObject {
  const { by, input } = request.recipient;
  const ids = by === 'user' ? { user_id: input } : { wa_id: contact?.phone ?? recipientDigits(input) };
  return {
    messaging_product: 'whatsapp',
    contacts: [{ input, ...ids }],
    messages: [{ id: message.id, ...(message.type === 'template' && { message_status: 'accepted' }) }],
  };
}

function findAddressee({ by, input }: Recipient, { business, contacts, settings }: SendParts): Addressee {
  if (by === 'user') return { contact: contacts.byUserId(input), key: input };
  const digits = recipientDigits(input);
  if (!/^[1-9]\d{6,14}$/.test(digits)) throw parameterError('Invalid parameter: to is not a phone number.');
  if (digits === business.displayPhoneNumber)
    throw whatsAppError(131021, 'Sender and recipient phone number is the same.');
  const { allowedRecipients } = settings.get();
  if (allowedRecipients.length > 0 && !allowedRecipients.includes(digits)) {
    throw whatsAppError(
      131030,
      'Recipient phone number not in allowed list: Add recipient phone number to recipient list and try again.',
    );
  }
  return { contact: contacts.byPhone(digits), key: digits };
}

function checkMediaIds({ type, content }: MessageRequest, { media }: SendParts): void {
  const unknown = mediaReferences(type, content).find(({ id }) => id !== undefined && !media.get(id));
  if (unknown) throw whatsAppError(100, `Media ID ${unknown.id} does not exist or has expired.`);
}

function newMessage(request: MessageRequest, { contact, key }: Addressee, parts: SendParts): StoredMessage {
  const { type, content, recipient, replyTo, callbackData } = request;
  return compact<StoredMessage>({
    id: newMessageId(key.replace(/\D/g, ''), 'out'),
    contactId: contact?.id ?? '',
    unknownRecipient: contact ? undefined : key,
    direction: 'out',
    type,
    content,
    state: 'accepted',
    at: parts.clock.now(),
    replyTo,
    callbackData,
    addressedBy: recipient.by,
    category: 'service',
    ...(type === 'template' && templateParts(content as JsonObject, recipient, parts)),
  });
}

function templateParts(
  request: JsonObject,
  recipient: Recipient,
  { templates }: SendParts,
): Pick<StoredMessage, 'category' | 'rendered'> {
  const template = sendableTemplate(templates, request);
  if (template.category === 'AUTHENTICATION' && recipient.by === 'user') {
    throw whatsAppError(131062, 'Authentication templates with a code can only be sent to a phone number.');
  }
  return { category: template.category.toLowerCase(), rendered: fillTemplate(template, request) };
}

function checkReaction(message: StoredMessage, { messages, clock }: SendParts): void {
  if (message.type !== 'reaction') return;
  const target = messages.get(textAt(contentOf(message), 'message_id') ?? '');
  const fits =
    target &&
    target.contactId === message.contactId &&
    target.type !== 'reaction' &&
    target.at > clock.now() - REACTION_DAYS_MS;
  if (!fits) throw whatsAppError(131009, 'reaction.message_id names no message of this person of the last 30 days.');
}
