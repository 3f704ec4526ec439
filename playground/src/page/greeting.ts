import type { DeskHandle } from 'wa-desk';
import { at, textAt } from './json.js';
import type { Frame } from './recording-socket.js';

/**
 * Makes an agent ready who comes to a desk for the first time in this tab: whoever opens the page wants to get messages. Whoever
 * says "not ready" later is not asked again, until another agent comes or everything is forgotten (`npm start -- --fresh`).
 */
export class Greeting {
  readonly #key: string;
  readonly #storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Which log the gateway speaks of. */
  #epoch: string | undefined;

  constructor(agentId: string, storage: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#key = `wa-desk-playground.greeted.${agentId}`;
    this.#storage = storage;
  }

  /** Learns from the gateway's welcome which log it has. */
  hear({ text }: Frame): void {
    const frame = JSON.parse(text) as unknown;
    if (at(frame, 'type') === 'welcome') this.#epoch = textAt(frame, 'welcome', 'desk', 'position', 'epoch');
  }

  /** Greets at this desk from now on. */
  watch(desk: DeskHandle): void {
    desk.subscribe(() => {
      if (desk.snapshot.connection.state === 'online') this.#greet(desk);
    });
  }

  #greet(desk: DeskHandle): void {
    if (this.#epoch === undefined || this.#storage.getItem(this.#key) === this.#epoch) return;
    this.#storage.setItem(this.#key, this.#epoch);
    void desk.setPresence({ ready: true });
  }
}
