import type { IdSource } from '../stores/message-ids.js';
import type { LinkGate } from './link-gate.js';

/** Tells the server how far the agent has read: the newest word only, one at a time, again when it got lost. */
export class ReadReporter {
  readonly #init: { readonly sessionId: string; readonly gate: LinkGate; readonly ids: IdSource };
  #waiting: string | undefined;
  #isTelling = false;

  constructor(init: { readonly sessionId: string; readonly gate: LinkGate; readonly ids: IdSource }) {
    this.#init = init;
  }

  report(messageId: string): void {
    this.#waiting = messageId;
    void this.flush();
  }

  /** Tells what has not been told; called again when the connection is back. */
  async flush(): Promise<void> {
    const messageId = this.#waiting;
    const { sessionId, gate, ids } = this.#init;
    if (messageId === undefined || this.#isTelling || !gate.isOpen) return;
    this.#isTelling = true;
    const outcome = await gate.ask({ type: 'session.read', id: ids(), sessionId, messageId });
    this.#isTelling = false;
    const isTold = outcome.type === 'done' || (outcome.type === 'refused' && !outcome.retryable);
    if (isTold && this.#waiting === messageId) this.#waiting = undefined;
    if (isTold) await this.flush();
  }
}
