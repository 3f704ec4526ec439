import { WaError } from '../domain/errors.js';
import type { Message } from '../domain/message.js';
import { originSecond } from '../domain/transcript-order.js';
import type { HistoryPage, HistoryScope, Query, SearchPage } from '../protocol/queries.js';
import type { TranscriptStretch } from '../stores/transcript-gaps.js';
import type { SessionHistory } from './handles.js';
import type { SessionController } from './session-controller.js';
import type { SessionSurroundings } from './session-surroundings.js';

/** How many messages one look brings. */
const PAGE = 50;

/** One wish for older sessions looks so often; the rest of a very long one comes with the next wish. */
const MOST_PAGES = 4;

/** How many hits a search brings. */
const MOST_HITS = 200;

type Look = Partial<Pick<Extract<Query, { type: 'history' }>, 'before' | 'after' | 'at' | 'around'>>;

/** Brings what was said before into the transcript of one session. */
export class HistoryReader implements SessionHistory {
  readonly #session: SessionController;
  readonly #desk: SessionSurroundings;
  readonly #channelNames = new Map<string, string>();
  /** Looks that are on their way, so that the same is not asked twice. */
  readonly #onTheirWay = new Map<string, Promise<void>>();
  #opened: Promise<void> | undefined;

  constructor(session: SessionController, desk: SessionSurroundings) {
    this.#session = session;
    this.#desk = desk;
    session.transcript.subscribe(({ type }) => {
      if (type === 'reset' && this.#opened) this.#reopen();
    });
  }

  open(): Promise<void> {
    this.#opened ??= this.#open().catch((cause: unknown) => {
      this.#opened = undefined;
      throw cause;
    });
    return this.#opened;
  }

  loadOlder(): Promise<void> {
    return this.#once('older', () => this.#loadOlder());
  }

  fill(afterId: string, from: 'above' | 'below'): Promise<void> {
    return this.#once(`${from} ${afterId}`, async () => {
      const { transcript } = this.#session;
      const next = transcript.at(transcript.indexOf(afterId) + 1);
      const isFromBelow = from === 'below' && next?.seq !== undefined;
      await this.#look(isFromBelow ? { before: next.id } : { after: afterId });
    });
  }

  async loadAround(messageId: string): Promise<boolean> {
    const { transcript } = this.#session;
    if (!transcript.get(messageId)) await this.#once(`around ${messageId}`, () => this.#lookAround(messageId));
    return transcript.get(messageId) !== undefined;
  }

  async loadFrom(time: number): Promise<Message | undefined> {
    if (!this.#isLoadedAt(time)) await this.#once(`at ${String(time)}`, () => this.#look({ at: time }));
    const { transcript } = this.#session;
    return transcript.at(this.#firstAt(time)) ?? transcript.last;
  }

  async search(text: string, signal?: AbortSignal): Promise<SearchPage | undefined> {
    if (!this.#session.capabilities.features.includes('search')) return undefined;
    const query = { type: 'search', sessionId: this.#session.id, text, limit: MOST_HITS, scope: this.#scope } as const;
    return this.#desk.gate.query(query, { signal });
  }

  channelName(channelId: string): string | undefined {
    return this.#channelNames.get(channelId);
  }

  get #scope(): HistoryScope {
    return this.#desk.options().showCrossChannelMessages ? 'all-channels' : 'channel';
  }

  #once(key: string, work: () => Promise<unknown>): Promise<void> {
    const known = this.#onTheirWay.get(key);
    if (known) return known;
    const look = this.#finish(key, work);
    this.#onTheirWay.set(key, look);
    return look;
  }

  async #finish(key: string, work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } finally {
      this.#onTheirWay.delete(key);
    }
  }

  #reopen(): void {
    this.#opened = undefined;
    // Without a connection the next wish opens it again.
    this.open().catch(() => undefined);
  }

  async #open(): Promise<void> {
    if (this.#scope === 'all-channels') await this.#lookThroughLoaded();
    if (this.#session.transcript.hasOlder) await this.loadOlder();
  }

  /** A session's snapshot holds its own messages only; those of the other channels between them are put in. */
  async #lookThroughLoaded(): Promise<void> {
    const { transcript } = this.#session;
    let first = (await this.#look({})).messages[0];
    while (first && transcript.indexOf(first.id) > 0) first = (await this.#look({ before: first.id })).messages[0];
  }

  async #loadOlder(): Promise<void> {
    const { transcript } = this.#session;
    const sessions = new EarlierSessions(this.#desk.options().transcriptInteractionsCount, this.#sessionsAtTheTop());
    for (let pages = 0; pages < MOST_PAGES && transcript.hasOlder && !sessions.isComplete; pages++) {
      const before = transcript.oldest?.id;
      const page = await this.#ask(before === undefined ? {} : { before });
      const messages = sessions.take(page.messages);
      const hasOlder = page.hasOlder || messages.length < page.messages.length;
      this.#join({ messages, hasOlder, hasNewer: page.hasNewer, ...(before !== undefined && { before }) });
    }
  }

  /** The sessions of what is loaded without a gap from the oldest message on; the session itself is always one. */
  #sessionsAtTheTop(): Set<string> {
    const { transcript, id } = this.#session;
    const sessions = new Set([id]);
    for (let index = 0; index < transcript.size; index++) {
      const message = transcript.at(index)!;
      sessions.add(message.sessionId);
      if (transcript.isGapAfter(message.id)) break;
    }
    return sessions;
  }

  async #lookAround(messageId: string): Promise<void> {
    try {
      await this.#look({ around: messageId });
    } catch (cause) {
      // The server does not know it.
      if (!(cause instanceof WaError && cause.code === 'contract-violated')) throw cause;
    }
  }

  async #look(look: Look): Promise<HistoryPage> {
    const page = await this.#ask(look);
    const { messages, hasOlder, hasNewer } = page;
    const { before, after } = look;
    this.#join({ messages, hasOlder, hasNewer, ...(before && { before }), ...(after && { after }) });
    return page;
  }

  async #ask(look: Look): Promise<HistoryPage> {
    const sessionId = this.#session.id;
    const page = await this.#desk.gate.query({ type: 'history', sessionId, ...look, limit: PAGE, scope: this.#scope });
    for (const { id, name } of page.channels ?? []) this.#channelNames.set(id, name);
    return page;
  }

  #join(stretch: TranscriptStretch<Message>): void {
    this.#session.transcript.join(stretch);
    stretch.messages.forEach(({ id }) => this.#session.driver.heard(id));
  }

  /** The index of the first loaded message at this time or later. */
  #firstAt(time: number): number {
    const { transcript } = this.#session;
    let [low, high] = [0, transcript.size];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (originSecond(transcript.at(middle)!.originAt) < originSecond(time)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #isLoadedAt(time: number): boolean {
    const { transcript } = this.#session;
    const before = transcript.at(this.#firstAt(time) - 1);
    return before === undefined ? !transcript.hasOlder && transcript.size > 0 : !transcript.isGapAfter(before.id);
  }
}

/** Counts sessions backwards, and stops where one more than wanted would begin. */
class EarlierSessions {
  readonly #wanted: number;
  readonly #known: Set<string>;
  #count = 0;
  isComplete = false;

  constructor(wanted: number, known: Set<string>) {
    this.#wanted = wanted;
    this.#known = known;
  }

  /** The messages of a page, from its end, that belong to the wanted sessions. */
  take(page: readonly Message[]): readonly Message[] {
    const beyond = page.findLastIndex(({ sessionId }) => !this.#isWanted(sessionId));
    this.isComplete = beyond >= 0;
    return page.slice(beyond + 1);
  }

  #isWanted(sessionId: string): boolean {
    if (this.#known.has(sessionId)) return true;
    if (this.#count === this.#wanted) return false;
    this.#count += 1;
    this.#known.add(sessionId);
    return true;
  }
}
