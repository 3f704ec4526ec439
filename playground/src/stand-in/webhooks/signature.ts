import { createHmac } from 'node:crypto';

/** JSON as WhatsApp writes it into a webhook: all but ASCII escaped with lower-case digits, and "/" as "\/". */
export function webhookJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('/', '\\/');
}

/** The value of `X-Hub-Signature-256` for the very bytes of a body. */
export function signatureOf(body: string, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(body).digest('hex')}`;
}
