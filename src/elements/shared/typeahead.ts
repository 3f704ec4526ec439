/** Letters closer together than this belong to one word. */
const PAUSE_MS = 500;

/** Finds the item whose words begin with what is being typed. */
export class Typeahead {
  #typed = '';
  #lastAt = Number.NEGATIVE_INFINITY;

  /** The item that `event`'s letter leads to from the item at `from`; none for a key that is not a letter. */
  find<T>(
    { key, timeStamp }: Pick<KeyboardEvent, 'key' | 'timeStamp'>,
    items: readonly T[],
    from: number,
    wordsOf: (item: T) => string,
  ): T | undefined {
    if ([...key].length !== 1 || (key === ' ' && this.#isFresh(timeStamp))) return undefined;
    this.#typed = (this.#isFresh(timeStamp) ? '' : this.#typed) + key.toLocaleLowerCase();
    this.#lastAt = timeStamp;
    return this.#match(items, from, wordsOf);
  }

  #isFresh(now: number): boolean {
    return now - this.#lastAt > PAUSE_MS;
  }

  #match<T>(items: readonly T[], from: number, wordsOf: (item: T) => string): T | undefined {
    const letters = [...this.#typed];
    // The same letter again and again walks through all items that begin with it.
    const repeated = letters.every((letter) => letter === letters[0]);
    const wanted = repeated ? (letters[0] ?? '') : this.#typed;
    const start = repeated ? from + 1 : from;
    const order = [...items.slice(start), ...items.slice(0, start)];
    return order.find((item) => wordsOf(item).trim().toLocaleLowerCase().startsWith(wanted));
  }
}
