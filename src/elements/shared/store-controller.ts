import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Observable } from '../../desk/handles.js';

/**
 * Re-renders `host` when what `select` takes from the snapshot of its source changes. The source may be another one, or
 * none, at every update; it is listened to only while the host is connected.
 */
export class StoreController<S, T = S> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => Observable<S> | undefined;
  readonly #select: (snapshot: S) => T;
  #subscribed: Observable<S> | undefined;
  #unsubscribe: (() => void) | undefined;
  #seen: T | undefined;
  #connected = false;

  constructor(
    host: ReactiveControllerHost,
    source: () => Observable<S> | undefined,
    ...[select]: [S] extends [T] ? [select?: (snapshot: S) => T] : [select: (snapshot: S) => T]
  ) {
    this.#host = host;
    this.#source = source;
    this.#select = select ?? ((snapshot) => snapshot as unknown as T);
    host.addController(this);
  }

  /** What was selected from the source's snapshot as it is now; nothing without a source. */
  get value(): T | undefined {
    const source = this.#source();
    return source && this.#select(source.snapshot);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#follow();
  }

  hostUpdate(): void {
    this.#follow();
    this.#seen = this.value;
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#leave();
  }

  #follow(): void {
    const source = this.#source();
    if (!this.#connected || source === this.#subscribed) return;
    this.#leave();
    this.#subscribed = source;
    this.#unsubscribe = source?.subscribe(this.#changed);
    this.#host.requestUpdate();
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#subscribed = undefined;
  }

  readonly #changed = (): void => {
    if (!Object.is(this.value, this.#seen)) this.#host.requestUpdate();
  };
}
