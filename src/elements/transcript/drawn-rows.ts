import type { RowSource } from './row-source.js';

/** The rows that are in the page: those of a window in their order and, out of the flow, those that must not go. */
export class DrawnRows {
  readonly #container: HTMLElement;
  readonly #source: RowSource;
  readonly #rows = new Map<string, HTMLElement>();
  #focused: string | undefined;

  constructor(container: HTMLElement, source: RowSource) {
    this.#container = container;
    this.#source = source;
  }

  get(key: string): HTMLElement | undefined {
    return this.#rows.get(key);
  }

  /** The row that stays because it has the focus. */
  keep(key: string | undefined): void {
    this.#focused = key;
  }

  clear(): void {
    this.#rows.clear();
    this.#container.replaceChildren();
    this.#focused = undefined;
  }

  redraw(key: string): void {
    const row = this.#rows.get(key);
    const index = this.#source.indexOf(key);
    if (row && index >= 0) this.#source.draw(row, index);
  }

  redrawAll(): void {
    for (const key of this.#rows.keys()) this.redraw(key);
  }

  /** Puts the rows from `low` up to, not including, `high` into the page, and takes out all others that may go. */
  arrange(low: number, high: number): void {
    const wanted: HTMLElement[] = [];
    for (let index = low; index < high; index++) wanted.push(this.#row(index));
    const { above, below } = this.#clear(new Set(wanted), low);
    for (const row of wanted) row.classList.remove('kept');
    let at = this.#container.firstElementChild;
    for (const row of [...above, ...wanted, ...below]) {
      if (row === at) at = at.nextElementSibling;
      else this.#container.insertBefore(row, at);
    }
  }

  /** Adds the rows from `from` up to, not including, `to` at the end. */
  append(from: number, to: number): void {
    for (let index = from; index < to; index++) this.#container.append(this.#row(index));
  }

  /** Takes out the rows from `from` up to, not including, `to`, but for those that must stay. */
  drop(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const key = this.#source.keyAt(index);
      const row = this.#rows.get(key);
      if (row && !this.#staysOutside(key, row)) this.#remove(key, row);
    }
  }

  #row(index: number): HTMLElement {
    const key = this.#source.keyAt(index);
    let row = this.#rows.get(key);
    if (!row) {
      row = document.createElement('div');
      row.dataset['key'] = key;
      row.className = 'row';
      this.#rows.set(key, row);
      this.#source.draw(row, index);
    }
    return row;
  }

  /** Takes out what is not in `inside`; answers what stays all the same, above and below. */
  #clear(inside: ReadonlySet<HTMLElement>, low: number): { above: HTMLElement[]; below: HTMLElement[] } {
    const above: HTMLElement[] = [];
    const below: HTMLElement[] = [];
    for (const [key, row] of this.#rows) {
      if (inside.has(row)) continue;
      if (this.#staysOutside(key, row)) (this.#source.indexOf(key) < low ? above : below).push(row);
      else this.#remove(key, row);
    }
    return { above, below };
  }

  #staysOutside(key: string, row: HTMLElement): boolean {
    const stays = this.#source.indexOf(key) >= 0 && (key === this.#focused || this.#source.mustStay(row));
    if (stays) row.classList.add('kept');
    return stays;
  }

  #remove(key: string, row: HTMLElement): void {
    row.remove();
    this.#rows.delete(key);
  }
}
