import { createHmac, timingSafeEqual } from 'node:crypto';

/** Addresses change twice a day, so that a desk that comes back finds in its cache the maps that it has seen. */
const HALF_DAY_MS = 12 * 60 * 60 * 1000;

/** Makes and checks the addresses by which one agent's desk loads maps without cookie or header, good for 12 to 24 hours. */
export class MapLinks {
  readonly #secret: string;
  readonly #publicUrl: string;

  constructor(settings: { readonly secret: string; readonly publicUrl: string }) {
    this.#secret = settings.secret;
    this.#publicUrl = settings.publicUrl.replace(/\/$/, '');
  }

  /** A preview query as `whatsappsession.location-map.preview.query` wants it. */
  template(agentId: string, now: number): string {
    const expires = (Math.floor(now / HALF_DAY_MS) + 2) * HALF_DAY_MS;
    const proof = new URLSearchParams({
      agent: agentId,
      expires: String(expires),
      signature: this.#signature(agentId, expires),
    });
    return `${this.#publicUrl}/map?latitude={LATITUDE}&longitude={LONGITUDE}&width={WIDTH}&height={HEIGHT}&${proof}`;
  }

  isValid(agentId: string, expires: string, signature: string, now: number): boolean {
    const expiresAt = Number(expires);
    if (!Number.isSafeInteger(expiresAt) || expiresAt <= now) return false;
    const expected = Buffer.from(this.#signature(agentId, expiresAt));
    const given = Buffer.from(signature);
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  #signature(agentId: string, expiresAt: number): string {
    return createHmac('sha256', this.#secret).update(`map\n${agentId}\n${expiresAt}`).digest('base64url');
  }
}
