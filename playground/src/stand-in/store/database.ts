import Database from 'libsql';

/** A value that can be bound to a statement. */
type SqlValue = string | number | null | Buffer;

/** The part of SQLite that the stand-in uses. */
export interface Sql {
  /** Runs a statement and gives the id of the row that it inserted. */
  run(statement: string, ...values: readonly SqlValue[]): number;
  all<Row>(statement: string, ...values: readonly SqlValue[]): Row[];
  get<Row>(statement: string, ...values: readonly SqlValue[]): Row | undefined;
  transaction<T>(work: () => T): T;
  close(): void;
}

const SCHEMA = `
  create table if not exists meta (key text primary key, value text not null);
  create table if not exists contacts (id text primary key, position integer not null, doc text not null);
  create table if not exists messages (
    seq integer primary key autoincrement, id text not null unique, contact_id text not null,
    direction text not null, type text not null, state text not null, at integer not null, doc text not null);
  create index if not exists messages_by_contact on messages (contact_id, seq);
  create index if not exists messages_by_state on messages (direction, state);
  create table if not exists media (
    id text primary key, origin text not null, mime_type text not null, file_name text, sha256 text not null,
    size integer not null, expires integer not null, data blob not null);
  create table if not exists templates (
    seq integer primary key autoincrement, id text not null unique, name text not null, language text not null,
    doc text not null, unique (name, language));
  create table if not exists notifications (
    id integer primary key autoincrement, field text not null, value text not null, created integer not null,
    due integer not null, attempts integer not null, batched integer not null, repeat_after integer);
  create index if not exists notifications_by_due on notifications (due, id);
  create table if not exists log (id integer primary key autoincrement, doc text not null);
`;

/** Opens the data file (":memory:" keeps everything in memory) and makes its tables. */
export function openDatabase(file: string): Sql {
  const database = new Database(file);
  database.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000;');
  database.exec(SCHEMA);
  let depth = 0;
  return {
    run: (statement, ...values) => Number(database.prepare(statement).run(...values).lastInsertRowid),
    all: <Row>(statement: string, ...values: readonly SqlValue[]) =>
      database.prepare(statement).all(...values) as Row[],
    get: <Row>(statement: string, ...values: readonly SqlValue[]) =>
      database.prepare(statement).get(...values) as Row | undefined,
    transaction: (work) => {
      if (depth > 0) return work();
      depth += 1;
      try {
        return database.transaction(work)();
      } finally {
        depth -= 1;
      }
    },
    close: () => void database.close(),
  };
}
