import type { Sql } from '../store/database.js';
import type { JsonObject } from '../json.js';
import type { DeliveryPlan } from './chaos.js';

/** An update that waits to be delivered. */
export interface Notification {
  readonly id: number;
  readonly field: string;
  readonly value: JsonObject;
  /** Epoch milliseconds. */
  readonly created: number;
  readonly attempts: number;
  readonly batched: boolean;
  readonly repeatAfterMs?: number;
}

interface Row {
  readonly id: number;
  readonly field: string;
  readonly value: string;
  readonly created: number;
  readonly attempts: number;
  readonly batched: number;
  readonly repeat_after: number | null;
}

const parse = (row: Row): Notification => ({
  id: row.id,
  field: row.field,
  value: JSON.parse(row.value) as JsonObject,
  created: row.created,
  attempts: row.attempts,
  batched: row.batched === 1,
  ...(row.repeat_after !== null && { repeatAfterMs: row.repeat_after }),
});

/** The durable queue of updates for the business. */
export class NotificationStore {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Adds an update and gives its number, which no other ever has. */
  insert(change: { readonly field: string; readonly value: JsonObject }, now: number): number {
    return this.#sql.run(
      'insert into notifications (field, value, created, due, attempts, batched, repeat_after) values (?, ?, ?, ?, 0, 0, null)',
      change.field,
      JSON.stringify(change.value),
      now,
      now,
    );
  }

  plan(id: number, plan: DeliveryPlan & { readonly due: number }): void {
    this.#sql.run(
      'update notifications set due = ?, batched = ?, repeat_after = ? where id = ?',
      plan.due,
      plan.batched ? 1 : 0,
      plan.repeatAfterMs ?? null,
      id,
    );
  }

  /** Puts off an update after a delivery that failed. */
  retry(id: number, due: number): void {
    this.#sql.run('update notifications set due = ?, attempts = attempts + 1 where id = ?', due, id);
  }

  /** Delivers an update once more, as if new. */
  repeat(id: number, due: number): void {
    this.#sql.run(
      'update notifications set due = ?, attempts = 0, batched = 0, repeat_after = null where id = ?',
      due,
      id,
    );
  }

  delete(id: number): void {
    this.#sql.run('delete from notifications where id = ?', id);
  }

  /** What is due, in the order in which it became due. */
  due(now: number, limit: number): Notification[] {
    return this.#sql
      .all<Row>(
        `select id, field, value, created, attempts, batched, repeat_after from notifications
         where due <= ? order by due, id limit ?`,
        now,
        limit,
      )
      .map(parse);
  }

  /** When the next one is due. */
  nextDue(): number | undefined {
    return (
      this.#sql.get<{ readonly due: number | null }>('select min(due) as due from notifications')?.due ?? undefined
    );
  }

  count(): number {
    return this.#sql.get<{ readonly count: number }>('select count(*) as count from notifications')?.count ?? 0;
  }
}
