import { createHmac } from 'node:crypto';
import { isRecord } from '../raw.js';

/** A business number of the gateway under test; each payload has one of its own, so that none finds what another left. */
export interface BusinessNumber {
  readonly channelId: string;
  readonly phoneNumberId: string;
  readonly wabaId: string;
  readonly phoneNumber: string;
}

const FIRST = 100_000_000_000;

export function businessNumber(index: number): BusinessNumber {
  const digits = String(FIRST + index);
  return {
    channelId: `c${String(index)}`,
    phoneNumberId: digits,
    wabaId: `9${digits}`,
    phoneNumber: `+49${digits.slice(1)}`,
  };
}

/**
 * The webhook as it would be if it had been sent to this number: to whom it goes is the one thing in it that belongs to
 * the receiver. What comes without WhatsApp's envelope gets one.
 */
export function addressedTo(json: unknown, number: BusinessNumber): unknown {
  if (Array.isArray(json)) return json.map((envelope) => addressedTo(envelope, number));
  if (!isRecord(json)) return json;
  const entries = json['entry'] ?? [json['changes'] === undefined ? { changes: [changeOf(json)] } : json];
  const list: readonly unknown[] = Array.isArray(entries) ? entries : [entries];
  return {
    ...json,
    entry: list.map((entry) => (isRecord(entry) ? { ...withNumber(entry, number), id: number.wabaId } : entry)),
  };
}

function changeOf(json: Readonly<Record<string, unknown>>): unknown {
  return isRecord(json['value']) ? json : { field: 'messages', value: json };
}

function withNumber(json: unknown, number: BusinessNumber): object {
  const deep = (each: unknown, key: string): unknown => {
    if (key === 'phone_number_id') return number.phoneNumberId;
    if (Array.isArray(each)) return each.map((item) => deep(item, ''));
    return isRecord(each)
      ? Object.fromEntries(Object.entries(each).map(([name, value]) => [name, deep(value, name)]))
      : each;
  };
  return deep(json, '') as object;
}

/** Signs a webhook as WhatsApp does: over the bytes. */
export function signatureOf(body: string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}

/** A token as the agents' login would give it. */
export function agentToken(agentId: string, secret: string): string {
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const expiry = Math.floor(Date.now() / 1000) + 6 * 3600;
  const signed = `${encode({ alg: 'HS256' })}.${encode({ sub: agentId, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE, exp: expiry })}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

export const TOKEN_ISSUER = 'corpus-run';
export const TOKEN_AUDIENCE = 'wa-desk';
