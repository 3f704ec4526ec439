import type { Statement } from 'libsql';
import type { GroupCommit } from '../event-log/group-commit.js';

/** A webhook as it came, and the channels whose app signed it. */
export interface StoredWebhook {
  readonly id: number;
  readonly receivedAt: number;
  readonly channelIds: readonly string[];
  readonly body: Uint8Array;
}

/**
 * Webhooks that WhatsApp was told we have. Each stays until it is processed, so that a crash between the answer and the
 * processing loses nothing; processing one twice must do no harm.
 */
export interface WebhookInbox {
  /** Answers when the webhook is on the disk. */
  add(webhook: Omit<StoredWebhook, 'id'>): Promise<StoredWebhook>;
  /** Oldest first. */
  waiting(): Promise<readonly StoredWebhook[]>;
  remove(id: number): Promise<void>;
}

const SCHEMA = `
  create table if not exists webhooks (
    id integer primary key autoincrement, received_at integer not null, channel_ids text not null, body blob not null) strict;
`;

interface Row {
  readonly id: number;
  readonly received_at: number;
  readonly channel_ids: string;
  readonly body: Uint8Array;
}

/** The inbox in the same SQLite file as the event log, so that both share its flushes. */
export class SqliteWebhookInbox implements WebhookInbox {
  readonly #file: GroupCommit;
  readonly #insert: Statement;
  readonly #delete: Statement;
  readonly #all: Statement;

  constructor(file: GroupCommit) {
    this.#file = file;
    file.database.exec(SCHEMA);
    this.#insert = file.database.prepare('insert into webhooks (received_at, channel_ids, body) values (?, ?, ?)');
    this.#delete = file.database.prepare('delete from webhooks where id = ?');
    this.#all = file.database.prepare('select * from webhooks order by id');
  }

  add(webhook: Omit<StoredWebhook, 'id'>): Promise<StoredWebhook> {
    const values = [webhook.receivedAt, JSON.stringify(webhook.channelIds), Buffer.from(webhook.body)];
    return this.#file.run(() => ({ ...webhook, id: Number(this.#insert.run(...values).lastInsertRowid) }));
  }

  async waiting(): Promise<readonly StoredWebhook[]> {
    return (this.#all.all() as Row[]).map((row) => ({
      id: row.id,
      receivedAt: row.received_at,
      channelIds: JSON.parse(row.channel_ids) as string[],
      body: row.body,
    }));
  }

  async remove(id: number): Promise<void> {
    await this.#file.run(() => this.#delete.run(id));
  }
}
