/** A stretch that a look at the history brought: in transcript order, and without a hole between its ends. */
export interface TranscriptStretch<M> {
  readonly messages: readonly M[];
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
  /** The message that follows the stretch without a hole, if it was asked for by that. */
  readonly before?: string;
  /** The message that the stretch follows without a hole, if it was asked for by that. */
  readonly after?: string;
}

/** The order of what the server has, as far as it is loaded. */
interface Loaded {
  readonly size: number;
  idAt(index: number): string | undefined;
  indexOf(id: string): number;
}

/** Knows between which neighbours of a transcript there may be messages that are not loaded. */
export class TranscriptGaps {
  readonly #loaded: Loaded;
  /** The messages behind which some may be missing. */
  readonly #after = new Set<string>();
  hasOlder = false;

  constructor(loaded: Loaded) {
    this.#loaded = loaded;
  }

  get hasNewer(): boolean {
    const last = this.#loaded.idAt(this.#loaded.size - 1);
    return last !== undefined && this.#after.has(last);
  }

  isAfter(id: string): boolean {
    return this.#after.has(id);
  }

  clear(): void {
    this.#after.clear();
    this.hasOlder = false;
  }

  /** A message came by itself: one that lands in a gap, or above the oldest, has unknown ground on both sides. */
  landed(index: number, id: string): void {
    if (index === this.#loaded.size - 1) return;
    if (this.isOpenBefore(index)) this.#after.add(id);
  }

  /** A message is about to be taken out; what is missing behind it is then missing behind the one before. */
  leaving(index: number, id: string): void {
    if (!this.#after.delete(id)) return;
    const before = this.#loaded.idAt(index - 1);
    if (before === undefined) this.hasOlder = true;
    else this.#after.add(before);
  }

  /** May there be messages that are not loaded right before the one at `index`? */
  isOpenBefore(index: number): boolean {
    const before = this.#loaded.idAt(index - 1);
    return before === undefined ? this.hasOlder : this.#after.has(before);
  }

  /** A stretch was put in; `isOpenAtEnd`: its last message is new here and stands in unknown ground. */
  joined(stretch: TranscriptStretch<{ readonly id: string }>, isOpenAtEnd: boolean): void {
    const ends = endsOf(stretch);
    if (!ends) {
      // There is nothing on the side that was looked at.
      if (this.#loaded.size === 0) this.hasOlder = stretch.hasOlder;
      return;
    }
    const [from, to] = [this.#loaded.indexOf(ends.first), this.#loaded.indexOf(ends.last)];
    for (let index = from; index < to; index++) this.#after.delete(this.#loaded.idAt(index)!);
    if (stretch.after === undefined) this.#joinedAtStart(from, stretch.hasOlder);
    if (stretch.before === undefined) this.#joinedAtEnd(ends.last, stretch.hasNewer, isOpenAtEnd);
  }

  #joinedAtStart(index: number, hasOlder: boolean): void {
    if (index === 0) this.hasOlder = hasOlder;
    else if (!hasOlder) this.#after.delete(this.#loaded.idAt(index - 1)!);
  }

  #joinedAtEnd(id: string, hasNewer: boolean, isOpen: boolean): void {
    if (!hasNewer) this.#after.delete(id);
    else if (isOpen) this.#after.add(id);
  }
}

/** The outermost messages that are known to stand without a hole between them. */
function endsOf({ messages, before, after }: TranscriptStretch<{ readonly id: string }>) {
  const inOrder = [after, messages[0]?.id, messages.at(-1)?.id, before].filter((id) => id !== undefined);
  const [first] = inOrder;
  const last = inOrder.at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}
