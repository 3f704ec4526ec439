import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { createDesk } from '../../desk/index.js';
import type { DeskHandle } from '../../desk/handles.js';
import type { Transport } from '../../protocol/transport.js';

/** An element that is moved comes back within this time; one that does not has left for good. */
const REMOVAL_GRACE_MS = 1000;

/** What a desk of one's own is made of. */
export interface OwnDeskParts {
  readonly transport: Transport | undefined;
  readonly credentials: (() => Promise<unknown>) | undefined;
}

/**
 * The desk of an element that was given a transport and no desk: opened when the element is first shown, closed when it is
 * gone. Moving the element in the page, or taking it out for a moment, changes nothing.
 */
export class OwnDesk implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #parts: () => OwnDeskParts;
  #transport: Transport | undefined;
  #desk: DeskHandle | undefined;
  #isOpen = false;
  #leaving: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost & Element, parts: () => OwnDeskParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  /** The desk over the transport that the element has now. */
  get desk(): DeskHandle | undefined {
    const { transport } = this.#parts();
    if (transport !== this.#transport) this.#change(transport);
    return this.#desk;
  }

  hostConnected(): void {
    clearTimeout(this.#leaving);
    this.#open();
  }

  hostUpdated(): void {
    this.#open();
  }

  hostDisconnected(): void {
    clearTimeout(this.#leaving);
    this.#leaving = setTimeout(() => {
      this.#close();
    }, REMOVAL_GRACE_MS);
  }

  #change(transport: Transport | undefined): void {
    this.#close();
    this.#transport = transport;
    this.#desk = transport && createDesk(transport, { credentials: async () => this.#parts().credentials?.() });
  }

  #open(): void {
    if (this.#isOpen || !this.#desk || !this.#host.isConnected) return;
    this.#isOpen = true;
    this.#desk.start();
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    void this.#desk?.stop('unload');
  }
}
