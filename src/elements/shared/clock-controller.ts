import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { onBeat, type Beat } from './ticker.js';

/** Which clock a host shows, and how often. */
export interface ClockOptions {
  /** Epoch milliseconds: the server's, where a desk or a session knows it. */
  readonly now: () => number;
  /** How often the host must be drawn again as it is now; nothing while it shows no time that passes. */
  readonly every: () => Beat | undefined;
}

/** Draws a host again as time passes, only while it can be seen and the page is shown. */
export class ClockController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: ClockOptions;
  #observer: IntersectionObserver | undefined;
  #inView = false;
  #beat: Beat | undefined;
  #stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & Element, options: ClockOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  /** Epoch milliseconds. */
  get now(): number {
    return this.#options.now();
  }

  hostConnected(): void {
    this.#observer = new IntersectionObserver((entries) => {
      this.#seen(entries.at(-1)?.isIntersecting ?? false);
    });
    this.#observer.observe(this.#host);
    this.#host.ownerDocument.addEventListener('visibilitychange', this.#onVisibilityChange);
  }

  hostUpdated(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
    this.#inView = false;
    this.#host.ownerDocument.removeEventListener('visibilitychange', this.#onVisibilityChange);
    this.#listen();
  }

  #seen(inView: boolean): void {
    if (inView === this.#inView) return;
    this.#inView = inView;
    this.#refresh();
  }

  readonly #onVisibilityChange = (): void => {
    this.#refresh();
  };

  readonly #refresh = (): void => {
    // What was drawn before it went out of sight is out of date.
    if (this.#isSeen()) this.#host.requestUpdate();
    this.#listen();
  };

  #isSeen(): boolean {
    return this.#inView && this.#host.ownerDocument.visibilityState === 'visible';
  }

  #listen(): void {
    const beat = this.#isSeen() ? this.#options.every() : undefined;
    if (beat === this.#beat) return;
    this.#stop?.();
    this.#beat = beat;
    this.#stop =
      beat &&
      onBeat(beat, () => {
        this.#host.requestUpdate();
      });
  }
}
