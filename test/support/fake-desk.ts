import { DEFAULT_OPTIONS } from '../../src/config/index.js';
import type {
  DeskHandle,
  DeskSnapshot,
  DraftSnapshot,
  OfferSnapshot,
  SessionHandle,
  SessionHistory,
  SessionView,
} from '../../src/desk/handles.js';
import {
  WHATSAPP_LIMITS,
  type Capabilities,
  type Message,
  type Session,
  type TemplateDefinition,
} from '../../src/domain/index.js';
import type { Outcome } from '../../src/protocol/commands.js';
import type { SearchPage } from '../../src/protocol/queries.js';
import { TranscriptStore } from '../../src/stores/transcript-store.js';

/** 24 November 2026, 09:31 UTC. */
export const NOW = Date.UTC(2026, 10, 24, 9, 31);
const HOUR = 3_600_000;

/** A picture of one pixel that every browser can read. */
export const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const done: Outcome = { type: 'done', value: undefined };

/** One call of a handle's method, for tests to look at. */
export interface Call {
  readonly name: string;
  readonly args: readonly unknown[];
}

class Subject<S> {
  snapshot: S;
  readonly #listeners = new Set<() => void>();

  constructor(snapshot: S) {
    this.snapshot = snapshot;
  }

  get listenerCount(): number {
    return this.#listeners.size;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change(part: Partial<S>): void {
    this.snapshot = Object.freeze({ ...this.snapshot, ...part });
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A session of Mara Lindqvist on the channel Orders EU, engaged, with 23 hours and 59 minutes left. */
export function session(part: Partial<Session> = {}): Session {
  return {
    id: 'session-1',
    channel: { id: 'orders-eu', name: 'Orders EU', phoneNumber: '+493055501288' },
    contact: { id: 'contact-1', name: 'Mara Lindqvist', profileName: 'mara ☀️', phoneNumber: '+4915155501288' },
    origin: 'contact',
    phase: 'engaged',
    startedAt: NOW - HOUR,
    agents: [{ id: 'agent-1', name: 'Jonas Weber' }],
    window: { openedAt: NOW - 60_000, closesAt: NOW + 24 * HOUR - 60_000 },
    caseData: { Order: 'LN-48213', Reason: 'Missing part' },
    ...part,
  };
}

export function capabilities(part: Partial<Capabilities> = {}): Capabilities {
  return {
    version: 1,
    features: ['templates', 'attachments', 'replies', 'reactions', 'dispositions', 'history'],
    permissions: ['canUse', 'canSendFiles', 'canChangeAttachmentsInNotification'],
    limits: WHATSAPP_LIMITS,
    dispositions: [
      { code: 'replaced', label: 'Missing part, replaced' },
      { code: 'question', label: 'Question answered' },
    ],
    dispositionRequired: false,
    ...part,
  };
}

/** A text of the contact, or of the agent with `author`. */
export function message(id: string, body: string, part: Partial<Message> = {}): Message {
  return {
    id,
    sessionId: 'session-1',
    channelId: 'orders-eu',
    author: { kind: 'contact', contactId: 'contact-1', name: 'Mara Lindqvist' },
    content: { kind: 'text', body },
    originAt: NOW - 30_000,
    arrivedAt: NOW - 30_000,
    seq: 1,
    ...part,
  };
}

/** A history that brings what the test puts into its hands. */
class FakeHistory implements SessionHistory {
  readonly #session: FakeSession;
  readonly channelNames = new Map<string, string>();
  /** What a wish brings into the transcript. */
  brings: (wish: string, ...args: readonly unknown[]) => void = () => undefined;
  /** What the backend finds; nothing: it has no search. */
  found: SearchPage | undefined;
  /** Why nothing can be brought. */
  failure: Error | undefined;

  constructor(session: FakeSession) {
    this.#session = session;
  }

  open(): Promise<void> {
    return this.#bring('open');
  }
  loadOlder(): Promise<void> {
    return this.#bring('loadOlder');
  }
  fill(afterId: string, from: 'above' | 'below'): Promise<void> {
    return this.#bring('fill', afterId, from);
  }
  async loadAround(id: string): Promise<boolean> {
    await this.#bring('loadAround', id);
    return this.#session.transcript.get(id) !== undefined;
  }
  async loadFrom(time: number): Promise<Message | undefined> {
    await this.#bring('loadFrom', time);
    const { transcript } = this.#session;
    const all = Array.from({ length: transcript.size }, (_, index) => transcript.at(index));
    return all.find((one) => one !== undefined && one.originAt >= time) ?? transcript.last;
  }
  async search(text: string): Promise<SearchPage | undefined> {
    await this.#bring('search', text);
    return this.found;
  }
  channelName(channelId: string): string | undefined {
    return this.channelNames.get(channelId);
  }

  #bring(name: string, ...args: readonly unknown[]): Promise<void> {
    this.#session.calls.push({ name, args });
    if (this.failure) return Promise.reject(this.failure);
    this.brings(name, ...args);
    return Promise.resolve();
  }
}

/** A session driven by hand: `change` replaces parts of its snapshot, `calls` says what elements asked of it. */
export class FakeSession extends Subject<SessionView> implements SessionHandle {
  readonly calls: Call[] = [];
  readonly transcript = new TranscriptStore();
  readonly history = new FakeHistory(this);
  readonly draft: Subject<DraftSnapshot> & SessionHandle['draft'];
  clock: () => number = () => NOW;
  templateList: readonly TemplateDefinition[] = [];
  /** What the next wishes come to. */
  outcome: Outcome = done;
  uploads: {
    readonly name: string;
    readonly kind: string;
    readonly signal: AbortSignal | undefined;
    progress(bytes: number): void;
    finish(outcome: Awaited<ReturnType<SessionHandle['upload']>>): void;
  }[] = [];
  #drafts = 1;

