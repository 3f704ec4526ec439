import type { DeskRecords, OutboxRow } from './desk-records.js';
import type { Tabs } from './tabs.js';

/** Older than this, a message is never sent without asking (milliseconds). */
export const STALE_AFTER_MS = 10 * 60 * 1000;

/** A cancelled row is a word to tabs that may have been asleep; after this nobody waits for it (milliseconds). */
const CANCELLED_KEPT_MS = 24 * 60 * 60 * 1000;

/**
 * The messages of one agent that have not reached the server, first in first out within a session, shared by all tabs. A row
 * leaves when the server's event with its id is here, or when the agent takes it out.
 */
export class OutboxStore {
  readonly #records: DeskRecords;
  readonly #tabs: Tabs;
  readonly #now: () => number;

  constructor(records: DeskRecords, tabs: Tabs, now: () => number) {
    this.#records = records;
    this.#tabs = tabs;
    this.#now = now;
  }

  /** The rows of a session in order, the cancelled ones included. */
  async load(sessionId: string): Promise<readonly OutboxRow[]> {
    return this.#withoutOld(await this.#records.rowsOf(sessionId));
  }

  /** The rows of all sessions in order, the cancelled ones included. */
  async loadAll(): Promise<readonly OutboxRow[]> {
    return this.#withoutOld(await this.#records.allRows());
  }

  /** Adds a row and takes away its draft; answers the row that is there already when its id is taken. */
  async add(row: OutboxRow): Promise<OutboxRow | undefined> {
    const taken = await this.#records.addRow(row);
    if (!taken) this.#tabs.tellOthers(row.sessionId);
    return taken;
  }

  /** Writes a row's new state; false when another tab has cancelled it. */
  async save(row: OutboxRow): Promise<boolean> {
    const isSaved = await this.#records.saveRow(row);
    if (row.state !== 'sending') this.#tabs.tellOthers(row.sessionId);
    return isSaved;
  }

  /** Takes a row out, for all tabs. */
  async cancel(row: OutboxRow): Promise<void> {
    await this.save({ ...row, state: 'cancelled' });
  }

  /** Takes a row out that the server has. */
  remove(messageId: string): Promise<void> {
    return this.#records.removeRow(messageId);
  }

  /** Runs `work` while no other tab sends for this session. */
  alone(sessionId: string, signal: AbortSignal, work: () => Promise<void>): Promise<void> {
    return this.#tabs.alone(sessionId, signal, work);
  }

  /** Calls `listener` when another tab changed the outbox of a session. */
  onChange(listener: (sessionId: string) => void): () => void {
    return this.#tabs.onChange(listener);
  }

  async #withoutOld(rows: readonly OutboxRow[]): Promise<readonly OutboxRow[]> {
    const isOver = (row: OutboxRow) => row.state === 'cancelled' && this.#now() - row.createdAt > CANCELLED_KEPT_MS;
    await Promise.all(rows.filter(isOver).map((row) => this.#records.removeRow(row.messageId)));
    return rows.filter((row) => !isOver(row));
  }
}
