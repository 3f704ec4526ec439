import { parseWebhook, type WebhookFact } from '../../src/cloud-api/index.js';
import type { JsonObject, JsonValue } from '../../src/domain/index.js';

type Kind = WebhookFact['kind'];

/** A webhook of one change, as WhatsApp sends it. */
export function webhook(value: JsonObject, field = 'messages'): JsonObject {
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1020', changes: [{ field, value: { ...METADATA, ...value } }] }],
  };
}

const METADATA: JsonObject = {
  messaging_product: 'whatsapp',
  metadata: { display_phone_number: '15550100000', phone_number_id: '1060' },
};

/** A webhook with one message of Ada's. */
export function fromAda(message: JsonObject): JsonObject {
  return webhook({
    contacts: [{ profile: { name: 'Ada' }, wa_id: '15550100001' }],
    messages: [{ from: '15550100001', id: 'wamid.1', timestamp: '1750000000', ...message }],
  });
}

/** The only fact of a webhook, which must be of this kind. */
export function only<K extends Kind>(json: JsonValue, kind: K): Extract<WebhookFact, { kind: K }> {
  const [fact, ...others] = parseWebhook(json);
  if (fact?.kind !== kind || others.length > 0)
    throw new Error(`Not one ${kind}: ${JSON.stringify([fact, ...others])}`);
  return fact as Extract<WebhookFact, { kind: K }>;
}

/** What Ada's message says. */
export function contentOf(message: JsonObject): Extract<WebhookFact, { kind: 'message' }>['content'] {
  return only(fromAda(message), 'message').content;
}
