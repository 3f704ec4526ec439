import { findText, foldText } from '../../domain/text-search.js';

/** The names of the two looks, for `::highlight()`. */
const ALL = 'wa-desk-found';
const CURRENT = 'wa-desk-found-current';

/** Words that stand around a message's own, not in it. */
const AROUND = '.meta, .author, .quote, .visually-hidden, .reactions, .fold, .day-line';

const BLOCKS = 'p, li, pre, blockquote, button, div';

/** Can ranges be marked without touching the page (CSS Custom Highlight API)? */
export function canPaint(): boolean {
  return 'highlights' in CSS && 'Highlight' in globalThis;
}

/** Marks the words in the rows that are drawn, and goes on marking as rows come and go; the page's elements stay as they are. */
export class MatchPainter {
  readonly #rows: HTMLElement;
  readonly #observer: MutationObserver;
  #words = '';
  #current: string | undefined;
  #painted: Range[] = [];
  #frame = 0;

  constructor(rows: HTMLElement) {
    this.#rows = rows;
    this.#observer = new MutationObserver(() => {
      cancelAnimationFrame(this.#frame);
      this.#frame = requestAnimationFrame(() => {
        this.#paint();
      });
    });
    this.#observer.observe(rows, { childList: true, characterData: true, subtree: true });
  }

  /** Marks these words everywhere, and frames the message that the reader was led to. */
  paint(words: string, current: string | undefined): void {
    this.#words = foldText(words.trim());
    this.#current = current;
    this.#paint();
  }

  stop(): void {
    this.#observer.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#words = '';
    this.#current = undefined;
    this.#paint();
  }

  #paint(): void {
    this.#clear();
    for (const row of this.#rows.children) {
      if (!(row instanceof HTMLElement)) continue;
      const isCurrent = row.dataset['key'] === this.#current;
      row.toggleAttribute('data-found', isCurrent);
      if (this.#words === '' || !canPaint()) continue;
      for (const range of rangesIn(row, this.#words)) {
        highlight(isCurrent ? CURRENT : ALL).add(range);
        this.#painted.push(range);
      }
    }
  }

  #clear(): void {
    for (const range of this.#painted) for (const name of [ALL, CURRENT]) highlight(name).delete(range);
    this.#painted = [];
  }
}

/** One for the whole page: several transcripts put their ranges into it. */
function highlight(name: string): Highlight {
  let known = CSS.highlights.get(name);
  if (!known) {
    known = new Highlight();
    CSS.highlights.set(name, known);
  }
  return known;
}

function rangesIn(row: HTMLElement, words: string): readonly Range[] {
  const leaves: { readonly node: Text; readonly start: number }[] = [];
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  let read = '';
  let block: Element | null | undefined;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || !parent?.closest('.bubble') || parent.closest(AROUND)) continue;
    const own = parent.closest(BLOCKS);
    if (block && own !== block) read += '\n\n';
    block = own;
    leaves.push({ node, start: read.length });
    read += node.data;
  }
  return findText(read, words).map(({ start, end }) => rangeOf(leaves, start, end));
}

function rangeOf(
  leaves: readonly { readonly node: Text; readonly start: number }[],
  start: number,
  end: number,
): Range {
  const range = document.createRange();
  for (const leaf of leaves) {
    if (leaf.start <= start) range.setStart(leaf.node, Math.min(start - leaf.start, leaf.node.length));
    if (leaf.start < end) range.setEnd(leaf.node, Math.min(end - leaf.start, leaf.node.length));
  }
  return range;
}
