interface Bucket {
  tokens: number;
  filledAt: number;
}

/** A bucket of tokens for each key: `burst` at once, `perSecond` from then on. */
export class RateLimit {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  constructor(settings: { readonly burst: number; readonly perSecond: number; readonly now?: () => number }) {
    this.#burst = settings.burst;
    this.#perSecond = settings.perSecond;
    this.#now = settings.now ?? (() => performance.now());
  }

  /** Takes a token; answers 0, or after how many milliseconds there will be one. */
  take(key: string): number {
    const now = this.#now();
    const bucket = this.#buckets.get(key) ?? { tokens: this.#burst, filledAt: now };
    bucket.tokens = Math.min(this.#burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * this.#perSecond);
    bucket.filledAt = now;
    this.#buckets.set(key, bucket);
    if (bucket.tokens < 1) return Math.ceil(((1 - bucket.tokens) / this.#perSecond) * 1000);
    bucket.tokens -= 1;
    return 0;
  }
}
