import type { PageView } from './environment.js';
import type { Seat } from './seat.js';

/** Looks after the page around a desk while the desk is started: what comes before the agent's eyes, and what would go with it. */
export class PageWatch {
  readonly #page: PageView;
  readonly #seat: () => Seat | undefined;
  #stops: readonly (() => void)[] = [];

  constructor(page: PageView, seat: () => Seat | undefined) {
    this.#page = page;
    this.#seat = seat;
  }

  /** Where nothing is kept, the agent is asked before the page goes with something unsent; safe to call again. */
  start(storage: 'durable' | 'memory'): void {
    this.#stops.forEach((stop) => stop());
    this.#stops = [
      this.#page.subscribe(() => this.#changed()),
      // Where a page may ask, browsers do not keep it for the way back.
      ...(storage === 'memory' ? [this.#page.guard(() => this.#seat()?.hasUnsent() ?? false)] : []),
    ];
  }

  stop(): void {
    this.#seat()?.storage.writeDown();
    this.#stops.forEach((stop) => stop());
    this.#stops = [];
  }

  get isStarted(): boolean {
    return this.#stops.length > 0;
  }

  #changed(): void {
    this.#seat()?.shelf.look();
    this.#seat()?.storage.writeDown();
  }
}
