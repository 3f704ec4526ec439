import type { Message } from '../domain/message.js';
import { compareMessages, LATE_ARRIVAL_MS } from '../domain/transcript-order.js';
import { ChoiceIndex } from './choice-index.js';
import { Listeners } from './listeners.js';
import type { TranscriptChange, TranscriptView } from './transcript-view.js';

/**
 * The messages of one session in their order. Messages that only the outbox has (no `seq`) stand at the end, so that
 * appending compares with the last message of the server and touches nothing before it.
 */
export class TranscriptStore implements TranscriptView {
  #messages: Message[] = [];
  readonly #byId = new Map<string, Message>();
  readonly #byProviderId = new Map<string, Message>();
  readonly #choices = new ChoiceIndex();
  readonly #late = new Set<string>();
  readonly #listeners = new Listeners<[TranscriptChange]>();
  /** How many messages at the end only the outbox has. */
  #localCount = 0;
  #hasOlder = false;
  /** A live transcript always reaches to the newest message. */
  readonly hasNewer = false;

  get size(): number {
    return this.#messages.length;
  }

  get hasOlder(): boolean {
    return this.#hasOlder;
  }

  /** The newest message, the outbox's own included. */
  get last(): Message | undefined {
    return this.#messages.at(-1);
  }

  /** The oldest message that the server has. */
  get oldest(): Message | undefined {
    return this.#messages.length > this.#localCount ? this.#messages[0] : undefined;
  }

  at(index: number): Message | undefined {
    return this.#messages[index];
  }

  get(id: string): Message | undefined {
    return this.#byId.get(id);
  }

  indexOf(id: string): number {
    const message = this.#byId.get(id);
    return message ? this.#placeOf(message) : -1;
  }

  byProviderId(providerId: string): Message | undefined {
    return this.#byProviderId.get(providerId);
  }

  choicesOf(message: Message): readonly Message[] {
    return this.#choices.answering(message);
  }

  wasInsertedLate(id: string): boolean {
    return this.#late.has(id);
  }

  subscribe(listener: (change: TranscriptChange) => void): () => void {
    return this.#listeners.add(listener);
  }

  /**
   * Puts in a message that the server or the outbox just gave. An id that is here already changes nothing, except that the
   * server's version takes the place of the outbox's.
   */
  add(message: Message): void {
    const known = this.#byId.get(message.id);
    if (!known) this.#insert(message);
    else if (known.seq === undefined && message.seq !== undefined) this.update(message);
  }

  /** Replaces a message with its newer version and moves it when its place has changed; unknown ids are ignored. */
  update(message: Message): void {
    const known = this.#byId.get(message.id);
    if (!known) return;
    const from = this.#placeOf(known);
    if (known.seq === message.seq && known.originAt === message.originAt) {
      this.#forget(known);
      this.#messages[from] = message;
      this.#remember(message);
      this.#tell({ type: 'updated', index: from, id: message.id });
      return;
    }
    this.#takeOut(from, known);
    const to = this.#putIn(message);
    this.#tell(
      from === to ? { type: 'updated', index: to, id: message.id } : { type: 'moved', from, to, id: message.id },
    );
  }

  /** Takes a message out, e.g. one that left the outbox unsent. */
  remove(id: string): void {
    const message = this.#byId.get(id);
    if (!message) return;
    const index = this.#placeOf(message);
    this.#takeOut(index, message);
    this.#late.delete(id);
    this.#tell({ type: 'removed', index, id });
  }

  /** Puts a page of older messages, in order, before the oldest; those that are here already are left out. */
  prepend(page: readonly Message[], hasOlder: boolean): void {
    this.#hasOlder = hasOlder;
    const fresh = page.filter((message) => !this.#byId.has(message.id));
    page.filter((message) => this.#isLocal(message.id)).forEach((message) => this.add(message));
    const first = this.#messages[0];
    const older = first ? fresh.filter((message) => compareMessages(message, first) < 0) : fresh;
    if (older.length > 0) {
      this.#messages = [...older, ...this.#messages];
      older.forEach((message) => this.#remember(message));
      this.#tell({ type: 'prepended', count: older.length });
    }
    for (const message of fresh.slice(older.length)) {
      const index = this.#putIn(message);
      this.#tell({ type: 'inserted', index, id: message.id });
    }
    if (fresh.length === 0) this.#tell({ type: 'prepended', count: 0 });
  }

  /** Forgets everything that the server said and starts again from a snapshot; what only the outbox has stays. */
  reset(messages: readonly Message[], hasOlder: boolean): void {
    const ids = new Set(messages.map((message) => message.id));
    const local = this.#messages.slice(this.#messages.length - this.#localCount).filter(({ id }) => !ids.has(id));
    this.#byId.clear();
    this.#byProviderId.clear();
    this.#choices.clear();
    this.#late.clear();
    this.#hasOlder = hasOlder;
    this.#messages = [...[...messages].sort(compareMessages), ...local];
    this.#localCount = local.length;
    this.#messages.forEach((message) => this.#remember(message));
    this.#tell({ type: 'reset' });
  }

  #isLocal(id: string): boolean {
    const message = this.#byId.get(id);
    return message !== undefined && message.seq === undefined;
  }

  #insert(message: Message): void {
    const newest = this.#messages[this.#messages.length - this.#localCount - 1];
    const wasSize = this.#messages.length;
    const index = this.#putIn(message);
    const isLate =
      message.seq !== undefined && newest !== undefined && newest.originAt - message.originAt > LATE_ARRIVAL_MS;
    if (isLate) this.#late.add(message.id);
    this.#tell(index === wasSize ? { type: 'appended', count: 1 } : { type: 'inserted', index, id: message.id });
  }

  #putIn(message: Message): number {
    const index = this.#placeFor(message);
    if (index === this.#messages.length) this.#messages.push(message);
    else this.#messages.splice(index, 0, message);
    if (message.seq === undefined) this.#localCount += 1;
    this.#remember(message);
    return index;
  }

  #takeOut(index: number, message: Message): void {
    this.#messages.splice(index, 1);
    if (message.seq === undefined) this.#localCount -= 1;
    this.#forget(message);
  }

  #remember(message: Message): void {
    this.#byId.set(message.id, message);
    if (message.providerId !== undefined) this.#byProviderId.set(message.providerId, message);
    if (message.content.kind === 'choice') this.#choices.put(message);
  }

  #forget(message: Message): void {
    this.#byId.delete(message.id);
    if (message.providerId !== undefined) this.#byProviderId.delete(message.providerId);
    this.#choices.remove(message);
  }

  /** Where a new message belongs; looks at the end first, since that is where nearly all belong. */
  #placeFor(message: Message): number {
    const serverEnd = this.#messages.length - this.#localCount;
    const end = message.seq === undefined ? this.#messages.length : serverEnd;
    const previous = this.#messages[end - 1];
    if (!previous || compareMessages(previous, message) < 0) return end;
    return this.#search(message, end);
  }

  #placeOf(message: Message): number {
    return this.#search(message, this.#messages.length);
  }

  /** The first index below `high` whose message does not come before `message`. */
  #search(message: Message, high: number): number {
    let low = 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareMessages(this.#messages[middle]!, message) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #tell(change: TranscriptChange): void {
    if (!this.#listeners.isEmpty) this.#listeners.tell(change);
  }
}
