import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What may take the focus away with it. */
export interface FocusKeeperInit {
  /** Is what may go there? */
  isThere(): boolean;
  /** It has gone, and the focus with it. */
  lost(): void;
}

/** Tells when something of an element goes with the focus in it, which the browser then gives to nobody. */
export class FocusKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #init: FocusKeeperInit;
  #last: HTMLElement | undefined;
  #wasThere = false;

  constructor(host: ReactiveControllerHost & HTMLElement, init: FocusKeeperInit) {
    this.#host = host;
    this.#init = init;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('focusin', this.#onFocusin);
    document.addEventListener('pointerdown', this.#onPointerdown);
  }

  hostUpdated(): void {
    const isThere = this.#init.isThere();
    if (this.#wasThere && !isThere && this.#isLost) this.#init.lost();
    this.#wasThere = isThere;
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('focusin', this.#onFocusin);
    document.removeEventListener('pointerdown', this.#onPointerdown);
  }

  get #isLost(): boolean {
    const isGone = this.#last !== undefined && !(this.#last.isConnected && this.#last.checkVisibility());
    return isGone && isNowhere();
  }

  readonly #onFocusin = (event: FocusEvent): void => {
    const [target] = event.composedPath();
    if (target instanceof HTMLElement) this.#last = target;
  };

  /** Whoever clicks beside the element has laid the focus down there; not every browser says so by `focusout`. */
  readonly #onPointerdown = (event: Event): void => {
    if (!event.composedPath().includes(this.#host)) this.#last = undefined;
  };
}

/** Nothing of the page has the focus. */
export function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
