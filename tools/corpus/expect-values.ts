import { isRecord, lists, type Json, type JsonRecord } from './raw.js';

export { isRecord, lists, type JsonRecord };

/** What the domain must hold, by dotted path. */
export type Claims = Readonly<Record<string, Json>>;

/** Only what there is to claim. */
export function claims(all: Readonly<Record<string, Json | undefined>>): Claims {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Claims;
}

/** A text or a number as text. */
export function asText(json: unknown): string | undefined {
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean' ? String(json) : undefined;
}

export function asNumber(json: unknown): number | undefined {
  const text = asText(json);
  return text === undefined || text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
}

/** Seconds, as WhatsApp's time stamps are, as epoch milliseconds; captures in milliseconds exist. */
export function asMilliseconds(json: unknown): number | undefined {
  const number = asNumber(json);
  if (number === undefined || number < 0) return undefined;
  return number > 99_999_999_999 ? number : number * 1000;
}

/** What stands at a dotted path. */
export function first(json: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((there, step) => {
    if (Array.isArray(there)) return (there as readonly unknown[])[Number(step)];
    return isRecord(there) ? there[step] : undefined;
  }, json);
}
