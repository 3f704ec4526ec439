/** Remembers which message the reader's eye is on, and puts it back when something above has pushed it away. */
export class ReadingEye {
  readonly #scroller: HTMLElement;
  readonly #rows: HTMLElement;
  readonly #readPart: (row: HTMLElement) => Element;
  #on: { readonly row: HTMLElement; readonly message: Element; readonly top: number } | undefined;

  /** `readPart` says what of a row must stay where it is. */
  constructor(scroller: HTMLElement, rows: HTMLElement, readPart: (row: HTMLElement) => Element) {
    this.#scroller = scroller;
    this.#rows = rows;
    this.#readPart = readPart;
  }

  /** The key of the row that the eye is on. */
  get key(): string | undefined {
    return this.#on?.row.dataset['key'];
  }

  forget(): void {
    this.#on = undefined;
  }

  /**
   * Looks for the first message that begins in view, since what a half-seen one above it grows by (a picture that arrives)
   * must not push it down.
   */
  look(): void {
    const view = this.#scroller.getBoundingClientRect();
    this.#on = undefined;
    for (const row of this.#rows.children) {
      if (!(row instanceof HTMLElement) || row.classList.contains('kept')) continue;
      if (row.getBoundingClientRect().bottom <= view.top + 1) continue;
      const message = this.#readPart(row);
      const top = message.getBoundingClientRect().top - view.top;
      if (this.#on && top >= view.height) return;
      this.#on = { row, message, top };
      if (top >= 0) return;
    }
  }

  /** Rests on a row that belongs so far below the upper edge (pixels). */
  rest(row: HTMLElement, top: number): void {
    this.#on = { row, message: row, top };
  }

  /** Looks again only when the message has gone out of the page. */
  keepLooking(): void {
    if (!this.#on?.row.isConnected) this.look();
  }

  /** How far the message has moved since it was looked at (pixels); 0 when it is gone. */
  get moved(): number {
    if (!this.#on?.row.isConnected) return 0;
    return this.#on.message.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top - this.#on.top;
  }
}
