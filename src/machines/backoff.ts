/** How long to wait before trying again: between `minMs` and a ceiling that doubles with each attempt up to `maxMs`. */
export interface BackoffLimits {
  readonly minMs: number;
  readonly firstCeilingMs: number;
  readonly maxMs: number;
}

/** Full jitter: `random` is in [0, 1), `attempt` counts from 1. */
export function backoffMs(limits: BackoffLimits, attempt: number, random: number): number {
  const ceiling = Math.min(limits.maxMs, limits.firstCeilingMs * 2 ** (attempt - 1));
  return Math.round(limits.minMs + random * (ceiling - limits.minMs));
}

/** Between two attempts to connect. */
export const RECONNECT_BACKOFF: BackoffLimits = { minMs: 250, firstCeilingMs: 500, maxMs: 25_000 };

/** Between two attempts to send one message. */
export const RESEND_BACKOFF: BackoffLimits = { minMs: 0, firstCeilingMs: 1000, maxMs: 30_000 };
