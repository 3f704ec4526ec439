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
    dialog.addEventListener('cancel', this.#onCancel);
    dialog.addEventListener('close', this.#onClose);
    dialog.showModal();
    this.#options.onToggle?.(true);
  }

  /** Closes it without asking. */
  close(): void {
    this.#dialog?.close();
  }

  readonly #onCancel = (event: Event): void => {
    if (event.target !== this.#dialog) return;
    if (this.#options.mayClose?.() === false) event.preventDefault();
  };

  readonly #onClose = (event: Event): void => {
    const dialog = this.#dialog;
    if (!dialog || event.target !== dialog) return;
    dialog.removeEventListener('cancel', this.#onCancel);
    dialog.removeEventListener('close', this.#onClose);
    this.#dialog = undefined;
    this.#open = false;
    this.#host.requestUpdate();
    this.#options.onToggle?.(false);
  };
}
