import { createHmac, timingSafeEqual } from 'node:crypto';

const FORM = /^sha256=([0-9a-f]{64})$/;

/**
 * Whether `header` (`X-Hub-Signature-256`) signs exactly these bytes with this app secret. Only the bytes as they came will
 * do: WhatsApp escapes characters in its own way, and JSON that was parsed and printed again has another signature.
 */
export function isSignedBy(appSecret: string, body: Uint8Array, header: string | undefined): boolean {
  const claimed = FORM.exec(header ?? '')?.[1];
  if (claimed === undefined) return false;
  const expected = createHmac('sha256', appSecret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(claimed, 'hex'));
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function isSameSecret(expected: string, given: string): boolean {
  const digest = (text: string): Buffer => createHmac('sha256', 'compare').update(text).digest();
  return timingSafeEqual(digest(expected), digest(given));
}
