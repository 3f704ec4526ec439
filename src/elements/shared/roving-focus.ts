import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Typeahead } from './typeahead.js';

/** Which arrows move: along a row, a column, or both. */
type Orientation = 'horizontal' | 'vertical' | 'both';

/** How a group with one tab stop moves inside. */
export interface RovingFocusOptions {
  /** The items in their order, as rendered now. */
  readonly items: () => readonly HTMLElement[];
  /** Default `horizontal`. */
  readonly orientation?: Orientation;
  /** From the last item to the first and back; default true. */
  readonly wrap?: boolean;
  /** What a person types to come to an item; without it letters do nothing. */
  readonly typeahead?: (item: HTMLElement) => string;
}

type Step = 'next' | 'previous' | 'first' | 'last';
type StepOfKey = Readonly<Record<string, Step>>;

const edgeSteps: StepOfKey = { Home: 'first', End: 'last' };
const columnSteps: StepOfKey = { ArrowDown: 'next', ArrowUp: 'previous' };
const leftToRightSteps: StepOfKey = { ArrowRight: 'next', ArrowLeft: 'previous' };
const rightToLeftSteps: StepOfKey = { ArrowLeft: 'next', ArrowRight: 'previous' };

/**
 * Makes one tab stop of a group (APG's roving tabindex): arrows, Home and End move inside it, right to left turns the
 * horizontal arrows round. It writes `tabindex` itself; bind `onKeydown` and `onFocusin` on the group.
 */
export class RovingFocusController implements ReactiveController {
  readonly #options: RovingFocusOptions;
  readonly #typeahead = new Typeahead();
  #current: HTMLElement | undefined;
  #index = 0;

  constructor(host: ReactiveControllerHost, options: RovingFocusOptions) {
    this.#options = options;
    host.addController(this);
  }

  /** The place of the tab stop in the group. */
  get current(): number {
    return this.#index;
  }

  hostUpdated(): void {
    this.#mark();
  }

  /** Makes `item` the tab stop, without moving the focus. */
  moveTo(item: HTMLElement): void {
    this.#current = item;
    this.#mark();
  }

  /** Focuses the tab stop, or the item at `index` (negative: from the end). */
  focus(index?: number): void {
    const items = this.#options.items();
    const item = index === undefined ? this.#stopOf(items) : items.at(index);
    if (!item) return;
    this.moveTo(item);
    item.focus();
  }

  readonly onFocusin = (event: Event): void => {
    const path = event.composedPath();
    const item = this.#options.items().find((candidate) => path.includes(candidate));
    if (item) this.moveTo(item);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTextEntry(event)) return;
    const target = this.#targetOf(event);
    if (!target) return;
    event.preventDefault();
    this.moveTo(target);
    target.focus();
  };

  /** An item that went away hands the stop to the one now in its place. */
  #stopOf(items: readonly HTMLElement[]): HTMLElement | undefined {
    if (this.#current && items.includes(this.#current)) return this.#current;
    return items[Math.min(this.#index, items.length - 1)];
  }

  #mark(): void {
    const items = this.#options.items();
    const stop = this.#stopOf(items);
    this.#current = stop;
    this.#index = stop ? items.indexOf(stop) : 0;
    for (const item of items) item.tabIndex = item === stop ? 0 : -1;
  }

  #targetOf(event: KeyboardEvent): HTMLElement | undefined {
    const items = this.#options.items();
    const step = this.#stepOf(event);
    if (step) return this.#itemAfter(step, items);
    const { typeahead } = this.#options;
    return typeahead && this.#typeahead.find(event, items, this.#index, typeahead);
  }

  #stepOf({ key, currentTarget }: KeyboardEvent): Step | undefined {
    const { orientation = 'horizontal' } = this.#options;
    if (key in edgeSteps) return edgeSteps[key];
    if (key in columnSteps) return orientation === 'horizontal' ? undefined : columnSteps[key];
    if (orientation === 'vertical') return undefined;
    return (isRightToLeft(currentTarget) ? rightToLeftSteps : leftToRightSteps)[key];
  }

  #itemAfter(step: Step, items: readonly HTMLElement[]): HTMLElement | undefined {
    if (step === 'first') return items[0];
    if (step === 'last') return items.at(-1);
    const { wrap = true } = this.#options;
    const index = this.#index + (step === 'next' ? 1 : -1);
    return wrap ? items.at(index % items.length) : items[Math.max(0, Math.min(index, items.length - 1))];
  }
}

/** There the arrows belong to the caret. */
function isTextEntry(event: Event): boolean {
  const [origin] = event.composedPath();
  return origin instanceof Element && origin.matches('input, textarea, select, [contenteditable]');
}

function isRightToLeft(target: EventTarget | null): boolean {
  return target instanceof Element && getComputedStyle(target).direction === 'rtl';
}
