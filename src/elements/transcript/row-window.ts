import { DrawnRows } from './drawn-rows.js';
import { ReadingEye } from './reading-eye.js';
import type { RowSource, RowWindowParts } from './row-source.js';

/** Rows drawn before the first paint: enough for a tall pane, few enough to open at once. */
const FIRST_ROWS = 24;
/** Rows added when the reader comes near an edge of the window. */
const STEP_ROWS = 24;
/** The reader counts as being at the end within this distance (pixels). */
const END_SLACK = 32;
const FIRST_HEIGHT_GUESS = 64;

/**
 * Keeps the rows around the reader in the page and nothing else, at a cost that does not depend on how many there are.
 * Whatever changes above or around, the row under the reader's eye stays where it is; at the end, the end stays in view.
 */
export class RowWindow {
  readonly #parts: RowWindowParts;
  readonly #source: RowSource;
  readonly #onMove: () => void;
  readonly #eye: ReadingEye;
  readonly #drawn: DrawnRows;
  readonly #resize: ResizeObserver;
  #low = 0;
  #high = 0;
  #height = FIRST_HEIGHT_GUESS;
  #atEnd = true;
  #ownTop = 0;

  /** `onMove` is called after the reader or the content has moved. */
  constructor(parts: RowWindowParts, source: RowSource, onMove: () => void) {
    this.#parts = parts;
    this.#source = source;
    this.#onMove = onMove;
    this.#drawn = new DrawnRows(parts.rows, source);
    this.#eye = new ReadingEye(parts.scroller, parts.rows, (row) => source.readPart(row));
    this.#resize = new ResizeObserver(() => {
      this.#hold();
    });
  }

  /** Is the newest row in view, so that new ones pull the view along? */
  get atEnd(): boolean {
    return this.#atEnd;
  }

  /** The drawn range: from `low` up to, not including, `high`. */
  get range(): { readonly low: number; readonly high: number } {
    return { low: this.#low, high: this.#high };
  }

  connect(): void {
    this.#parts.scroller.addEventListener('scroll', this.#onScroll, { passive: true });
    this.#resize.observe(this.#parts.rows);
    this.#resize.observe(this.#parts.scroller);
  }

  disconnect(): void {
    this.#parts.scroller.removeEventListener('scroll', this.#onScroll);
    this.#resize.disconnect();
    this.#eye.forget();
  }

  row(key: string): HTMLElement | undefined {
    return this.#drawn.get(key);
  }

  /** Draws anew from the end. */
  reset(): void {
    this.#drawn.clear();
    this.#eye.forget();
    this.#atEnd = true;
    this.#high = this.#source.size;
    this.#low = Math.max(0, this.#high - FIRST_ROWS);
    this.#arrange();
    this.#settle();
  }

  /** Rows came at the end. */
  appended(count: number): void {
    const { size } = this.#source;
    const isNext = this.#high + count === size && (this.#atEnd || this.#high - this.#low < FIRST_ROWS);
    if (!isNext) {
      this.#pad();
      return;
    }
    const low = this.#atEnd ? Math.max(this.#low, size - FIRST_ROWS * 2) : this.#low;
    if (low >= this.#high) this.#arrange(low, size);
    else {
      this.#drawn.append(this.#high, size);
      this.#drawn.drop(this.#low, low);
      this.#low = low;
      this.#high = size;
      this.#pad();
    }
    this.#settle();
  }

  /** Rows came in at an index, above, between or below those that are drawn. */
  inserted(index: number, count: number): void {
    if (index <= this.#low) this.#low += count;
    if (index < this.#high || this.#atEnd) this.#high += count;
    if (index + count < this.#source.size) this.#drawn.redraw(this.#source.keyAt(index + count));
    this.#arrange();
    this.#settle();
    this.#fill();
  }

  /** Something else changed: the drawn rows are brought in line, and those of `changed` are drawn again. */
  changed(changed: ReadonlySet<string>): void {
    const anchorKey = this.#eye.key;
    const anchorIndex = anchorKey === undefined ? -1 : this.#source.indexOf(anchorKey);
    const length = Math.max(this.#high - this.#low, FIRST_ROWS);
    if (this.#atEnd) this.#high = this.#source.size;
    else if (anchorIndex >= 0) this.#high = Math.max(this.#high, anchorIndex + 1);
    this.#high = Math.min(this.#source.size, this.#high);
    this.#low = Math.max(0, Math.min(this.#low, this.#high), this.#high - length);
    for (const key of changed) this.#drawn.redraw(key);
    this.#arrange();
    this.#settle();
  }

  /** Draws all rows again, for what all of them depend on. */
  redraw(): void {
    this.#drawn.redrawAll();
    this.#settle();
  }

  scrollToEnd(): void {
    this.#atEnd = true;
    if (this.#high !== this.#source.size) {
      this.#high = this.#source.size;
      this.#low = Math.max(0, this.#high - FIRST_ROWS);
      this.#arrange();
    }
    this.#settle();
  }

  /** Brings a row into view, with what stands before it; returns its element. */
  scrollTo(index: number, block: ScrollLogicalPosition = 'nearest'): HTMLElement | undefined {
    if (index < 0 || index >= this.#source.size) return undefined;
    if (index < this.#low || index >= this.#high) {
      this.#atEnd = false;
      this.#low = Math.max(0, index - STEP_ROWS);
      this.#high = Math.min(this.#source.size, index + STEP_ROWS);
      this.#eye.forget();
      this.#arrange();
    }
    const row = this.#drawn.get(this.#source.keyAt(index));
    row?.scrollIntoView({ block });
    this.#atEnd = this.#isAtEnd();
    this.#eye.look();
    this.#fill();
    return row;
  }

  /** Brings a row so far below the upper edge (pixels). */
  place(index: number, top: number): void {
    const row = this.scrollTo(index, 'start');
    if (row) this.#eye.rest(row, top);
    this.#hold();
  }

  /** The row that must stay in the page wherever the reader scrolls, because it has the focus. */
  keep(key: string | undefined): void {
    this.#drawn.keep(key);
  }

  /** Draws another range of rows. */
  #arrange(low = this.#low, high = this.#high): void {
    this.#low = low;
    this.#high = high;
    this.#drawn.arrange(low, high);
    this.#pad();
  }

  /** Room for the rows that are not drawn, so that the scroll bar tells the truth, roughly. */
  #pad(): void {
    this.#parts.before.style.blockSize = `${String(Math.round(this.#low * this.#height))}px`;
    this.#parts.after.style.blockSize = `${String(Math.round((this.#source.size - this.#high) * this.#height))}px`;
  }

  readonly #onScroll = (): void => {
    if (Math.abs(this.#parts.scroller.scrollTop - this.#ownTop) <= 1) this.#hold();
    else {
      this.#atEnd = this.#isAtEnd();
      this.#eye.look();
    }
    this.#fill();
    this.#onMove();
  };

  /** Puts the eye back onto its row, or the end back into view; runs before the next paint. */
  #hold(): void {
    const { scroller } = this.#parts;
    if (this.#atEnd) this.#scroll(scroller.scrollHeight);
    else if (Math.abs(this.#eye.moved) >= 0.5) this.#scroll(scroller.scrollTop + this.#eye.moved);
  }

  /** Scrolls on the window's own account; the event that follows is not the reader's. */
  #scroll(top: number): void {
    const { scroller } = this.#parts;
    scroller.scrollTop = top;
    this.#ownTop = scroller.scrollTop;
  }

  #isAtEnd(): boolean {
    const { scroller } = this.#parts;
    const below = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight;
    return this.#high === this.#source.size && below <= END_SLACK;
  }

  #settle(): void {
    this.#hold();
    if (!this.#atEnd) this.#eye.keepLooking();
    this.#onMove();
  }

  /** Draws more rows where the reader comes near an edge of the window, and drops those far behind. */
  #fill(): void {
    const view = this.#parts.scroller.getBoundingClientRect();
    const drawn = this.#parts.rows.getBoundingClientRect();
    if (drawn.height > 0 && this.#high > this.#low) this.#height = drawn.height / (this.#high - this.#low);
    if (drawn.bottom < view.top || drawn.top > view.bottom) this.#jump();
    else if (drawn.top > view.top - view.height && this.#low > 0) this.#extend('up', view.height);
    else if (drawn.bottom < view.bottom + view.height && this.#high < this.#source.size)
      this.#extend('down', view.height);
  }

  #extend(direction: 'up' | 'down', viewHeight: number): void {
    const most = Math.ceil((viewHeight * 3) / this.#height) + STEP_ROWS * 2;
    if (direction === 'up') {
      this.#low = Math.max(0, this.#low - STEP_ROWS);
      this.#high = Math.min(this.#high, this.#low + most);
    } else {
      this.#high = Math.min(this.#source.size, this.#high + STEP_ROWS);
      this.#low = Math.max(this.#low, this.#high - most);
    }
    this.#arrange();
    this.#hold();
    this.#eye.keepLooking();
  }

  /** The scroll bar was dragged to where nothing is drawn. */
  #jump(): void {
    const index = Math.min(this.#source.size - 1, Math.floor(this.#parts.scroller.scrollTop / this.#height));
    this.#low = Math.max(0, index - STEP_ROWS);
    this.#high = Math.min(this.#source.size, index + STEP_ROWS);
    this.#eye.forget();
    this.#arrange();
    this.#eye.look();
  }
}
