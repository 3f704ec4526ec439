import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionHandle } from '../../desk/handles.js';

/** Re-renders a host when one of many sessions changes; they may be others at every update. */
export class SessionsController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #sessions: () => readonly SessionHandle[];
  readonly #subscriptions = new Map<SessionHandle, () => void>();
  #connected = false;

  constructor(host: ReactiveControllerHost, sessions: () => readonly SessionHandle[]) {
    this.#host = host;
    this.#sessions = sessions;
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    this.#follow();
    // What changed while it was away was not heard.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#follow();
  }

  #follow(): void {
    const wanted = new Set(this.#connected ? this.#sessions() : []);
    for (const [session, unsubscribe] of this.#subscriptions) {
      if (wanted.has(session)) continue;
      unsubscribe();
      this.#subscriptions.delete(session);
    }
    for (const session of wanted) {
      if (!this.#subscriptions.has(session)) this.#subscriptions.set(session, session.subscribe(this.#changed));
    }
  }

  readonly #changed = (): void => {
    this.#host.requestUpdate();
  };
}
