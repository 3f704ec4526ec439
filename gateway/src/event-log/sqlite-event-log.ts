import { randomBytes } from 'node:crypto';
import type { Database, Statement } from 'libsql';
import type { JsonValue } from 'wa-desk/domain';
import type { Append, AppendResult, EventLog, LogEntry, NewEntry } from './event-log.js';
import type { GroupCommit } from './group-commit.js';

const SCHEMA = `
  create table if not exists log_meta (name text primary key, value text not null) strict;
  create table if not exists log_entries (
    position integer primary key autoincrement, stream text not null, seq integer not null, data text not null,
    unique (stream, seq)) strict;
`;

const REPLAY_PAGE = 500;

interface Row {
  readonly position: number;
  readonly stream: string;
  readonly seq: number;
  readonly data: string;
}

interface Statements {
  readonly head: Statement;
  readonly insert: Statement;
  readonly stream: Statement;
  readonly page: Statement;
}

/** The event log in one SQLite file, for one process. */
export class SqliteEventLog implements EventLog {
  readonly epoch: string;
  readonly #file: GroupCommit;
  readonly #statements: Statements;
  #failed = false;

  /** `file` stays the caller's: who opened it closes it. */
  constructor(file: GroupCommit) {
    this.#file = file;
    file.database.exec(SCHEMA);
    this.#statements = prepare(file.database);
    this.epoch = readEpoch(file.database);
  }

  async append(append: Append): Promise<AppendResult> {
    try {
      const result = await this.#file.run(() => this.#write(append));
      return result;
    } catch (failure) {
      this.#failed = true;
      throw failure;
    }
  }

  async read(stream: string, afterSeq: number, limit: number): Promise<readonly LogEntry[]> {
    return (this.#statements.stream.all(stream, afterSeq, limit) as Row[]).map(toEntry);
  }

  async *replay(): AsyncIterable<LogEntry> {
    this.#failed = false;
    let after = 0;
    for (;;) {
      const rows = this.#statements.page.all(after, REPLAY_PAGE) as Row[];
      for (const row of rows) yield toEntry(row);
      const last = rows.at(-1);
      if (!last) return;
      after = last.position;
    }
  }

  #write({ entries, expect }: Append): AppendResult {
    if (this.#failed) throw new Error('An append before this one failed: replay the log first.');
    const heads = new Map<string, number>();
    for (const stream of new Set(entries.map((entry) => entry.stream))) {
      const lastSeq = this.#head(stream);
      if (lastSeq !== (expect[stream] ?? 0)) return this.#conflict(stream, lastSeq);
      heads.set(stream, lastSeq);
    }
    return { type: 'appended', entries: entries.map((entry) => this.#insert(entry, heads)) };
  }

  #conflict(stream: string, lastSeq: number): AppendResult {
    this.#failed = true;
    return { type: 'conflict', stream, lastSeq };
  }

  #head(stream: string): number {
    return (this.#statements.head.get(stream) as { seq: number | null }).seq ?? 0;
  }

  #insert(entry: NewEntry, heads: Map<string, number>): LogEntry {
    const seq = (heads.get(entry.stream) ?? 0) + 1;
    heads.set(entry.stream, seq);
    const { lastInsertRowid } = this.#statements.insert.run(entry.stream, seq, JSON.stringify(entry.data));
    return { position: Number(lastInsertRowid), stream: entry.stream, seq, data: entry.data };
  }
}

function prepare(database: Database): Statements {
  return {
    head: database.prepare('select max(seq) as seq from log_entries where stream = ?'),
    insert: database.prepare('insert into log_entries (stream, seq, data) values (?, ?, ?)'),
    stream: database.prepare('select * from log_entries where stream = ? and seq > ? order by seq limit ?'),
    page: database.prepare('select * from log_entries where position > ? order by position limit ?'),
  };
}

function readEpoch(database: Database): string {
  const epoch = randomBytes(12).toString('base64url');
  database.prepare("insert into log_meta (name, value) values ('epoch', ?) on conflict do nothing").run(epoch);
  const row = database.prepare("select value from log_meta where name = 'epoch'").get() as { value: string };
  return row.value;
}

function toEntry(row: Row): LogEntry {
  return { position: row.position, stream: row.stream, seq: row.seq, data: JSON.parse(row.data) as JsonValue };
}
