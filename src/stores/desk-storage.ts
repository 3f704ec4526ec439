import type { Clock } from './clock.js';
import type { DeskRecords, DraftRecord, OutboxRow } from './desk-records.js';
import { IndexedDbRecords } from './indexed-db-records.js';
import { MemoryRecords } from './memory-records.js';

export interface StorageInit {
  readonly agentId: string;
  readonly clock: Clock;
  /** Absent: memory from the start. */
  readonly indexedDB?: IDBFactory;
  /** Told once, with the cause, when the browser refuses storage and memory takes over. */
  readonly onLoss: (cause: unknown) => void;
}

/**
 * One agent's records in IndexedDB, with memory for what IndexedDB refuses (missing, blocked, full, evicted), so that nothing
 * that the agent writes is refused for want of storage.
 */
export class DeskStorage implements DeskRecords {
  readonly #durable: DeskRecords | undefined;
  readonly #memory = new MemoryRecords();
  readonly #onLoss: (cause: unknown) => void;
  #isDurable: boolean;

  private constructor(durable: DeskRecords | undefined, onLoss: (cause: unknown) => void) {
    this.#durable = durable;
    this.#isDurable = durable !== undefined;
    this.#onLoss = onLoss;
  }

  static async open({ agentId, clock, indexedDB, onLoss }: StorageInit): Promise<DeskStorage> {
    if (!indexedDB) return new DeskStorage(undefined, onLoss);
    try {
      return new DeskStorage(await IndexedDbRecords.open(indexedDB, agentId, clock), onLoss);
    } catch (cause) {
      onLoss(cause);
      return new DeskStorage(undefined, onLoss);
    }
  }

  /** False once anything had to be kept in memory. */
  get isDurable(): boolean {
    return this.#isDurable;
  }

  allRows(): Promise<readonly OutboxRow[]> {
    return this.#rows((records) => records.allRows());
  }

  rowsOf(sessionId: string): Promise<readonly OutboxRow[]> {
    return this.#rows((records) => records.rowsOf(sessionId));
  }

  async addRow(row: OutboxRow): Promise<OutboxRow | undefined> {
    const durable = await this.#try((records) => records.addRow(row));
    return durable ? durable.value : this.#memory.addRow(row);
  }

  async saveRow(row: OutboxRow): Promise<boolean> {
    const durable = await this.#try((records) => records.saveRow(row));
    if (!durable) return this.#memory.saveRow(row);
    await this.#memory.removeRow(row.messageId);
    return durable.value;
  }

  async removeRow(messageId: string): Promise<void> {
    await this.#memory.removeRow(messageId);
    await this.#try((records) => records.removeRow(messageId));
  }

  async draftOf(sessionId: string): Promise<DraftRecord | undefined> {
    const inMemory = await this.#memory.draftOf(sessionId);
    return inMemory ?? (await this.#try((records) => records.draftOf(sessionId)))?.value;
  }

  async saveDraft(draft: DraftRecord): Promise<void> {
    const durable = await this.#try((records) => records.saveDraft(draft));
    if (durable) await this.#memory.removeDraft(draft.sessionId, draft.id);
    else await this.#memory.saveDraft(draft);
  }

  async removeDraft(sessionId: string, id: string): Promise<void> {
    await this.#memory.removeDraft(sessionId, id);
    await this.#try((records) => records.removeDraft(sessionId, id));
  }

  close(): void {
    this.#durable?.close();
  }

  /** Those in memory are newer than their versions on the disk. */
  async #rows(read: (records: DeskRecords) => Promise<readonly OutboxRow[]>): Promise<readonly OutboxRow[]> {
    const durable = await this.#try(read);
    const inMemory = await read(this.#memory);
    const ids = new Set(inMemory.map((row) => row.messageId));
    return [...(durable?.value ?? []).filter((row) => !ids.has(row.messageId)), ...inMemory];
  }

  async #try<T>(use: (records: DeskRecords) => Promise<T>): Promise<{ readonly value: T } | undefined> {
    if (!this.#durable) return undefined;
    try {
      return { value: await use(this.#durable) };
    } catch (cause) {
      if (this.#isDurable) {
        this.#isDurable = false;
        this.#onLoss(cause);
      }
      return undefined;
    }
  }
}
