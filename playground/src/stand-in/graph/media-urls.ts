import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../clock.js';

const LIFETIME_MS = 5 * 60_000;
const PATH = '/whatsapp_business/attachments/';

/** Makes and checks the addresses from which media are downloaded; each lives five minutes. */
export class MediaUrls {
  readonly #secret: string;
  readonly #clock: Clock;
  /** The address under which the business reaches the stand-in. */
  publicUrl = '';

  constructor(secret: string, clock: Clock) {
    this.#secret = secret;
    this.#clock = clock;
  }

  /** A new address for a file. */
  issue(id: string, source: 'webhook' | 'getMedia'): string {
    const expires = String(this.#clock.now() + LIFETIME_MS);
    const query = new URLSearchParams({ mid: id, source, ext: expires, hash: this.#hash(id, expires) });
    return `${this.publicUrl}${PATH}?${query}`;
  }

  /** The id of the file that an address names, unless it is forged or too old. */
  resolve(query: { readonly mid?: string; readonly ext?: string; readonly hash?: string }): string | undefined {
    const { mid = '', ext = '', hash = '' } = query;
    const expected = Buffer.from(this.#hash(mid, ext));
    const given = Buffer.from(hash);
    const genuine = given.length === expected.length && timingSafeEqual(given, expected);
    return genuine && Number(ext) > this.#clock.now() ? mid : undefined;
  }

  #hash(id: string, expires: string): string {
    return createHmac('sha256', this.#secret).update(`media:${id}:${expires}`).digest('base64url');
  }
}
