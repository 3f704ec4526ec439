import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { deepActiveElement } from './composed-tree.js';
import { place, type Placement } from './place.js';

/** What a popup needs to know. */
export interface PopupOptions extends Partial<Placement> {
  /** The element with `popover` in the host's template. */
  readonly panel: () => HTMLElement | null;
  /** After it opened or closed, by whomever. */
  readonly onToggle?: (open: boolean) => void;
}

/**
 * Opens an element with `popover` beside an anchor: 8 px away, turned to the other side or pushed where there is no room.
 * Escape and a click outside close it, by the platform; the focus, where it was inside, goes back to where it came from.
 */
export class PopupController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: PopupOptions;
  #anchor: HTMLElement | undefined;
  #panel: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #cameFrom: Element | undefined;
  #hadFocus = false;

  constructor(host: ReactiveControllerHost & Element, options: PopupOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether it is open; true before its content is rendered, so that a template can render it for the occasion. */
  get open(): boolean {
    return this.#anchor !== undefined;
  }

  hostDisconnected(): void {
    this.#closed();
  }

  /** Opens it beside `anchor`; done when it is in place. */
  async show(anchor: HTMLElement): Promise<void> {
    if (this.open) return;
    this.#anchor = anchor;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    if (this.#anchor !== anchor) return;
    const panel = this.#options.panel();
    if (!panel?.isConnected) {
      this.#closed();
      return;
    }
    this.#panel = panel;
    this.#cameFrom = deepActiveElement(this.#host.ownerDocument);
    panel.addEventListener('beforetoggle', this.#onBeforeToggle);
    panel.addEventListener('toggle', this.#onToggle);
    panel.showPopover({ source: anchor });
    this.#keepInPlace(panel);
    this.#options.onToggle?.(true);
  }

  /** Closes it. */
  hide(): void {
    if (!this.#panel?.matches(':popover-open')) return;
    this.#panel.hidePopover();
    this.#closed();
  }

  /** Opens or closes it, as a click on `anchor` means. */
  toggle(anchor: HTMLElement): void {
    if (this.open) this.hide();
    else void this.show(anchor);
  }

  readonly #onBeforeToggle = (event: Event): void => {
    if (isClosing(event)) this.#hadFocus = this.#panel?.matches(':focus-within') ?? false;
  };

  readonly #onToggle = (event: Event): void => {
    if (isClosing(event)) this.#closed();
  };

  #closed(): void {
    const anchor = this.#anchor;
    if (!anchor) return;
    this.#panel?.removeEventListener('beforetoggle', this.#onBeforeToggle);
    this.#panel?.removeEventListener('toggle', this.#onToggle);
    this.#observer?.disconnect();
    globalThis.removeEventListener('scroll', this.#place, true);
    globalThis.removeEventListener('resize', this.#place);
    this.#panel = undefined;
    this.#anchor = undefined;
    if (this.#hadFocus) this.#giveFocusBack(anchor);
    this.#host.requestUpdate();
    this.#options.onToggle?.(false);
  }

  /** By hand: Chromium forgets where the focus came from when that is inside a shadow root. */
  #giveFocusBack(anchor: HTMLElement): void {
    this.#hadFocus = false;
    const { ownerDocument } = anchor;
    const target = this.#cameFrom === ownerDocument.body ? anchor : this.#cameFrom;
    if (target instanceof HTMLElement && target.isConnected) target.focus();
  }

  #keepInPlace(panel: HTMLElement): void {
    this.#place();
    this.#observer = new ResizeObserver(this.#place);
    this.#observer.observe(panel);
    globalThis.addEventListener('scroll', this.#place, { capture: true, passive: true });
    globalThis.addEventListener('resize', this.#place);
  }

  readonly #place = (): void => {
    if (!this.#panel || !this.#anchor) return;
    const { side = 'below', align = 'start' } = this.#options;
    place(this.#panel, this.#anchor, { side, align });
  };
}

function isClosing(event: Event): boolean {
  return (event as ToggleEvent).newState === 'closed';
}
