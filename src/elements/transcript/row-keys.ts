import type { RowWindow } from './row-window.js';

/** Moves the focus from message to message: arrows, page keys, Home and End; Enter goes inside a message, Escape comes back. */
export class RowKeys {
  readonly #window: () => RowWindow | undefined;
  readonly #size: () => number;
  #current: string | undefined;

  constructor(window: () => RowWindow | undefined, size: () => number) {
    this.#window = window;
    this.#size = size;
  }

  /** Focuses the row of an index; false when there is none. */
  focus(index: number, block: 'nearest' | 'center' = 'nearest'): boolean {
    const row = this.#window()?.scrollTo(index, block);
    row?.focus({ preventScroll: true });
    return row !== undefined;
  }

  readonly onFocusin = (event: FocusEvent): void => {
    const row = rowOf(event);
    if (!row) return;
    this.#current = row.dataset['key'];
    this.#window()?.keep(this.#current);
  };

  readonly onFocusout = (event: FocusEvent): void => {
    const next = event.relatedTarget;
    if (next instanceof Node && event.currentTarget instanceof Node && event.currentTarget.contains(next)) return;
    this.#window()?.keep(undefined);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const row = rowOf(event);
    if (!row || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey) return;
    const inside = event.composedPath()[0] !== row;
    if (inside ? this.#leave(event, row) : this.#move(event, row)) event.preventDefault();
  };

  #leave(event: KeyboardEvent, row: HTMLElement): boolean {
    if (event.key !== 'Escape') return false;
    row.focus();
    return true;
  }

  #move(event: KeyboardEvent, row: HTMLElement): boolean {
    if (event.key === 'Enter') return this.#enter(row);
    const index = Number(row.getAttribute('aria-posinset')) - 1;
    const target = this.#target(event.key, index);
    if (target === undefined) return false;
    this.focus(Math.max(0, Math.min(this.#size() - 1, target)));
    return true;
  }

  #target(key: string, index: number): number | undefined {
    switch (key) {
      case 'ArrowUp':
        return index - 1;
      case 'ArrowDown':
        return index + 1;
      case 'PageUp':
        return index - 8;
      case 'PageDown':
        return index + 8;
      case 'Home':
        return 0;
      case 'End':
        return this.#size() - 1;
      default:
        return undefined;
    }
  }

  #enter(row: HTMLElement): boolean {
    const first = row.querySelector<HTMLElement>('a[href], button, [tabindex], wa-attachment, wa-location-preview');
    first?.focus();
    return first !== null;
  }
}

function rowOf(event: Event): HTMLElement | undefined {
  return event
    .composedPath()
    .find((node): node is HTMLElement => node instanceof HTMLElement && node.classList.contains('row'));
}
