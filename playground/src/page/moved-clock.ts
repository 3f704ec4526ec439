import { Clock as StandInClock, type SystemTime } from '../stand-in/clock.js';

const pageTime: SystemTime = {
  now: () => Date.now(),
  schedule: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** The stand-in's clock in this page, as a desk takes one: when it is moved on, what has become due happens. */
export class MovedClock {
  readonly #clock: StandInClock;

  constructor(offsetMs: number) {
    this.#clock = new StandInClock(pageTime, offsetMs);
  }

  now(): number {
    return this.#clock.now();
  }

  setTimeout(run: () => void, delayMs: number): unknown {
    return this.#clock.at(this.#clock.now() + delayMs, run);
  }

  clearTimeout(id: unknown): void {
    (id as (() => void) | undefined)?.();
  }

  /** Goes along with the stand-in's clock, which only ever goes forward. */
  follow(offsetMs: number): void {
    const advanceMs = offsetMs - this.#clock.offsetMs;
    if (advanceMs > 0) this.#clock.advance(advanceMs);
  }
}
