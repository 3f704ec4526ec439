import type { Clock } from './clock.js';
import type { LogEntry } from './phone-types.js';
import type { Sql } from './store/database.js';

/** How a crossing ended. */
export interface CrossingEnd {
  readonly request?: unknown;
  readonly status?: number;
  readonly response?: unknown;
  readonly failure?: string;
}

/** How a crossing began. */
export interface CrossingStart {
  readonly method: string;
  readonly target: string;
  readonly request?: unknown;
}

interface Row {
  readonly id: number;
  readonly doc: string;
}

const KEPT = 2000;
const LONGEST_TEXT = 4000;
const REDACTED = '[redacted]';

/** Everything that crosses between the stand-in and the business, with secrets taken out. */
export class CrossingLog {
  readonly #sql: Sql;
  readonly #clock: Clock;
  readonly #secrets: readonly string[];
  readonly #listeners = new Set<(entry: LogEntry) => void>();

  constructor(sql: Sql, clock: Clock, secrets: readonly string[]) {
    this.#sql = sql;
    this.#clock = clock;
    this.#secrets = secrets.filter(Boolean).flatMap((secret) => [secret, encodeURIComponent(secret)]);
  }

  /** Notes the beginning of a crossing; the answer is called with its end. */
  begin(kind: LogEntry['kind'], start: CrossingStart): (end: CrossingEnd) => void {
    const at = this.#clock.now();
    const began = performance.now();
    return (end) => this.#add({ at, kind, ...start, ...end, durationMs: Math.round(performance.now() - began) });
  }

  /** The latest entries, the oldest first. */
  list(page: { readonly limit: number; readonly after?: number }): LogEntry[] {
    return this.#sql
      .all<Row>('select id, doc from log where id > ? order by id desc limit ?', page.after ?? 0, page.limit)
      .reverse()
      .map(({ id, doc }) => ({ ...(JSON.parse(doc) as Omit<LogEntry, 'id'>), id }));
  }

  /** Calls `listener` with each new entry; the answer ends it. */
  onEntry(listener: (entry: LogEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #add(entry: Omit<LogEntry, 'id'>): void {
    const doc = this.#redacted(
      JSON.stringify({ ...entry, request: shortened(entry.request), response: shortened(parsed(entry.response)) }),
    );
    const id = this.#sql.run('insert into log (doc) values (?)', doc);
    this.#sql.run('delete from log where id <= ?', id - KEPT);
    for (const listener of this.#listeners) listener({ ...(JSON.parse(doc) as Omit<LogEntry, 'id'>), id });
  }

  #redacted(text: string): string {
    return this.#secrets.reduce((current, secret) => current.replaceAll(secret, REDACTED), text);
  }
}

/** JSON text as the value that it holds; any other text as it is. */
function parsed(response: unknown): unknown {
  if (typeof response !== 'string') return response;
  try {
    return JSON.parse(response) as unknown;
  } catch {
    return response;
  }
}

function shortened(value: unknown): unknown {
  return typeof value === 'string' && value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
}