  constructor(
    readonly id: string,
    part: Partial<SessionView> = {},
    messages: readonly Message[] = [],
  ) {
    super({
      session: session({ id }),
      capabilities: capabilities(),
      windowPhase: 'open',
      pendingLevel: 'none',
      sendMode: 'free',
      unreadCount: 0,
      contactTyping: false,
      attention: false,
      outbox: [],
      ...part,
    });
    this.transcript.reset(messages, false);
    const draft = new Subject<DraftSnapshot>({ id: `${id}-draft-1`, text: '' });
    this.draft = Object.assign(draft, {
      set: (next: DraftSnapshot) => {
        draft.snapshot = next;
        draft.change({});
      },
      clear: () => {
        this.#emptyDraft();
      },
    });
  }

  /** Replaces parts of the session itself. */
  changeSession(part: Partial<Session>): void {
    this.change({ session: { ...this.snapshot.session, ...part } });
  }

  callsOf(name: string): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.name === name).map(({ args }) => args);
  }

  now(): number {
    return this.clock();
  }

  send(...args: Parameters<SessionHandle['send']>): Promise<string> {
    this.calls.push({ name: 'send', args });
    const [, options] = args;
    if (options?.id === this.draft.snapshot.id) this.#emptyDraft();
    return Promise.resolve(options?.id ?? `message-${String(this.calls.length)}`);
  }
  resend(id: string): Promise<string> {
    this.calls.push({ name: 'resend', args: [id] });
    return Promise.resolve(id);
  }
  cancel(id: string): Promise<void> {
    this.calls.push({ name: 'cancel', args: [id] });
    return Promise.resolve();
  }
  sendStale(id: string): Promise<void> {
    this.calls.push({ name: 'sendStale', args: [id] });
    return Promise.resolve();
  }
  settle(id: string): Promise<Outcome> {
    return this.#wish('settle', id);
  }
  react(id: string, emoji: string): Promise<Outcome> {
    return this.#wish('react', id, emoji);
  }
  refetchMedia(id: string): Promise<Outcome> {
    return this.#wish('refetchMedia', id);
  }
  markRead(id: string): void {
    this.calls.push({ name: 'markRead', args: [id] });
  }
  templates(query: Parameters<SessionHandle['templates']>[0]): ReturnType<SessionHandle['templates']> {
    this.calls.push({ name: 'templates', args: [query] });
    const search = query.search?.toLowerCase() ?? '';
    return Promise.resolve({ templates: this.templateList.filter(({ name }) => name.includes(search)) });
  }
  upload(...[file, about, options]: Parameters<SessionHandle['upload']>): ReturnType<SessionHandle['upload']> {
    this.calls.push({ name: 'upload', args: [file, about] });
    return new Promise((resolve) => {
      this.uploads.push({
        ...about,
        signal: options?.signal,
        progress: (bytes) => options?.onProgress?.(bytes),
        finish: resolve,
      });
    });
  }
  media(): ReturnType<SessionHandle['media']> {
    return Promise.resolve({ url: PIXEL, release: () => undefined });
  }
  wrapUp(): Promise<Outcome> {
    return this.#wish('wrapUp');
  }
  setNote(note: string): Promise<Outcome> {
    return this.#wish('setNote', note);
  }
  setDisposition(code: string): Promise<Outcome> {
    return this.#wish('setDisposition', code);
  }
  done(): Promise<Outcome> {
    return this.#wish('done');
  }
  dismissError(): void {
    this.calls.push({ name: 'dismissError', args: [] });
    this.change({ error: undefined });
  }

  #wish(name: string, ...args: unknown[]): Promise<Outcome> {
    this.calls.push({ name, args });
    return Promise.resolve(this.outcome);
  }

  #emptyDraft(): void {
    this.#drafts += 1;
    this.draft.set({ id: `${this.id}-draft-${String(this.#drafts)}`, text: '' });
  }
}

