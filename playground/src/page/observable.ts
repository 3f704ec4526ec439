import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Something that tells when it has changed. */
export class Observable {
  readonly #listeners = new Set<() => void>();

  /** Calls `listener` after each change; the answer ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of this.#listeners) listener();
  }
}

/** Draws an element again whenever what it shows has changed. */
export class Watch implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => Observable | undefined;
  #watched: Observable | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, source: () => Observable | undefined) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.hostUpdate();
  }

  hostUpdate(): void {
    const source = this.#source();
    if (source === this.#watched) return;
    this.#stop?.();
    this.#watched = source;
    this.#stop = source?.subscribe(() => {
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#watched = undefined;
    this.#stop = undefined;
  }
}
