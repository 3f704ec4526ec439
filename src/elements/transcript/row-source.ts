/** What a row window shows: keys in order, and how to make and refresh the row of one. */
export interface RowSource {
  readonly size: number;
  keyAt(index: number): string;
  /** The index of a key, or -1. */
  indexOf(key: string): number;
  /** Renders the row of an index into `row`, which may hold an older state of the same key. */
  draw(row: HTMLElement, index: number): void;
  /** May `row` not leave the page, because something plays in it? */
  mustStay(row: HTMLElement): boolean;
  /** What is read in a row: what stands above it in its row may come and go without the reader's noticing. */
  readPart(row: HTMLElement): Element;
}

/** The parts of the page that a row window works on; `scroller` holds the other three in this order. */
export interface RowWindowParts {
  readonly scroller: HTMLElement;
  readonly before: HTMLElement;
  readonly rows: HTMLElement;
  readonly after: HTMLElement;
}
