import { deepActiveElement } from '../shared/composed-tree.js';
import type { RowWindow } from './row-window.js';

/** What can have the focus inside a message. */
const STOPS = 'a[href], button, input, video[controls], [tabindex]';

/**
 * Makes a list of messages one stop for Tab. Arrows, page keys, Home and End go from message to message; Enter goes
 * inside one, where Tab goes on from link to button, and Escape comes back.
 */
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

  /** The list itself is the stop until the focus is inside. */
  readonly onFocusin = (event: FocusEvent): void => {
    const list = event.currentTarget as HTMLElement;
    if (event.composedPath()[0] === list) {
      if (list.matches(':focus-visible')) this.#goIn(list);
      return;
    }
    list.tabIndex = -1;
    const row = rowOf(event);
    if (!row) return;
    this.#current = row.dataset['key'];
    this.#window()?.keep(this.#current);
  };

  readonly onFocusout = (event: FocusEvent): void => {
    const list = event.currentTarget as HTMLElement;
    if (event.relatedTarget instanceof Node && list.contains(event.relatedTarget)) return;
    list.tabIndex = 0;
    this.#window()?.keep(undefined);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    const row = rowOf(event);
    if (!row || event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isOnTop(event)) return;
    const inside = event.composedPath()[0] !== row;
    if (inside ? this.#moveInside(event, row) : this.#move(event, row)) event.preventDefault();
  };

  /** Where the reader was, if that is in view, else the newest message in view. */
  #goIn(list: HTMLElement): void {
    const view = list.getBoundingClientRect();
    const inView = [...list.querySelectorAll<HTMLElement>('.row')].filter((row) => {
      const box = row.getBoundingClientRect();
      return box.bottom > view.top && box.top < view.bottom;
    });
    const row = inView.find(({ dataset }) => dataset['key'] === this.#current) ?? inView.at(-1);
    if (row) this.focus(indexOf(row));
  }

  #moveInside(event: KeyboardEvent, row: HTMLElement): boolean {
    if (event.key !== 'Escape' && event.key !== 'Tab') return false;
    const stops = stopsIn(row);
    const at = stops.findIndex((stop) => stop === deepActiveElement());
    const back = event.key === 'Escape' ? row : (stops[at - 1] ?? row);
    const next = event.key === 'Tab' && !event.shiftKey ? stops[at + 1] : back;
    next?.focus();
    return next !== undefined;
  }

  #move(event: KeyboardEvent, row: HTMLElement): boolean {
    if (event.shiftKey) return false;
    if (event.key === 'Enter') return this.#enter(row);
    const target = this.#target(event.key, indexOf(row));
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
    const [first] = stopsIn(row);
    first?.focus();
    return first !== undefined;
  }
}

function rowOf(event: Event): HTMLElement | undefined {
  return event
    .composedPath()
    .find((node): node is HTMLElement => node instanceof HTMLElement && node.classList.contains('row'));
}

function indexOf(row: HTMLElement): number {
  return Number(row.getAttribute('aria-posinset')) - 1;
}

/** Does the event come from a dialog or a popup, which has keys of its own? */
function isOnTop(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches('dialog, [popover]'));
}

function stopsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    ...(element.matches(STOPS) ? [element] : []),
    ...(element.shadowRoot ? stopsIn(element.shadowRoot) : []),
  ]);
}
