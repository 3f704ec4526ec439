import type { Clock } from '../stores/clock.js';

/** A word of the server's that differs by less is the network's delay (milliseconds). */
const TOLERANCE_MS = 1000;

/** The server's clock, as far as it is known here. */
export class ServerClock {
  readonly #clock: Clock;
  #offsetMs: number | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Epoch milliseconds on the server's clock. */
  now(): number {
    return this.#clock.now() + (this.#offsetMs ?? 0);
  }

  /** Hears the server's time; answers whether the clock was set by it. */
  hear(serverTime: number): boolean {
    const offsetMs = serverTime - this.#clock.now();
    const isSet = this.#offsetMs === undefined || Math.abs(offsetMs - this.#offsetMs) > TOLERANCE_MS;
    if (isSet) this.#offsetMs = offsetMs;
    return isSet;
  }
}
