import type { Contact } from '../domain/contact.js';
import type { Message } from '../domain/message.js';
import type { Outcome } from '../protocol/commands.js';
import type { Clock } from '../stores/clock.js';
import type { OutboxRow, SendCommand } from '../stores/desk-records.js';
import type { OutboxStore } from '../stores/outbox-store.js';
import type { TranscriptStore } from '../stores/transcript-store.js';
import type { OutboxEntrySnapshot } from './handles.js';
import { OutboxEntry } from './outbox-entry.js';
import { sameItems } from './subject.js';

export interface OutboxDriverInit {
  readonly agentId: string;
  readonly sessionId: string;
  readonly outbox: OutboxStore;
  readonly transcript: TranscriptStore;
  readonly clock: Clock;
  /** Epoch milliseconds, server clock. */
  now(): number;
  random(): number;
  execute(command: SendCommand): Promise<Outcome>;
  catchUp(): Promise<void>;
  /** Whom the session is with. */
  contact(): Contact;
  /** Something was put in after the session had gone. */
  leftBehind(): void;
  /** How a message looks before the server has it. */
  messageOf(row: OutboxRow): Message;
  changed(): void;
}

/**
 * Sends the outbox of one session: in order, one at a time, each under its own id until the server's event with that id is
 * here. A message that is refused or too old holds back what was written after it.
 */
export class OutboxDriver {
  readonly #init: OutboxDriverInit;
  /** In the order in which they go. */
  #entries: readonly OutboxEntry[] = [];
  /** What has ended here, so that a row that was read before does not bring it back. */
  readonly #ended = new Set<string>();
  #snapshot: readonly OutboxEntrySnapshot[] = Object.freeze([]);
  #lastCreatedAt = 0;
  #online: AbortController | undefined;
  #isDraining = false;
  #stopListening: () => void = () => undefined;
  #isStopped = false;

  constructor(init: OutboxDriverInit) {
    this.#init = init;
    void this.#restore();
  }

