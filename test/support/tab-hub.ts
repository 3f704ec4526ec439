import type { TabChannel, TabLocks } from 'wa-desk/desk';

type Listener = (event: { readonly data: unknown }) => void;

/** The channels between the tabs of one browser. */
export class TabHub {
  readonly #tabs = new Map<string, Set<Set<Listener>>>();

  open(name: string): TabChannel {
    const listeners = new Set<Listener>();
    const tabs = this.#tabs.get(name) ?? new Set();
    this.#tabs.set(name, tabs.add(listeners));
    return {
      postMessage: (data) => {
        const others = [...tabs].filter((tab) => tab !== listeners);
        queueMicrotask(() => others.forEach((tab) => tab.forEach((listener) => listener({ data }))));
      },
      addEventListener: (_, listener) => listeners.add(listener),
      close: () => tabs.delete(listeners),
    };
  }
}

/** Locks as the Web Locks API gives them: one holder of a name at a time, the others in a line. */
export class HeldLocks {
  readonly #lines = new Map<string, Promise<unknown>>();
  #isFrozen = false;

  /** From now on nobody gets a lock: its holder sleeps. */
  freeze(): void {
    this.#isFrozen = true;
  }

  request: TabLocks['request'] = (async (
    name: string,
    options: { signal: AbortSignal },
    work: () => Promise<unknown>,
  ) => {
    const before = this.#isFrozen ? new Promise(() => undefined) : (this.#lines.get(name) ?? Promise.resolve());
    const aborted = new Promise((_, reject) => {
      options.signal.addEventListener('abort', () => reject(options.signal.reason as Error), { once: true });
    });
    const mine = Promise.race([before, aborted]).then(() => work());
    this.#lines.set(name, Promise.all([before, mine.catch(() => undefined)]));
    return mine;
  }) as TabLocks['request'];
}
