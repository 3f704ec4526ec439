import { unwrap, wrap, type DBSchema, type IDBPDatabase } from 'idb';
import { WaError } from '../domain/errors.js';
import type { Clock } from './clock.js';
import type { DeskRecords, DraftRecord, OutboxRow } from './desk-records.js';

const SCHEMA_VERSION = 1;

/** Some browsers never answer when their storage is broken. */
const OPEN_TIMEOUT_MS = 5000;

interface DeskSchema extends DBSchema {
  outbox: { key: number; value: OutboxRow; indexes: { messageId: string; sessionId: string } };
  drafts: { key: string; value: DraftRecord };
}

/** Keeps one agent's outbox and drafts in IndexedDB; a message counts as kept only once it is on the disk. */
export class IndexedDbRecords implements DeskRecords {
  readonly #db: IDBPDatabase<DeskSchema>;

  private constructor(db: IDBPDatabase<DeskSchema>) {
    this.#db = db;
  }

  /** Opens the database of one agent; rejects with `storage-unavailable` when the browser refuses or does not answer. */
  static async open(factory: IDBFactory, agentId: string, clock: Clock): Promise<IndexedDbRecords> {
    try {
      return new IndexedDbRecords(
        wrap(await openDatabase(factory, `wa-desk:${agentId}`, clock)) as unknown as IDBPDatabase<DeskSchema>,
      );
    } catch (cause) {
      throw new WaError(
        'storage-unavailable',
        'IndexedDB did not open; unsent messages and drafts are lost on reload.',
        { cause },
      );
    }
  }

  async allRows(): Promise<readonly OutboxRow[]> {
    return this.#db.getAll('outbox');
  }

  async rowsOf(sessionId: string): Promise<readonly OutboxRow[]> {
    const rows = await this.#db.getAllFromIndex('outbox', 'sessionId', sessionId);
    return rows.sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  }

  async addRow(row: OutboxRow): Promise<OutboxRow | undefined> {
    const transaction = this.#db.transaction(['outbox', 'drafts'], 'readwrite', { durability: 'strict' });
    const outbox = transaction.objectStore('outbox');
    const drafts = transaction.objectStore('drafts');
    const taken = await outbox.index('messageId').get(row.messageId);
    if (!taken) {
      await outbox.add(row);
      if ((await drafts.get(row.sessionId))?.id === row.messageId) await drafts.delete(row.sessionId);
    }
    await transaction.done;
    return taken;
  }

  async saveRow(row: OutboxRow): Promise<boolean> {
    const transaction = this.#db.transaction('outbox', 'readwrite', { durability: 'strict' });
    const known = await transaction.store.index('messageId').get(row.messageId);
    const isCancelled = known?.state === 'cancelled';
    if (!isCancelled) await transaction.store.put(known?.order === undefined ? row : { ...row, order: known.order });
    await transaction.done;
    return !isCancelled;
  }

  async removeRow(messageId: string): Promise<void> {
    const transaction = this.#db.transaction('outbox', 'readwrite', { durability: 'strict' });
    const key = await transaction.store.index('messageId').getKey(messageId);
    if (key !== undefined) await transaction.store.delete(key);
    await transaction.done;
  }

  async draftOf(sessionId: string): Promise<DraftRecord | undefined> {
    return this.#db.get('drafts', sessionId);
  }

  async saveDraft(draft: DraftRecord): Promise<void> {
    await this.#db.put('drafts', draft);
  }

  async removeDraft(sessionId: string, id: string): Promise<void> {
    const transaction = this.#db.transaction('drafts', 'readwrite');
    if ((await transaction.store.get(sessionId))?.id === id) await transaction.store.delete(sessionId);
    await transaction.done;
  }

  close(): void {
    unwrap(this.#db).close();
  }
}

async function openDatabase(factory: IDBFactory, name: string, clock: Clock): Promise<IDBDatabase> {
  const request = factory.open(name, SCHEMA_VERSION);
  let timer: unknown;
  try {
    return await new Promise((resolve, reject) => {
      timer = clock.setTimeout(
        () => reject(new Error(`"${name}" did not open within ${OPEN_TIMEOUT_MS} ms`)),
        OPEN_TIMEOUT_MS,
      );
      request.onupgradeneeded = () => createStores(request.result);
      request.onblocked = () => reject(new Error(`"${name}" is held open in an older version by another tab`));
      request.onerror = () => reject(request.error ?? new Error(`"${name}" did not open`));
      request.onsuccess = () => {
        // A newer version in another tab must not wait for this one.
        request.result.onversionchange = () => request.result.close();
        resolve(request.result);
      };
    });
  } catch (cause) {
    request.onsuccess = () => request.result.close();
    throw cause;
  } finally {
    clock.clearTimeout(timer);
  }
}

function createStores(database: IDBDatabase): void {
  const outbox = database.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true });
  outbox.createIndex('messageId', 'messageId', { unique: true });
  outbox.createIndex('sessionId', 'sessionId');
  database.createObjectStore('drafts', { keyPath: 'sessionId' });
}
