import { setTimeout as delay } from 'node:timers/promises';
import { backOffMs } from './back-off.js';

/** How often something that may be done twice without harm is tried. */
const ATTEMPTS = 6;

export interface Repetition {
  /** Ends the waiting between two attempts; then the failure is an `AbortError`. */
  readonly signal: AbortSignal;
  isWorthRepeating(failure: unknown): boolean;
}

/** Does something that may be done twice without harm, again and again with growing pauses; rejects with the last failure. */
export async function repeat<T>(work: () => Promise<T>, { signal, isWorthRepeating }: Repetition): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (failure) {
      if (attempt === ATTEMPTS || !isWorthRepeating(failure)) throw failure;
      await delay(backOffMs(attempt, Math.random()), undefined, { signal });
    }
  }
}
