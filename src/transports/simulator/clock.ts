/** Time as the simulator sees it: the machine's, or one that a test moves. */
export interface SimulatorClock {
  /** Epoch milliseconds. */
  now(): number;
  setTimeout(task: () => void, ms: number): unknown;
  clearTimeout(id: unknown): void;
}

/** The machine's own clock. */
export const realClock: SimulatorClock = {
  now: () => Date.now(),
  setTimeout: (task, ms) => setTimeout(task, ms),
  clearTimeout: (id) => {
    clearTimeout(id as number);
  },
};

interface Timer {
  readonly id: number;
  readonly at: number;
  readonly task: () => void;
}

/** A clock that stands still until it is moved; what falls due meanwhile happens in order. */
export class ManualClock implements SimulatorClock {
  #now: number;
  #timers: Timer[] = [];
  #ids = 0;

  constructor(start = Date.UTC(2026, 10, 24, 9)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(task: () => void, ms: number): number {
    this.#ids += 1;
    this.#timers.push({ id: this.#ids, at: this.#now + Math.max(0, ms), task });
    return this.#ids;
  }

  clearTimeout(id: unknown): void {
    this.#timers = this.#timers.filter((timer) => timer.id !== id);
  }

  /** Lets `ms` go by. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let due = this.#next(end); due; due = this.#next(end)) {
      this.#now = due.at;
      this.clearTimeout(due.id);
      due.task();
    }
    this.#now = end;
  }

  #next(end: number): Timer | undefined {
    return this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0];
  }
}

/** A clock that can be told to let nothing happen any more. */
export class StoppableClock implements SimulatorClock {
  readonly #clock: SimulatorClock;
  readonly #timers = new Set<unknown>();
  #isStopped = false;

  constructor(clock: SimulatorClock) {
    this.#clock = clock;
  }

  now(): number {
    return this.#clock.now();
  }

  setTimeout(task: () => void, ms: number): unknown {
    if (this.#isStopped) return undefined;
    const id = this.#clock.setTimeout(() => {
      this.#timers.delete(id);
      task();
    }, ms);
    this.#timers.add(id);
    return id;
  }

  clearTimeout(id: unknown): void {
    this.#timers.delete(id);
    this.#clock.clearTimeout(id);
  }

  stop(): void {
    this.#isStopped = true;
    for (const id of this.#timers) this.#clock.clearTimeout(id);
    this.#timers.clear();
  }
}
