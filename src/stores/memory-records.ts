import type { DeskRecords, DraftRecord, OutboxRow } from './desk-records.js';

/** Behind every row of the database, should both hold some. */
const FIRST_ORDER = 2 ** 50;

/** The place for a browser that refuses storage: gone with the page. */
export class MemoryRecords implements DeskRecords {
  readonly #rows = new Map<string, OutboxRow>();
  readonly #drafts = new Map<string, DraftRecord>();
  #nextOrder = FIRST_ORDER;

  async allRows(): Promise<readonly OutboxRow[]> {
    return [...this.#rows.values()];
  }

  async rowsOf(sessionId: string): Promise<readonly OutboxRow[]> {
    return (await this.allRows()).filter((row) => row.sessionId === sessionId);
  }

  async addRow(row: OutboxRow): Promise<OutboxRow | undefined> {
    const taken = this.#rows.get(row.messageId);
    if (taken) return taken;
    this.#rows.set(row.messageId, { ...row, order: row.order ?? this.#nextOrder++ });
    await this.removeDraft(row.sessionId, row.messageId);
    return undefined;
  }

  async saveRow(row: OutboxRow): Promise<boolean> {
    const known = this.#rows.get(row.messageId);
    if (known?.state === 'cancelled') return false;
    this.#rows.set(row.messageId, { ...row, order: known?.order ?? row.order ?? this.#nextOrder++ });
    return true;
  }

  async removeRow(messageId: string): Promise<void> {
    this.#rows.delete(messageId);
  }

  async draftOf(sessionId: string): Promise<DraftRecord | undefined> {
    return this.#drafts.get(sessionId);
  }

  async saveDraft(draft: DraftRecord): Promise<void> {
    this.#drafts.set(draft.sessionId, draft);
  }

  async removeDraft(sessionId: string, id: string): Promise<void> {
    if (this.#drafts.get(sessionId)?.id === id) this.#drafts.delete(sessionId);
  }

  close(): void {
    this.#rows.clear();
    this.#drafts.clear();
  }
}
