import type { Sql } from './database.js';

/** Small named values that outlive a restart. */
export class MetaStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  get<T>(key: string): T | undefined {
    const row = this.#sql.get<{ readonly value: string }>('select value from meta where key = ?', key);
    return row && (JSON.parse(row.value) as T);
  }

  set(key: string, value: unknown): void {
    this.#sql.run(
      'insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value',
      key,
      JSON.stringify(value),
    );
  }
}
