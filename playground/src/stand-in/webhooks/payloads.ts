import type { Business } from '../business.js';
import { compact, type JsonObject } from '../json.js';
import type { Contact } from '../store/contact-store.js';
import type { StoredMessage } from '../store/message-store.js';
import type { Template } from '../store/template-store.js';
import type { Change } from './envelope.js';

/** Seconds since the epoch, as webhooks give them. */
function seconds(at: number): string {
  return String(Math.floor(at / 1000));
}

/** An update with one inbound message; `extra` holds what belongs to its type. */
export function messageChange(business: Business, contact: Contact, message: InboundMessage): Change {
  const { id, at, type, body, context } = message;
  return {
    field: 'messages',
    value: {
      ...base(business),
      contacts: [contactObject(contact)],
      messages: [
        compact({
          ...(context && { context }),
          from: contact.phone,
          from_user_id: contact.userId,
          id,
          timestamp: seconds(at),
          type,
          ...body,
        }),
      ],
    },
  };
}

/** An inbound message on its way into a webhook. */
export interface InboundMessage {
  readonly id: string;
  readonly at: number;
  readonly type: string;
  /** The properties beside `id`, `timestamp` and `type`: mostly one named like the type. */
  readonly body: JsonObject;
  readonly context?: JsonObject;
}

/** An update with the status that an outbound message has come to. */
export function statusChange(business: Business, contact: Contact | undefined, about: StatusAbout): Change {
  const { message, recipient } = about;
  const failed = message.state === 'failed';
  return {
    field: 'messages',
    value: {
      ...base(business),
      ...(contact && !failed && { contacts: [contactObject(contact)] }),
      statuses: [
        compact({
          id: message.id,
          status: message.state,
          timestamp: seconds(about.at),
          recipient_id: contact?.phone ?? recipient,
          recipient_user_id: failed && message.addressedBy === 'phone' ? undefined : contact?.userId,
          biz_opaque_callback_data: message.callbackData,
          pricing: message.state === 'sent' && message.category ? pricing(message.category) : undefined,
          errors: message.errors,
        }),
      ],
    },
  };
}

/** What a status is about. */
export interface StatusAbout {
  readonly message: StoredMessage;
  readonly at: number;
  /** Digits of a number that belongs to no contact. */
  readonly recipient?: string;
}

function pricing(category: string): JsonObject {
  const free = category === 'service';
  return { billable: !free, pricing_model: 'PMP', type: free ? 'free_customer_service' : 'regular', category };
}

/** An update with a person's wish about marketing messages. */
export function preferenceChange(business: Business, contact: Contact, at: number): Change {
  const { marketing, phone, userId } = contact;
  return {
    field: 'user_preferences',
    value: {
      ...base(business),
      contacts: [contactObject(contact)],
      user_preferences: [
        compact({
          wa_id: phone,
          user_id: userId,
          detail: `User requested to ${marketing} marketing messages`,
          category: 'marketing_messages',
          value: marketing,
          timestamp: Math.floor(at / 1000),
        }),
      ],
    },
  };
}

/** An update with the new status of a template. */
export function templateStatusChange(template: Template): Change {
  return {
    field: 'message_template_status_update',
    value: {
      event: template.status,
      message_template_id: Number(template.id),
      message_template_name: template.name,
      message_template_language: template.language,
      message_template_category: template.category,
      reason: template.rejected_reason ?? 'NONE',
    },
  };
}

function base(business: Business): JsonObject {
  const { displayPhoneNumber, phoneNumberId } = business;
  return {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: displayPhoneNumber, phone_number_id: phoneNumberId },
  };
}

function contactObject({ name, username, phone, userId }: Contact): JsonObject {
  return compact({
    profile: compact({ name, username: username && `@${username}` }),
    wa_id: phone,
    user_id: userId,
  });
}
