/** The part of a BroadcastChannel that the desk uses. */
export interface TabChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** The part of the Web Locks API that the desk uses. */
export type TabLocks = Pick<LockManager, 'request'>;

/**
 * What several tabs of one agent share: who sends right now, and the word that something has changed. Both only spare
 * work; the ids of messages keep everything right without them.
 */
export class Tabs {
  readonly #name: string;
  readonly #locks: TabLocks | undefined;
  readonly #channel: TabChannel | undefined;
  readonly #listeners = new Set<(sessionId: string) => void>();

  constructor(agentId: string, locks: TabLocks | undefined, openChannel: ((name: string) => TabChannel) | undefined) {
    this.#name = `wa-desk/outbox/${agentId}`;
    this.#locks = locks;
    this.#channel = openChannel?.(this.#name);
    this.#channel?.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') for (const listener of [...this.#listeners]) listener(data);
    });
  }

  /** Calls `listener` when another tab changed the outbox of a session. */
  onChange(listener: (sessionId: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tellOthers(sessionId: string): void {
    this.#channel?.postMessage(sessionId);
  }

  /** Runs `work` while no other tab does so for this session; gives up waiting when `signal` is aborted. */
  async alone(sessionId: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    if (!this.#locks) return work();
    try {
      await this.#locks.request(`${this.#name}/${sessionId}`, { signal }, work);
    } catch (cause) {
      if (signal.aborted) return;
      throw cause;
    }
  }

  close(): void {
    this.#channel?.close();
    this.#listeners.clear();
  }
}
