import type { ReactiveController, ReactiveControllerHost } from 'lit';

const LONG_MS = 500;
/** A finger that goes further than this scrolls (pixels). */
const SLACK = 10;

/** Hears a finger that stays on its host for half a second. It acts when the finger leaves, so that what opens stays open. */
export class LongPress implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #find: (event: Event) => HTMLElement | undefined;
  readonly #act: (pressed: HTMLElement | undefined) => void;
  #start: PointerEvent | undefined;

  /** `find` says what an event is about, and `act` gets it. */
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    find: (event: Event) => HTMLElement | undefined,
    act: (pressed: HTMLElement | undefined) => void,
  ) {
    this.#host = host;
    this.#find = find;
    this.#act = act;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('pointerdown', this.#onDown);
    this.#host.addEventListener('pointerup', this.#onUp);
    this.#host.addEventListener('pointercancel', this.#onCancel);
    this.#host.addEventListener('contextmenu', this.#onContextMenu);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('pointerdown', this.#onDown);
    this.#host.removeEventListener('pointerup', this.#onUp);
    this.#host.removeEventListener('pointercancel', this.#onCancel);
    this.#host.removeEventListener('contextmenu', this.#onContextMenu);
    this.#start = undefined;
  }

  readonly #onDown = (event: PointerEvent): void => {
    this.#start = event.pointerType === 'touch' ? event : undefined;
  };

  readonly #onUp = (event: PointerEvent): void => {
    const start = this.#start;
    this.#start = undefined;
    if (!start || event.timeStamp - start.timeStamp < LONG_MS) return;
    if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) > SLACK) return;
    const pressed = this.#find(event);
    this.#host.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => {
      this.#host.removeEventListener('click', swallow, true);
      this.#act(pressed);
    });
  };

  readonly #onCancel = (): void => {
    this.#start = undefined;
  };

  /** The browser's own menu would end the press. */
  readonly #onContextMenu = (event: Event): void => {
    if (this.#start) event.preventDefault();
  };
}

/** The press was no click on what lies under the finger. */
function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
