import { find, Vocabulary } from './looks.js';
import { readsBack } from './text-read.js';

/** What must be read at one spot of a place. */
export interface Reading {
  readonly selector: string;
  /** `source`: the text with WhatsApp's formatting; `words`: exactly this. Undefined: nothing can be said. */
  readonly by: 'source' | 'words';
  readonly expected: (text: string) => string | undefined;
}

/** Formatted text from which `expected` can be read back. */
export const source = (selector: string, expected: Reading['expected'] = (text) => text): Reading => ({
  selector,
  by: 'source',
  expected,
});

/** Plain words, exactly as `expected`. */
export const words = (selector: string, expected: Reading['expected'] = (text) => text): Reading => ({
  selector,
  by: 'words',
  expected,
});

/** One place where customers' texts show. */
export interface Place {
  readonly name: string;
  readonly root: ParentNode;
  show(text: string): void;
  readonly readings: readonly Reading[];
}

/** A place, and what it makes of harmless texts. */
export class WatchedPlace {
  readonly #place: Place;
  readonly #vocabulary = new Vocabulary();

  constructor(place: Place) {
    this.#place = place;
  }

  get root(): ParentNode {
    return this.#place.root;
  }

  show(text: string): void {
    this.#place.show(text);
  }

  learn(): void {
    this.#vocabulary.learn(this.root);
  }

  /** What is wrong with `text` as it is shown now. */
  faults(text: string): readonly string[] {
    const misread = this.#place.readings.map((reading) => misreading(this.root, reading, text));
    return [...this.#vocabulary.strangers(this.root), ...misread.filter((fault) => fault !== undefined)].map(
      (fault) => `${this.#place.name}: ${fault}`,
    );
  }
}

function misreading(root: ParentNode, { selector, by, expected }: Reading, text: string): string | undefined {
  const wanted = expected(text);
  if (wanted === undefined) return undefined;
  const shown = find(root, selector);
  if (shown.length === 0) return wanted === '' ? undefined : `nothing is shown at ${selector}`;
  const wrong = shown.find((element) =>
    by === 'source' ? !readsBack(element, wanted) : element.textContent !== wanted,
  );
  return wrong && `${selector} reads ${quoted(wrong.textContent)}, not ${quoted(wanted)}`;
}

function quoted(text: string): string {
  const short = text.length > 160 ? `${text.slice(0, 160)}…` : text;
  return JSON.stringify(short).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
