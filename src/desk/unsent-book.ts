import type { Content } from '../domain/message.js';
import type { Outcome } from '../protocol/commands.js';
import type { OutboxRow, SendCommand } from '../stores/desk-records.js';
import type { IdSource } from '../stores/message-ids.js';
import type { OutboxStore } from '../stores/outbox-store.js';
import type { UnsentMessage, UnsentSnapshot } from './handles.js';
import { sameItems, sameParts } from './subject.js';

export interface UnsentBookInit {
  readonly outbox: OutboxStore;
  readonly ids: IdSource;
  isOnDesk(sessionId: string): boolean;
  /** The open session of a contact in which something could be sent now. */
  openSessionOf(contactId: string): string | undefined;
  /** Sends a wish; the same id twice is done once. */
  ask(command: SendCommand): Promise<Outcome>;
  changed(): void;
}

/**
 * What was written in a session and had not left when the session went: held until the agent decides, through every reload.
 * Where it may have arrived after all, the server is asked with the same id, which it either has or refuses by now.
 */
export class UnsentBook {
  readonly #init: UnsentBookInit;
  /** The sessions that this desk has seen going. */
  readonly #left = new Set<string>();
  /** What has been asked over this connection. */
  readonly #asked = new Set<string>();
  readonly #asking = new Set<string>();
  readonly #newIds = new Map<string, string>();
  /** Until when the server has told which sessions are here (epoch milliseconds, server clock). */
  #toldUntil = -Infinity;
  #rows: readonly OutboxRow[] = [];
  #groups: readonly UnsentSnapshot[] = [];
  #snapshot: readonly UnsentSnapshot[] = Object.freeze([]);
  #turn: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(init: UnsentBookInit) {
    this.#init = init;
    init.outbox.onChange(() => {
      this.#refresh();
    });
  }

  /** By session, each in the order in which it was written. */
  get snapshot(): readonly UnsentSnapshot[] {
    const { isOnDesk, openSessionOf } = this.#init;
    const groups = this.#groups
      .filter(({ sessionId }) => !isOnDesk(sessionId))
      .map((group) => {
        const openSessionId = openSessionOf(group.contact.id);
        const before = this.#snapshot.find(({ sessionId }) => sessionId === group.sessionId);
        return sameParts(before, { ...group, ...(openSessionId !== undefined && { openSessionId }) });
      });
    this.#snapshot = sameItems(this.#snapshot, groups);
    return this.#snapshot;
  }

  /** Everything that the server had at this time has been applied here (epoch milliseconds, server clock). */
  told(at: number): void {
    this.#toldUntil = Math.max(this.#toldUntil, at);
    this.#asked.clear();
    this.#refresh();
  }

  /** A session has gone, or something was written into it while it went. */
  left(sessionId: string): void {
    this.#left.add(sessionId);
    this.#refresh();
  }

  async discard(messageId: string): Promise<void> {
    const row = this.#rows.find((each) => each.messageId === messageId);
    if (!row) return;
    await this.#init.outbox.cancel(row);
    this.#refresh();
    await this.#turn;
  }

  /** How a message goes again where its contact is now: as a new message, under one id however often this is asked. */
  again(messageId: string): { readonly sessionId: string; readonly content: Content; readonly id: string } | undefined {
    const group = this.snapshot.find(({ messages }) => messages.some((each) => each.messageId === messageId));
    const message = group?.messages.find((each) => each.messageId === messageId);
    if (!message || group?.openSessionId === undefined) return undefined;
    const id = this.#newIds.get(messageId) ?? this.#init.ids();
    this.#newIds.set(messageId, id);
    return { sessionId: group.openSessionId, content: message.content, id };
  }

  stop(): void {
    this.#isStopped = true;
  }

  #refresh(): void {
    this.#turn = this.#turn.then(() => this.#read(this.#init.outbox));
  }

  async #read(outbox: OutboxStore): Promise<void> {
    if (this.#isStopped) return;
    const rows = (await outbox.loadAll()).filter((row) => row.state !== 'cancelled' && this.#hasStayedBehind(row));
    const held = await Promise.all(rows.map((row) => hold(outbox, row)));
    for (const row of rows) if (row.state === 'sending' || row.state === 'unconfirmed') void this.#settle(outbox, row);
    // What is being asked about is told when the answer is here.
    this.#rows = held.filter(({ state, messageId }) => state !== 'cancelled' && !this.#asking.has(messageId));
    this.#groups = groupsOf(this.#rows);
    this.#init.changed();
  }

  /** Another tab may know a session by now that this one is yet to hear of. */
  #hasStayedBehind({ sessionId, createdAt }: OutboxRow): boolean {
    return !this.#init.isOnDesk(sessionId) && (this.#left.has(sessionId) || createdAt < this.#toldUntil);
  }

  async #settle(outbox: OutboxStore, row: OutboxRow): Promise<void> {
    if (this.#asked.has(row.messageId) || this.#asking.has(row.messageId)) return;
    this.#asked.add(row.messageId);
    this.#asking.add(row.messageId);
    const outcome = await this.#init.ask(row.command);
    if (outcome.type === 'done') await outbox.remove(row.messageId);
    else if (outcome.type === 'refused' && !outcome.retryable)
      await outbox.save({ ...row, state: 'refused', refusal: outcome });
    else await outbox.save({ ...row, state: 'unconfirmed' });
    this.#asking.delete(row.messageId);
    this.#refresh();
  }
}

/** Should the session come back, then what waited for its turn asks before it goes. */
async function hold(outbox: OutboxStore, row: OutboxRow): Promise<OutboxRow> {
  if (row.state !== 'queued') return row;
  const held: OutboxRow = { ...row, state: 'stale' };
  return (await outbox.save(held)) ? held : { ...row, state: 'cancelled' };
}

function groupsOf(rows: readonly OutboxRow[]): readonly UnsentSnapshot[] {
  const firsts = new Map([...rows].reverse().map((row) => [row.sessionId, row]));
  return [...firsts.values()].reverse().map(({ sessionId, contact }) => ({
    sessionId,
    contact,
    messages: Object.freeze(rows.filter((row) => row.sessionId === sessionId).map(messageOf)),
  }));
}

function messageOf({ messageId, command, createdAt, state, refusal }: OutboxRow): UnsentMessage {
  return Object.freeze({
    messageId,
    content: command.content,
    createdAt,
    state: state === 'unconfirmed' ? 'in-doubt' : 'not-sent',
    ...(refusal && { refusal }),
  });
}
