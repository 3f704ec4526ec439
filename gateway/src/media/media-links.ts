import { createHmac, timingSafeEqual } from 'node:crypto';

/** Makes and checks the short-lived addresses by which a browser loads a medium without cookie or header. */
export class MediaLinks {
  readonly #secret: string;
  readonly #publicUrl: string;
  readonly #lifetimeMs: number;

  constructor(settings: { readonly secret: string; readonly publicUrl: string; readonly lifetimeMs: number }) {
    this.#secret = settings.secret;
    this.#publicUrl = settings.publicUrl.replace(/\/$/, '');
    this.#lifetimeMs = settings.lifetimeMs;
  }

  sign(mediaId: string, now: number): { readonly url: string; readonly expiresAt: number } {
    const expiresAt = now + this.#lifetimeMs;
    const query = new URLSearchParams({ expires: String(expiresAt), signature: this.#signature(mediaId, expiresAt) });
    return { url: `${this.#publicUrl}/media/${mediaId}?${query}`, expiresAt };
  }

  isValid(mediaId: string, expires: string, signature: string, now: number): boolean {
    const expiresAt = Number(expires);
    if (!Number.isSafeInteger(expiresAt) || expiresAt <= now) return false;
    const expected = Buffer.from(this.#signature(mediaId, expiresAt));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  #signature(mediaId: string, expiresAt: number): string {
    return createHmac('sha256', this.#secret).update(`${mediaId}\n${expiresAt}`).digest('base64url');
  }
}
