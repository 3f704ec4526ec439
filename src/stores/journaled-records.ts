import type { DeskRecords, DraftRecord, OutboxRow } from './desk-records.js';
import type { LastWords } from './last-words.js';
import type { RecordWrite } from './record-write.js';

/**
 * Records that lose nothing when the page goes while a write is under way, or while the database is still opening: those
 * writes are done again, in order, when the agent's next page opens. Each of them may be done twice.
 */
export class JournaledRecords implements DeskRecords {
  readonly #lastWords: LastWords;
  readonly #opened: Promise<DeskRecords>;
  readonly #pending = new Set<RecordWrite>();

  constructor(opening: Promise<DeskRecords>, lastWords: LastWords) {
    this.#lastWords = lastWords;
    this.#opened = opening.then((records) => this.#inherit(records));
  }

  async allRows(): Promise<readonly OutboxRow[]> {
    return (await this.#opened).allRows();
  }

  async rowsOf(sessionId: string): Promise<readonly OutboxRow[]> {
    return (await this.#opened).rowsOf(sessionId);
  }

  addRow(row: OutboxRow): Promise<OutboxRow | undefined> {
    return this.#write({ type: 'add-row', row }, (records) => records.addRow(row));
  }

  saveRow(row: OutboxRow): Promise<boolean> {
    return this.#write({ type: 'save-row', row }, (records) => records.saveRow(row));
  }

  removeRow(messageId: string): Promise<void> {
    return this.#write({ type: 'remove-row', messageId }, (records) => records.removeRow(messageId));
  }

  async draftOf(sessionId: string): Promise<DraftRecord | undefined> {
    return (await this.#opened).draftOf(sessionId);
  }

  saveDraft(draft: DraftRecord): Promise<void> {
    return this.#write({ type: 'save-draft', draft }, (records) => records.saveDraft(draft));
  }

  removeDraft(sessionId: string, id: string): Promise<void> {
    return this.#write({ type: 'remove-draft', sessionId, id }, (records) => records.removeDraft(sessionId, id));
  }

  /** The page may go now: what is not confirmed is written down. */
  writeDown(): void {
    if (this.#pending.size > 0) this.#lastWords.write([...this.#pending]);
  }

  close(): void {
    void this.#opened.then((records) => {
      records.close();
    });
  }

  async #write<T>(write: RecordWrite, perform: (records: DeskRecords) => Promise<T>): Promise<T> {
    this.#pending.add(write);
    try {
      return await perform(await this.#opened);
    } finally {
      this.#pending.delete(write);
      if (this.#pending.size === 0) this.#lastWords.takeBack();
    }
  }

  async #inherit(records: DeskRecords): Promise<DeskRecords> {
    for (const { key, writes } of this.#lastWords.read()) {
      for (const write of writes) await redo(records, write);
      this.#lastWords.forget(key);
    }
    return records;
  }
}

async function redo(records: DeskRecords, write: RecordWrite): Promise<void> {
  switch (write.type) {
    case 'add-row':
      await records.addRow(write.row);
      return;
    case 'save-row':
      await records.saveRow(write.row);
      return;
    case 'remove-row':
      return records.removeRow(write.messageId);
    case 'save-draft':
      return records.saveDraft(write.draft);
    case 'remove-draft':
      return records.removeDraft(write.sessionId, write.id);
  }
}
