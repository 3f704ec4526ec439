import type { DeskRecords, DraftRecord } from './desk-records.js';

/**
 * Keeps drafts behind the typing: at most one write of a session is under way, and the newest text goes next, so that a key
 * press costs nothing and at most the write under way is lost in a crash.
 */
export class DraftStore {
  readonly #records: DeskRecords;
  readonly #waiting = new Map<string, DraftRecord | undefined>();
  readonly #writing = new Map<string, Promise<void>>();

  constructor(records: DeskRecords) {
    this.#records = records;
  }

  load(sessionId: string): Promise<DraftRecord | undefined> {
    return this.#records.draftOf(sessionId);
  }

  save(draft: DraftRecord): void {
    this.#put(draft.sessionId, draft);
  }

  remove(sessionId: string): void {
    this.#put(sessionId, undefined);
  }

  /** Resolves when everything said so far is kept. */
  async flush(): Promise<void> {
    await Promise.all(this.#writing.values());
  }

  #put(sessionId: string, draft: DraftRecord | undefined): void {
    this.#waiting.set(sessionId, draft);
    if (!this.#writing.has(sessionId)) this.#writing.set(sessionId, this.#write(sessionId));
  }

  async #write(sessionId: string): Promise<void> {
    while (this.#waiting.has(sessionId)) {
      const draft = this.#waiting.get(sessionId);
      this.#waiting.delete(sessionId);
      await (draft ? this.#records.saveDraft(draft) : this.#records.removeDraft(sessionId));
    }
    this.#writing.delete(sessionId);
  }
}
