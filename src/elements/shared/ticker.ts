/** How often something that shows a time must be drawn again. */
export type Beat = 'second' | 'minute';

const lengths: Readonly<Record<Beat, number>> = { second: 1000, minute: 60_000 };

/** One timer for all listeners of a beat: it strikes when the clock does, and rests while nobody listens. */
class Ticker {
  readonly #length: number;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(length: number) {
    this.#length = length;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#timer === undefined) this.#wait();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  }

  #wait(): void {
    this.#timer = setTimeout(
      () => {
        this.#wait();
        for (const listener of this.#listeners) listener();
      },
      this.#length - (Date.now() % this.#length),
    );
  }
}

const tickers: Readonly<Record<Beat, Ticker>> = {
  second: new Ticker(lengths.second),
  minute: new Ticker(lengths.minute),
};

/** Calls `listener` on every beat of the clock; returns the way to stop it. */
export function onBeat(beat: Beat, listener: () => void): () => void {
  return tickers[beat].listen(listener);
}
