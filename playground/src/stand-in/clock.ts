/** The machine's own time and timers, handed in so that tests can hold them still. */
export interface SystemTime {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs `run` after `delayMs`; the answer cancels it. */
  schedule(delayMs: number, run: () => void): () => void;
}

interface Timer {
  readonly due: number;
  readonly run: () => void;
  cancelSystem: () => void;
}

/** The longest delay that Node's timers take. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** Node's clock and timers; a waiting timer does not keep the process alive. */
export const nodeTime: SystemTime = {
  now: () => Date.now(),
  schedule: (delayMs, run) => {
    const handle = setTimeout(run, delayMs);
    handle.unref();
    return () => clearTimeout(handle);
  },
};

/** The stand-in's time: the machine's time plus an offset that can be moved on, and timers that follow it. */
export class Clock {
  readonly #system: SystemTime;
  readonly #timers = new Set<Timer>();
  readonly #listeners = new Set<() => void>();
  #offsetMs: number;

  constructor(system: SystemTime, offsetMs: number) {
    this.#system = system;
    this.#offsetMs = offsetMs;
  }

  /** How far this clock is ahead of the machine's, in milliseconds. */
  get offsetMs(): number {
    return this.#offsetMs;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#system.now() + this.#offsetMs;
  }

  /** Moves the clock on and runs every timer that has become due, the earliest first. */
  advance(ms: number): void {
    this.#offsetMs += ms;
    for (const listener of this.#listeners) listener();
    const due = [...this.#timers].filter((timer) => timer.due <= this.now()).sort((a, b) => a.due - b.due);
    for (const timer of due) this.#fire(timer);
    for (const timer of this.#timers) this.#arm(timer);
  }

  /** Calls `listener` whenever the clock has been moved; the answer ends it. */
  onAdvance(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs `run` when the clock reaches `due` (epoch milliseconds); the answer cancels it. */
  at(due: number, run: () => void): () => void {
    const timer: Timer = { due, run, cancelSystem: () => undefined };
    this.#timers.add(timer);
    this.#arm(timer);
    return () => this.#drop(timer);
  }

  /** Cancels every timer. */
  stop(): void {
    for (const timer of this.#timers) this.#drop(timer);
  }

  #arm(timer: Timer): void {
    timer.cancelSystem();
    const delay = Math.max(0, timer.due - this.now());
    const wait = Math.min(delay, LONGEST_DELAY_MS);
    timer.cancelSystem = this.#system.schedule(wait, () => (wait < delay ? this.#arm(timer) : this.#fire(timer)));
  }

  #fire(timer: Timer): void {
    if (!this.#timers.has(timer)) return;
    this.#drop(timer);
    timer.run();
  }

  #drop(timer: Timer): void {
    timer.cancelSystem();
    this.#timers.delete(timer);
  }
}
