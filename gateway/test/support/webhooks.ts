import { createHmac } from 'node:crypto';
import type { JsonObject } from 'wa-desk/domain';

const metadata = { display_phone_number: '15550783881', phone_number_id: '106540352242922' };

/** A webhook with these changes to its `messages` field, each in an entry of its own. */
export function webhook(...values: readonly JsonObject[]): JsonObject {
  const entry = values.map((value) => ({
    id: '102290129340398',
    changes: [{ field: 'messages', value: { messaging_product: 'whatsapp', metadata, ...value } }],
  }));
  return { object: 'whatsapp_business_account', entry };
}

/** What a contact writes. */
export function inbound(
  id: string,
  content: JsonObject,
  { from = '5511987654321', name = 'Maria', at = Date.now() } = {},
): JsonObject {
  return {
    contacts: [{ profile: { name }, wa_id: from }],
    messages: [{ id, from, timestamp: String(Math.floor(at / 1000)), ...content }],
  };
}

export const text = (body: string): JsonObject => ({ type: 'text', text: { body } });

/** What became of a message of ours. */
export function status(id: string, name: string, more: JsonObject = {}): JsonObject {
  const at = String(Math.floor(Date.now() / 1000));
  return { statuses: [{ id, status: name, timestamp: at, recipient_id: '5511987654321', ...more }] };
}

export function signature(body: string | Buffer, secret = 'app-secret'): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}
