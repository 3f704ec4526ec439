import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Knows whether the focus was inside an element and went down with the part that had it. */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #last: HTMLElement | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** What had the focus is no longer drawn, and nothing else has got it. */
  get isLost(): boolean {
    const isGone = this.#last !== undefined && !(this.#last.isConnected && this.#last.checkVisibility());
    return isGone && isNowhere();
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#onFocusin);
    document.addEventListener('pointerdown', this.#onPointerdown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#onFocusin);
    document.removeEventListener('pointerdown', this.#onPointerdown);
  }

  readonly #onFocusin = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement) this.#last = target;
  };

  /** Whoever clicks where nothing takes the focus has laid it down there; not every browser says so by `focusout`. */
  readonly #onPointerdown = (event: Event): void => {
    if (!event.composedPath().includes(this.#host)) this.#last = undefined;
  };
}

/** Nothing of the page has the focus. */
export function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
