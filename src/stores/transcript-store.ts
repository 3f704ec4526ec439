import type { Message } from '../domain/message.js';
import { compareMessages, LATE_ARRIVAL_MS } from '../domain/transcript-order.js';
import { ChoiceIndex } from './choice-index.js';
import { Listeners } from './listeners.js';
import { TranscriptGaps, type TranscriptStretch } from './transcript-gaps.js';
import type { TranscriptChange, TranscriptView } from './transcript-view.js';

/**
 * The messages of one session in their order. Messages that only the outbox has (no `seq`) stand at the end, so that
 * appending compares with the last message of the server and touches nothing before it. What was loaded from the history
 * may leave gaps, which are known and told.
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
  readonly #gaps: TranscriptGaps;

  constructor() {
    const serverSize = (): number => this.#serverSize;
    this.#gaps = new TranscriptGaps({
      get size() {
        return serverSize();
      },
      idAt: (index) => (index < this.#serverSize ? this.#messages[index]?.id : undefined),
      indexOf: (id) => this.indexOf(id),
    });
  }

  get size(): number {
    return this.#messages.length;
  }

  get hasOlder(): boolean {
    return this.#gaps.hasOlder;
  }

  get hasNewer(): boolean {
    return this.#gaps.hasNewer;
  }

  /** The newest message, the outbox's own included. */
  get last(): Message | undefined {
    return this.#messages.at(-1);
  }

  /** The oldest message that the server has. */
  get oldest(): Message | undefined {
    return this.#serverSize > 0 ? this.#messages[0] : undefined;
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

  isGapAfter(id: string): boolean {
    return this.#gaps.isAfter(id);
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

  /**
   * Puts in what a look at the history brought, and remembers where messages may still be missing. Messages that are here
   * already stay as they are; a stretch whose neighbour has gone meanwhile is left out.
   */
  join(stretch: TranscriptStretch<Message>): void {
    if ([stretch.before, stretch.after].some((id) => id !== undefined && !this.#byId.has(id))) return;
    stretch.messages.filter(({ id }) => this.#isLocal(id)).forEach((message) => this.add(message));
    const fresh = stretch.messages.filter(({ id }) => !this.#byId.has(id));
    const last = fresh.at(-1);
    const isOpenAtEnd = last !== undefined && last === stretch.messages.at(-1) && this.#isOpenAt(this.#placeFor(last));
    const runs = this.#merge(fresh);
    this.#gaps.joined(stretch, isOpenAtEnd);
    for (const { index, count } of runs)
      this.#tell(index === 0 ? { type: 'prepended', count } : { type: 'filled', index, count });
    if (runs.length === 0) this.#tell({ type: 'filled', index: 0, count: 0 });
  }

  /** Forgets everything that the server said and starts again from a snapshot; what only the outbox has stays. */
  reset(messages: readonly Message[], hasOlder: boolean): void {
    const ids = new Set(messages.map((message) => message.id));
    const local = this.#messages.slice(this.#messages.length - this.#localCount).filter(({ id }) => !ids.has(id));
    this.#byId.clear();
    this.#byProviderId.clear();
    this.#choices.clear();
    this.#late.clear();
    this.#gaps.clear();
    this.#gaps.hasOlder = hasOlder;
    this.#messages = [...[...messages].sort(compareMessages), ...local];
    this.#localCount = local.length;
    this.#messages.forEach((message) => this.#remember(message));
    this.#tell({ type: 'reset' });
  }

  /** How many messages the server has given. */
  get #serverSize(): number {
    return this.#messages.length - this.#localCount;
  }

  /** Does a stretch that ends at this place end in unknown ground? */
  #isOpenAt(index: number): boolean {
    return index === 0 || index === this.#serverSize || this.#gaps.isOpenBefore(index);
  }

  /** Puts in messages of the server that are in order; answers where they now stand, in runs. */
  #merge(fresh: readonly Message[]): readonly { readonly index: number; readonly count: number }[] {
    const runs: { index: number; count: number }[] = [];
    if (fresh.length === 0) return runs;
    const merged: Message[] = [];
    let from = 0;
    for (const message of fresh) {
      const place = this.#placeFor(message);
      const run = runs.at(-1);
      for (; from < place; from++) merged.push(this.#messages[from]!);
      if (run && run.index + run.count === merged.length) run.count += 1;
      else runs.push({ index: merged.length, count: 1 });
      merged.push(message);
    }
    this.#messages = merged.concat(this.#messages.slice(from));
    fresh.forEach((message) => this.#remember(message));
    return runs;
  }

  #isLocal(id: string): boolean {
    const message = this.#byId.get(id);
    return message !== undefined && message.seq === undefined;
  }

  #insert(message: Message): void {
    const newest = this.#messages[this.#serverSize - 1];
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
    else this.#gaps.landed(index, message.id);
    this.#remember(message);
    return index;
  }

  #takeOut(index: number, message: Message): void {
    if (message.seq !== undefined) this.#gaps.leaving(index, message.id);
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
    const end = message.seq === undefined ? this.#messages.length : this.#serverSize;
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