/** An offer that runs from `NOW` for thirty seconds. */
export function offer(id: string, part: Partial<OfferSnapshot['offer']> = {}): OfferSnapshot {
  return {
    offer: {
      id,
      session: session({ id: `session-of-${id}`, phase: 'offered' }),
      madeAt: NOW,
      expiresAt: NOW + 30_000,
      ...part,
    },
    state: 'ringing',
  };
}

/** A desk driven by hand. */
export class FakeDesk extends Subject<DeskSnapshot> implements DeskHandle {
  readonly calls: Call[] = [];
  clock: () => number = () => NOW;
  outcome: Outcome = done;

  constructor(part: Partial<DeskSnapshot> = {}) {
    super({
      connection: { state: 'online' },
      agent: { id: 'agent-1', name: 'Jonas Weber' },
      presence: {
        channels: [
          { channelId: 'orders-eu', channelName: 'Orders EU', ready: true },
          { channelId: 'service-de', channelName: 'Service DE', ready: true },
        ],
      },
      notReadyReasons: ['Lunch', 'Training'],
      offers: [],
      sessions: [],
      unsent: [],
      options: DEFAULT_OPTIONS,
      storage: 'durable',
      ...part,
    });
  }

  callsOf(name: string): readonly (readonly unknown[])[] {
    return this.calls.filter((call) => call.name === name).map(({ args }) => args);
  }

  start(): void {
    this.calls.push({ name: 'start', args: [] });
  }
  stop(why: 'logout' | 'unload'): Promise<void> {
    this.calls.push({ name: 'stop', args: [why] });
    return Promise.resolve();
  }
  reconnect(): void {
    this.calls.push({ name: 'reconnect', args: [] });
  }
  now(): number {
    return this.clock();
  }
  session(id: string): SessionHandle | undefined {
    return this.snapshot.sessions.find((handle) => handle.id === id);
  }
  show(sessionId: string | undefined): void {
    this.calls.push({ name: 'show', args: [sessionId] });
    this.change({ currentSessionId: sessionId });
  }
  acceptOffer(offerId: string): void {
    this.calls.push({ name: 'acceptOffer', args: [offerId] });
  }
  rejectOffer(offerId: string, reason?: string): void {
    this.calls.push({ name: 'rejectOffer', args: reason === undefined ? [offerId] : [offerId, reason] });
  }
  sendUnsent(messageId: string): Promise<string> {
    this.calls.push({ name: 'sendUnsent', args: [messageId] });
    return Promise.resolve(`again-${messageId}`);
  }
  discardUnsent(messageId: string): Promise<void> {
    this.calls.push({ name: 'discardUnsent', args: [messageId] });
    return Promise.resolve();
  }
  setPresence(presence: Parameters<DeskHandle['setPresence']>[0]): Promise<Outcome> {
    this.calls.push({ name: 'setPresence', args: [presence] });
    return Promise.resolve(this.outcome);
  }
}
