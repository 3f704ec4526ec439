import type { RecordWrite } from './record-write.js';

/** Where a browser keeps texts through a reload, and can be asked at once; `localStorage` is one. */
export type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** What pages have written down as they went. */
export interface Bequest {
  readonly key: string;
  readonly writes: readonly RecordWrite[];
}

/** What IndexedDB had not confirmed when a page went: it answers too late then, so this is written down at once, elsewhere. */
export class LastWords {
  readonly #prefix: string;
  readonly #key: string;
  readonly #storage: DeviceStorage | undefined;
  #isWritten = false;

  /** `pageId` tells this page from the agent's others. */
  constructor(agentId: string, pageId: string, storage: DeviceStorage | undefined) {
    this.#prefix = `wa-desk:${agentId}:last-words:`;
    this.#key = this.#prefix + pageId;
    this.#storage = storage;
  }

  write(writes: readonly RecordWrite[]): void {
    try {
      this.#storage?.setItem(this.#key, JSON.stringify(writes));
      this.#isWritten = true;
    } catch {
      // Full or forbidden: then what IndexedDB does by itself has to do.
    }
  }

  /** The page is still there, and everything is kept. */
  takeBack(): void {
    if (this.#isWritten) this.forget(this.#key);
    this.#isWritten = false;
  }

  /** What this agent's pages left. */
  read(): readonly Bequest[] {
    try {
      const storage = this.#storage;
      const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index) ?? '');
      return keys.filter((key) => key.startsWith(this.#prefix)).map((key) => ({ key, writes: this.#parse(key) }));
    } catch {
      return [];
    }
  }

  forget(key: string): void {
    this.#storage?.removeItem(key);
  }

  #parse(key: string): readonly RecordWrite[] {
    try {
      return JSON.parse(this.#storage?.getItem(key) ?? '[]') as readonly RecordWrite[];
    } catch {
      return [];
    }
  }
}
