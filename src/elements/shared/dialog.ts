import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a modal dialog needs to know. */
export interface DialogOptions {
  /** The `<dialog>` in the host's template. */
  readonly dialog: () => HTMLDialogElement | null;
  /** Asked before Escape closes it; false keeps it open (unsaved work, for instance). */
  readonly mayClose?: () => boolean;
  /** After it opened or closed. */
  readonly onToggle?: (open: boolean) => void;
}

/** Opens a modal `<dialog>`; the focus trap, the inert page and the way of the focus back are the platform's. */
export class DialogController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #options: DialogOptions;
  #dialog: HTMLDialogElement | undefined;
  #open = false;

  constructor(host: ReactiveControllerHost, options: DialogOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Whether it is open; true before its content is rendered, so that a template can render it for the occasion. */
  get open(): boolean {
    return this.#open;
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Opens it; done when it is in place. */
  async show(): Promise<void> {
    if (this.#open) return;
    this.#open = true;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const dialog = this.#options.dialog();
    if (!dialog?.isConnected) {
      this.#open = false;
      return;
    }
    this.#dialog = dialog;
    dialog.addEventListener('keydown', this.#onKeydown);
    dialog.addEventListener('cancel', this.#onCancel);
    dialog.addEventListener('close', this.#onClose);
    dialog.showModal();
    this.#options.onToggle?.(true);
  }

  /** Closes it without asking. */
  close(): void {
    this.#dialog?.close();
  }

  /** By hand: browsers let a second Escape close even a dialog that refuses. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || isOfOpenPopup(event)) return;
    event.preventDefault();
    this.#ask();
  };

  /** A wish to close that is no key: the back gesture of a phone. */
  readonly #onCancel = (event: Event): void => {
    if (event.target !== this.#dialog) return;
    event.preventDefault();
    this.#ask();
  };

  #ask(): void {
    if (this.#options.mayClose?.() !== false) this.close();
  }

  readonly #onClose = (event: Event): void => {
    const dialog = this.#dialog;
    if (!dialog || event.target !== dialog) return;
    dialog.removeEventListener('keydown', this.#onKeydown);
    dialog.removeEventListener('cancel', this.#onCancel);
    dialog.removeEventListener('close', this.#onClose);
    this.#dialog = undefined;
    this.#open = false;
    this.#host.requestUpdate();
    this.#options.onToggle?.(false);
  };
}

/** Then Escape closes the popup, not the dialog around it. */
function isOfOpenPopup(event: KeyboardEvent): boolean {
  const path = event.composedPath().filter((target) => target instanceof Element);
  const inside = path.slice(0, path.indexOf(event.currentTarget as Element) + 1);
  return inside.some((element) => element.matches(':popover-open') || element.querySelector(':popover-open') !== null);
}
