import type { Clock } from './clock.js';
import { Listeners } from './listeners.js';

/** The part of a BroadcastChannel that the desk uses. */
export interface TabChannel {
  postMessage(message: unknown): void;
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void;
  close(): void;
}

/** The part of the Web Locks API that the desk uses. */
export type TabLocks = Pick<LockManager, 'request'>;

/** A tab that holds the lock for longer may be frozen; going ahead without it costs a repeat, not a message (milliseconds). */
const LOCK_PATIENCE_MS = 15_000;

export interface TabsInit {
  readonly agentId: string;
  readonly clock: Clock;
  readonly locks?: TabLocks;
  readonly openChannel?: (name: string) => TabChannel;
}

/**
 * What several tabs of one agent share: who sends right now, and the word that something has changed. Both only spare
 * work; the ids of messages keep everything right without them.
 */
export class Tabs {
  readonly #name: string;
  readonly #clock: Clock;
  readonly #locks: TabLocks | undefined;
  readonly #channel: TabChannel | undefined;
  readonly #listeners = new Listeners<[sessionId: string]>();

  constructor({ agentId, clock, locks, openChannel }: TabsInit) {
    this.#name = `wa-desk/outbox/${agentId}`;
    this.#clock = clock;
    this.#locks = locks;
    this.#channel = openChannel?.(this.#name);
    this.#channel?.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') this.#listeners.tell(data);
    });
  }

  /** Calls `listener` when another tab changed the outbox of a session. */
  onChange(listener: (sessionId: string) => void): () => void {
    return this.#listeners.add(listener);
  }

  tellOthers(sessionId: string): void {
    this.#channel?.postMessage(sessionId);
  }

  /** Runs `work` while no other tab does so for this session; gives up waiting when `signal` is aborted. */
  async alone(sessionId: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    if (!this.#locks) return work();
    const waiting = new AbortController();
    const giveUp = () => waiting.abort();
    signal.addEventListener('abort', giveUp);
    const timer = this.#clock.setTimeout(giveUp, LOCK_PATIENCE_MS);
    const lock = { isHeld: false };
    try {
      await this.#locks.request(`${this.#name}/${sessionId}`, { signal: waiting.signal }, () => {
        lock.isHeld = true;
        this.#clock.clearTimeout(timer);
        return work();
      });
    } catch (cause) {
      if (lock.isHeld) throw cause;
      // Tired of waiting, or this page may not lock at all.
      if (!signal.aborted) await work();
    } finally {
      this.#clock.clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    }
  }

  close(): void {
    this.#channel?.close();
    this.#listeners.clear();
  }
}