  get snapshot(): readonly OutboxEntrySnapshot[] {
    this.#snapshot = sameItems(
      this.#snapshot,
      this.#entries.map((entry) => entry.snapshot),
    );
    return this.#snapshot;
  }

  get isEmpty(): boolean {
    return this.#entries.length === 0;
  }

  entry(messageId: string): OutboxEntry | undefined {
    return this.#entries.find(({ id }) => id === messageId);
  }

  /** Shows a message at once; resolves when it is kept, with the row that has its id already, if there is one. */
  async add(command: SendCommand): Promise<OutboxRow | undefined> {
    this.#lastCreatedAt = Math.max(this.#init.now(), this.#lastCreatedAt + 1);
    const { agentId, sessionId } = this.#init;
    const { attributes: _, ...contact } = this.#init.contact();
    const whose = { messageId: command.id, sessionId, agentId, contact };
    const entry = this.#show({ ...whose, command, createdAt: this.#lastCreatedAt, state: 'queued', attempts: 0 });
    const taken = await this.#init.outbox.add(entry.row);
    entry.isKept = true;
    if (taken && !isSameWish(taken.command, command)) {
      this.#drop(entry);
      return taken;
    }
    if (this.#isStopped) this.#init.leftBehind();
    this.#pump();
    return undefined;
  }

  /** Takes a message out that has not left; answers false when it may have left already. */
  async cancel(entry: OutboxEntry): Promise<boolean> {
    if (!entry.isCancellable) return false;
    const { row } = entry;
    entry.tell('message.cancel');
    await this.#init.outbox.cancel(row);
    return true;
  }

  /** Lets a message go that was too old or refused. */
  release(entry: OutboxEntry): void {
    entry.tell('message.release');
    this.#pump();
  }

  /** The server's event with this id is here. */
  heard(messageId: string): void {
    this.entry(messageId)?.tell('message.added');
  }

  setOnline(isOnline: boolean): void {
    if (isOnline === (this.#online !== undefined)) return;
    this.#online?.abort();
    this.#online = isOnline ? new AbortController() : undefined;
    this.#pump();
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopListening();
    this.#online?.abort();
    this.#online = undefined;
    this.#entries.forEach((entry) => entry.stop());
  }

  async #restore(): Promise<void> {
    this.#stopListening = this.#init.outbox.onChange((sessionId) => {
      if (sessionId === this.#init.sessionId) void this.#refresh().then(() => this.#pump());
    });
    await this.#refresh();
    this.#pump();
  }

  /** Takes over what this or another tab has put into the outbox, and what another tab has decided. */
  async #refresh(): Promise<void> {
    const before = this.#entries.filter(isSettled).map((entry) => ({ entry, row: entry.row }));
    const rows = await this.#init.outbox.load(this.#init.sessionId);
    if (this.#isStopped) return;
    const byId = new Map(rows.map((row) => [row.messageId, row]));
    for (const { entry, row } of before) {
      // What has stepped on meanwhile is further than what was read.
      if (isSettled(entry) && entry.row === row) takeOver(entry, byId.get(entry.id));
    }
    for (const row of rows) this.#admit(row);
    const order = new Map(rows.map((row, index) => [row.messageId, index]));
    this.#entries = [...this.#entries].sort(
      (a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity) || 0,
    );
    this.#init.changed();
  }

  #admit(row: OutboxRow): void {
    if (row.state === 'cancelled' || this.#ended.has(row.messageId) || this.entry(row.messageId)) return;
    if (this.#init.transcript.get(row.messageId)?.seq !== undefined) {
      void this.#init.outbox.remove(row.messageId);
      return;
    }
    this.#lastCreatedAt = Math.max(this.#lastCreatedAt, row.createdAt);
    this.#show(row).isKept = true;
  }

  #show(row: OutboxRow): OutboxEntry {
    const { clock, now, random, catchUp, transcript } = this.#init;
    const entry = new OutboxEntry({
      row,
      clock,
      ports: { now, random, catchUp, send: (attempt) => this.#send(row.messageId, attempt) },
      stepped: (stepped) => this.#stepped(stepped),
    });
    this.#entries = [...this.#entries, entry];
    transcript.add(entry.dress(this.#init.messageOf(row), now()));
    this.#init.changed();
    return entry;
  }

  async #send(messageId: string, attempts: number): Promise<Outcome | { readonly type: 'cancelled' }> {
    const entry = this.entry(messageId);
    if (!entry) return { type: 'cancelled' };
    const isOurs = await this.#init.outbox.save({ ...entry.row, state: 'sending', attempts });
    return isOurs && !this.#isStopped ? this.#init.execute(entry.row.command) : { type: 'cancelled' };
  }

  #stepped(entry: OutboxEntry): void {
    if (entry.end) return this.#finish(entry, entry.end);
    const { transcript, now } = this.#init;
    const message = transcript.get(entry.id);
    if (message && message.seq === undefined) {
      const dressed = entry.dress(message, now());
      if (dressed !== message) transcript.update(dressed);
    }
    // `sending` was written before the wish went out.
    if (entry.row.state !== 'sending') void this.#keep(entry);
    this.#init.changed();
  }

  async #keep(entry: OutboxEntry): Promise<void> {
    const { row } = entry;
    entry.writes += 1;
    if (!this.#ended.has(row.messageId)) await this.#init.outbox.save(row);
    entry.writes -= 1;
  }

  #finish(entry: OutboxEntry, end: 'accepted' | 'cancelled'): void {
    const { transcript } = this.#init;
    this.#ended.add(entry.id);
    const isLocal = transcript.get(entry.id)?.seq === undefined;
    // The server has it further up than what is loaded, or the agent does not want it.
    if (isLocal && (end === 'cancelled' || transcript.hasOlder)) transcript.remove(entry.id);
    if (end === 'accepted') void this.#init.outbox.remove(entry.id);
    this.#forget(entry);
    this.#init.changed();
  }

  /** Takes a message out of sight whose id belongs to another one. */
  #drop(entry: OutboxEntry): void {
    entry.stop();
    this.#init.transcript.remove(entry.id);
    this.#forget(entry);
    void this.#refresh();
  }

  #forget(entry: OutboxEntry): void {
    this.#entries = this.#entries.filter((other) => other !== entry);
  }

  #pump(): void {
    if (this.#isDraining || !this.#online || !this.#next()) return;
    this.#isDraining = true;
    const { signal } = this.#online;
    void this.#init.outbox
      .alone(this.#init.sessionId, signal, () => this.#drain(signal))
      .finally(() => {
        this.#isDraining = false;
        // Something may have come, or the connection may have come back, while this ended.
        this.#pump();
      });
  }

  async #drain(signal: AbortSignal): Promise<void> {
    await this.#refresh();
    this.#entries.forEach((entry) => entry.tell('age.check'));
    for (let entry = this.#next(); entry && !signal.aborted; entry = this.#next()) {
      entry.tell('turn.given');
      await entry.atRest(signal);
    }
  }

  /** The message whose turn it is: the first, or when that one is held, the first that the agent has let go. */
  #next(): OutboxEntry | undefined {
    const kept = this.#entries.filter((entry) => entry.isKept);
    const first = kept[0];
    return first?.isHeld ? kept.find((entry) => entry.isReleased) : first;
  }
}

/** Its row is in storage as it stands here. */
function isSettled(entry: OutboxEntry): boolean {
  return entry.isKept && entry.isResting && entry.writes === 0;
}

/** Another tab has written this row since; a missing one has left, or was never kept. */
function takeOver(entry: OutboxEntry, row: OutboxRow | undefined): void {
  if (row?.state === 'cancelled') entry.tell('message.cancel');
  else if (!row) entry.restart({ ...entry.row, state: 'unconfirmed' });
  else if (isResting(row) && row.state !== entry.row.state) entry.restart(row);
}

function isResting({ state }: OutboxRow): boolean {
  return state === 'queued' || state === 'stale' || state === 'refused';
}

function isSameWish(a: SendCommand, b: SendCommand): boolean {
  return JSON.stringify([a.content, a.quote, a.resendOf]) === JSON.stringify([b.content, b.quote, b.resendOf]);
}
