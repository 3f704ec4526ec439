import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isNowhere } from './focus-keeper.js';

/** Anything with this attribute, in the desk's own template or in what stands inside it, is a region that F6 goes to. */
const REGION = '[data-region]';

const FOCUSABLE =
  'a[href], button, input:not([type=file]), select, textarea, summary, audio[controls], video[controls], [tabindex]';

/** Lets F6 and Shift+F6 go round the regions of a desk, and into it from nowhere; each remembers where the focus was. */
export class RegionKeys implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #remembered = new WeakMap<Element, HTMLElement>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('keydown', this.#onKeydown);
    this.#host.addEventListener('focusin', this.#onFocusin);
  }

  hostDisconnected(): void {
    document.removeEventListener('keydown', this.#onKeydown);
    this.#host.removeEventListener('focusin', this.#onFocusin);
  }

  readonly #onFocusin = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    const region = regionOf(event);
    if (region && target instanceof HTMLElement) this.#remembered.set(region, target);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.defaultPrevented || !(isNowhere() || event.composedPath().includes(this.#host))) return;
    if (this.#next(event).some((region) => this.#enter(region))) event.preventDefault();
  };

  /** The other regions in the order in which they come, from where the focus is. */
  #next(event: KeyboardEvent): readonly Element[] {
    const regions = [...shown(this.#host)].filter((element) => element.matches(REGION));
    if (event.shiftKey) regions.reverse();
    const here = regions.findIndex((region) => region === regionOf(event));
    return [...regions.slice(here + 1), ...regions.slice(0, Math.max(here, 0))];
  }

  #enter(region: Element): boolean {
    const before = this.#remembered.get(region);
    const target = before?.isConnected && before.checkVisibility() ? before : firstStop(region);
    target?.focus();
    return target !== undefined;
  }
}

function regionOf(event: Event): Element | undefined {
  return event.composedPath().find((target): target is Element => target instanceof Element && target.matches(REGION));
}

/** The first place in `root` that Tab would come to. */
export function firstStop(root: Element): HTMLElement | undefined {
  for (const element of shown(root)) {
    if (element instanceof HTMLElement && element.matches(FOCUSABLE) && element.tabIndex >= 0) return element;
  }
  return undefined;
}

/** What is drawn inside `root`, in order, through slots and shadow roots. */
function* shown(root: Element): Generator<Element> {
  for (const child of childrenOf(root)) {
    // A slot has no box of its own; what stands in it has.
    if (!(child instanceof HTMLSlotElement) && !child.checkVisibility()) continue;
    yield child;
    yield* shown(child);
  }
}

function childrenOf(element: Element): Iterable<Element> {
  if (element.shadowRoot) return element.shadowRoot.children;
  if (!(element instanceof HTMLSlotElement)) return element.children;
  const assigned = element.assignedElements();
  return assigned.length > 0 ? assigned : element.children;
}
