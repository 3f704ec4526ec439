import type { DeskRecords, DraftRecord } from './desk-records.js';

/**
 * Keeps drafts behind the typing: at most one write of a session is under way, and the newest text goes next, so that a key
 * press costs nothing and at most the write under way is lost in a crash.
 */
export class DraftStore {
  readonly #records: DeskRecords;
  readonly #waiting = new Map<string, () => Promise<void>>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(records: DeskRecords) {
    this.#records = records;
  }

  load(sessionId: string): Promise<DraftRecord | undefined> {
    return this.#records.draftOf(sessionId);
  }

  save(draft: DraftRecord): void {
    this.#put(draft.sessionId, () => this.#records.saveDraft(draft));
  }

  /** Takes a draft away, unless another tab keeps another one there by now. */
  remove(sessionId: string, id: string): void {
    this.#put(sessionId, () => this.#records.removeDraft(sessionId, id));
  }

  /** Lets no write wait for another: the page may go now. */
  hurry(): void {
    const writes = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const write of writes) void write();
  }

  /** Resolves when everything said so far is kept. */
  async flush(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  #put(sessionId: string, write: () => Promise<void>): void {
    this.#waiting.set(sessionId, write);
    if (!this.#writing.has(sessionId)) this.#writing.set(sessionId, this.#write(sessionId));
  }

  async #write(sessionId: string): Promise<void> {
    for (let write = this.#waiting.get(sessionId); write; write = this.#waiting.get(sessionId)) {
      this.#waiting.delete(sessionId);
      await write();
    }
    this.#writing.delete(sessionId);
  }
}
