import type { RawOption } from '../config/options-schema.js';
import { systemClock, type Clock } from '../stores/clock.js';
import { uuidV7, type IdSource } from '../stores/message-ids.js';
import type { DeviceStorage } from '../stores/last-words.js';
import type { TabChannel, TabLocks } from '../stores/tabs.js';
import type { TabStorage } from '../stores/view-memory.js';

/** Whether the page is before the agent's eyes. */
export interface PageView {
  readonly isVisible: boolean;
  /** `listener` is called when that changes, and when the page is left. */
  subscribe(listener: () => void): () => void;
  /** Lets the browser ask before the page is left while `wouldLose` says so; returns the way to stop it. */
  guard(wouldLose: () => boolean): () => void;
}

/** Whether the browser thinks that there is a network. */
export interface NetworkState {
  readonly isOnline: boolean;
  subscribe(listener: () => void): () => void;
}

/** What a host may set for a desk; everything has a default that fits a browser. */
export interface CreateDeskOptions {
  /** Asked at every connection, so again when the old ones have run out; what they are is between host and backend. */
  credentials?(): Promise<unknown>;
  /** Desk options by their documented names; what the server says wins over them. */
  readonly options?: Readonly<Record<string, RawOption>>;
  /** Where unsent messages and drafts are kept; `durable` falls back to memory where the browser refuses. */
  readonly storage?: 'durable' | 'memory' | { readonly indexedDB: IDBFactory };
  /** Where it is kept which session is in view in this tab; by default `sessionStorage`, and nowhere with `storage: 'memory'`. */
  readonly tabStorage?: TabStorage;
  /** Where a page writes down at once, as it goes, what is not kept yet; by default `localStorage`, and nowhere with `storage: 'memory'`. */
  readonly deviceStorage?: DeviceStorage;
  readonly clock?: Clock;
  readonly ids?: IdSource;
  /** In [0, 1). */
  readonly random?: () => number;
  readonly locks?: TabLocks;
  readonly tabChannel?: (name: string) => TabChannel;
  readonly network?: NetworkState;
  readonly page?: PageView;
  /** Hears what is wrong but stops nothing: unknown options, events that did not fit the schemas, lost storage. */
  readonly onWarning?: (message: string, cause?: unknown) => void;
}

/** What a desk gets from outside. */
export interface Environment {
  readonly credentials: () => Promise<unknown>;
  readonly options: Readonly<Record<string, RawOption>>;
  readonly indexedDB?: IDBFactory;
  readonly tabStorage?: TabStorage;
  readonly deviceStorage?: DeviceStorage;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly random: () => number;
  readonly locks?: TabLocks;
  readonly tabChannel?: (name: string) => TabChannel;
  readonly network: NetworkState;
  readonly page: PageView;
  readonly warn: (message: string, cause?: unknown) => void;
}

/** The environment that the options and this browser make together. */
export function environmentOf(options: CreateDeskOptions): Environment {
  const clock = options.clock ?? systemClock;
  const { credentials = () => Promise.resolve(undefined), random = Math.random, onWarning = warnOnConsole } = options;
  return {
    credentials: async () => credentials(),
    options: options.options ?? {},
    indexedDB: factoryOf(options.storage ?? 'durable'),
    tabStorage: options.tabStorage ?? storageOfBrowser(options, () => sessionStorage),
    deviceStorage: options.deviceStorage ?? storageOfBrowser(options, () => localStorage),
    clock,
    ids: options.ids ?? uuidV7(() => clock.now()),
    random,
    warn: onWarning,
    ...platformOf(options),
  };
}

function platformOf(options: CreateDeskOptions): Pick<Environment, 'locks' | 'tabChannel' | 'network' | 'page'> {
  return {
    locks: options.locks ?? locksOfBrowser(),
    tabChannel: options.tabChannel ?? channelsOfBrowser(),
    network: options.network ?? networkOfBrowser(),
    page: options.page ?? pageOfBrowser(),
  };
}

function warnOnConsole(message: string, cause?: unknown): void {
  console.warn(`wa-desk: ${message}`, ...(cause === undefined ? [] : [cause]));
}

function factoryOf(storage: NonNullable<CreateDeskOptions['storage']>): IDBFactory | undefined {
  if (storage === 'memory') return undefined;
  if (storage !== 'durable') return storage.indexedDB;
  try {
    return (globalThis as { indexedDB?: IDBFactory }).indexedDB;
  } catch {
    // A sandboxed frame throws at the mere look.
    return undefined;
  }
}

function storageOfBrowser({ storage }: CreateDeskOptions, get: () => Storage): Storage | undefined {
  try {
    return isBrowser() && storage !== 'memory' ? get() : undefined;
  } catch {
    // So does a sandboxed frame here.
    return undefined;
  }
}

function isBrowser(): boolean {
  return 'document' in globalThis;
}

function locksOfBrowser(): TabLocks | undefined {
  return isBrowser() ? (navigator as { locks?: TabLocks }).locks : undefined;
}

function channelsOfBrowser(): ((name: string) => TabChannel) | undefined {
  return isBrowser() && 'BroadcastChannel' in globalThis ? (name) => new BroadcastChannel(name) : undefined;
}

function pageOfBrowser(): PageView {
  if (!isBrowser()) return { isVisible: true, subscribe: () => () => undefined, guard: () => () => undefined };
  return {
    get isVisible() {
      return document.visibilityState === 'visible';
    },
    subscribe(listener) {
      document.addEventListener('visibilitychange', listener);
      addEventListener('pagehide', listener);
      return () => {
        document.removeEventListener('visibilitychange', listener);
        removeEventListener('pagehide', listener);
      };
    },
    guard(wouldLose) {
      const ask = (event: BeforeUnloadEvent): void => {
        if (wouldLose()) event.preventDefault();
      };
      addEventListener('beforeunload', ask);
      return () => removeEventListener('beforeunload', ask);
    },
  };
}

function networkOfBrowser(): NetworkState {
  if (!isBrowser()) return { isOnline: true, subscribe: () => () => undefined };
  return {
    get isOnline() {
      return navigator.onLine;
    },
    subscribe(listener) {
      addEventListener('online', listener);
      addEventListener('offline', listener);
      return () => {
        removeEventListener('online', listener);
        removeEventListener('offline', listener);
      };
    },
  };
}
