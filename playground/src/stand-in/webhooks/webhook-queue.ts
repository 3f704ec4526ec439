import type { Clock } from '../clock.js';
import type { Sql } from '../store/database.js';
import type { ChaosSettings } from '../settings.js';
import { batchShape, planDelivery } from './chaos.js';
import { type Change, envelope } from './envelope.js';
import { type Notification, NotificationStore } from './notification-store.js';

/** Where bodies go. */
interface Receiver {
  /** Whether the receiver may be sent webhooks. */
  verify(): Promise<boolean>;
  /** True when the receiver has taken the body. */
  post(payload: object): Promise<boolean>;
  /** Breaks off what is under way. */
  abort(): void;
}

/** What the queue works with. */
export interface QueueParts {
  readonly sql: Sql;
  readonly clock: Clock;
  readonly accountId: string;
  readonly chaos: () => ChaosSettings;
  readonly receiver: Receiver;
}

const BATCH_WINDOW_MS = 800;
const UPDATES_A_POST = 1000;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 3_600_000;
const FIRST_VERIFY_RETRY_MS = 500;
const LONGEST_VERIFY_RETRY_MS = 8000;

/** WhatsApp gives up on an update after seven days. */
const GIVE_UP_AFTER_MS = 7 * 86_400_000;

/** Delivers updates to the business: later, in order unless chaos says otherwise, again and again until taken. */
export class WebhookQueue {
  readonly #parts: QueueParts;
  readonly #notifications: NotificationStore;
  readonly #idleWaiters = new Set<() => void>();
  #cancelTimer: () => void = () => undefined;
  #draining = false;
  #stopped = true;
  #failedVerifications = 0;
  #notBefore = 0;

  constructor(parts: QueueParts) {
    this.#parts = parts;
    this.#notifications = new NotificationStore(parts.sql);
  }

  /** Begins to deliver, with what an earlier run has left. */
  start(): void {
    this.#stopped = false;
    this.#arm();
  }

  /** Ends delivery and breaks off the POST that is under way: it will be sent again, like all that waits in the file. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    this.#parts.receiver.abort();
    if (this.#draining) await new Promise<void>((resolve) => this.#idleWaiters.add(resolve));
  }

  /** Adds an update; one that is omittable may be left out by chaos. */
  add(change: Change, options: { readonly omittable: boolean } = { omittable: false }): void {
    const now = this.#parts.clock.now();
    this.#parts.sql.transaction(() => {
      const id = this.#notifications.insert(change, now);
      const plan = planDelivery(this.#parts.chaos(), id);
      if (plan.omitted && options.omittable) return this.#notifications.delete(id);
      const free = now + plan.holdMs;
      const due = plan.batched ? Math.ceil((free + 1) / BATCH_WINDOW_MS) * BATCH_WINDOW_MS : free;
      this.#notifications.plan(id, { ...plan, due });
    });
    this.#arm();
  }

  /** How many updates wait. */
  get waiting(): number {
    return this.#notifications.count();
  }

  /** Resolves when nothing is being delivered and nothing is due. */
  async idle(): Promise<void> {
    while (this.#busy()) await new Promise<void>((resolve) => this.#idleWaiters.add(resolve));
  }

  #busy(): boolean {
    if (this.#draining) return true;
    const due = this.#nextDue();
    return !this.#stopped && due !== undefined && due <= this.#parts.clock.now();
  }

  #nextDue(): number | undefined {
    const due = this.#notifications.nextDue();
    return due === undefined ? undefined : Math.max(due, this.#notBefore);
  }

  #arm(): void {
    if (this.#stopped || this.#draining) return;
    this.#cancelTimer();
    const due = this.#nextDue();
    if (due !== undefined) this.#cancelTimer = this.#parts.clock.at(due, () => void this.#drain());
  }

  async #drain(): Promise<void> {
    if (this.#draining || this.#stopped) return;
    this.#draining = true;
    try {
      if (await this.#parts.receiver.verify()) await this.#deliverDue();
      else this.#waitForVerification();
    } finally {
      this.#draining = false;
      for (const resolve of this.#idleWaiters) resolve();
      this.#idleWaiters.clear();
      this.#arm();
    }
  }

  /** Updates wait, without counting as tried, while the address has not answered the challenge. */
  #waitForVerification(): void {
    const wait = Math.min(FIRST_VERIFY_RETRY_MS * 2 ** this.#failedVerifications, LONGEST_VERIFY_RETRY_MS);
    this.#failedVerifications += 1;
    this.#notBefore = this.#parts.clock.now() + wait;
  }

  async #deliverDue(): Promise<void> {
    let due = this.#takeDue();
    while (due.length > 0 && !this.#stopped) {
      for (const group of intoPosts(due)) await this.#deliver(group);
      due = this.#takeDue();
    }
  }

  #takeDue(): Notification[] {
    return this.#notifications.due(this.#parts.clock.now(), UPDATES_A_POST);
  }

  async #deliver(group: readonly Notification[]): Promise<void> {
    if (this.#stopped) return;
    const { accountId, chaos, receiver, sql } = this.#parts;
    const shape = group.length === 1 ? 'changes' : batchShape(chaos(), group[0]?.id ?? 0);
    const taken = await receiver.post(envelope(accountId, group, shape));
    sql.transaction(() => {
      for (const notification of group) this.#settle(notification, taken);
    });
  }

  #settle({ id, created, attempts, repeatAfterMs }: Notification, taken: boolean): void {
    const now = this.#parts.clock.now();
    if (taken && repeatAfterMs !== undefined) return this.#notifications.repeat(id, now + repeatAfterMs);
    if (taken || now - created > GIVE_UP_AFTER_MS) return this.#notifications.delete(id);
    this.#notifications.retry(id, now + retryDelay(attempts));
  }
}

/** How long to wait after the nth failed attempt (counted from zero), in milliseconds. */
export function retryDelay(attempts: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** attempts, LONGEST_RETRY_MS);
}

/** Neighbours that may be batched share a POST; every other update has its own. */
function intoPosts(due: readonly Notification[]): Notification[][] {
  return due.reduce<Notification[][]>((posts, notification) => {
    const last = posts.at(-1);
    if (notification.batched && last?.[0]?.batched) last.push(notification);
    else posts.push([notification]);
    return posts;
  }, []);
}
