import { WHATSAPP_LIMITS, type Agent, type Capabilities, type Message, type Offer, type Session } from 'wa-desk/domain';
import type {
  Command,
  DeskEvent,
  EventEnvelope,
  Link,
  Notice,
  OpenInit,
  Outcome,
  Query,
  ResumePoint,
  SessionSnapshot,
  StreamId,
  StreamPosition,
  Sync,
  Transport,
  Welcome,
} from 'wa-desk/protocol';

/** 24 November 2026, 09:31 UTC. */
export const NOW = Date.UTC(2026, 10, 24, 9, 31);

const AGENT: Agent = { id: 'jonas', name: 'Jonas Weber' };

export const CAPABILITIES: Capabilities = {
  version: 1,
  features: ['history', 'templates', 'reactions', 'replies', 'typing', 'interactive', 'locations', 'attachments'],
  permissions: ['canUse', 'canSendFiles'],
  limits: WHATSAPP_LIMITS,
  dispositions: [{ code: 'solved', label: 'Solved' }],
  dispositionRequired: false,
};

const DONE: Outcome = { type: 'done', value: undefined };

/** A session of Mara's; `rest` changes anything. */
export function session(rest: Partial<Session> = {}): Session {
  return {
    id: 's1',
    channel: { id: 'orders', name: 'Orders' },
    contact: { id: 'mara', name: 'Mara Lindqvist' },
    origin: 'contact',
    phase: 'engaged',
    startedAt: NOW - 60_000,
    agents: [AGENT],
    window: { openedAt: NOW - 60_000, closesAt: NOW - 60_000 + 24 * 3_600_000 },
    caseData: {},
    ...rest,
  };
}

/** A message of Mara's; `rest` changes anything. */
export function contactMessage(id: string, rest: Partial<Message> = {}): Message {
  return {
    id,
    sessionId: 's1',
    channelId: 'orders',
    author: { kind: 'contact', contactId: 'mara' },
    content: { kind: 'text', body: `text of ${id}` },
    originAt: NOW,
    arrivedAt: NOW,
    ...rest,
  };
}

export function offer(rest: Partial<Offer> = {}): Offer {
  return { id: 'o1', session: session({ phase: 'offered' }), madeAt: NOW, expiresAt: NOW + 30_000, ...rest };
}

interface StoredSession {
  session: Session;
  capabilities: Capabilities;
  messages: Message[];
  readUpTo?: string;
}

/** One wish that waits for its answer. */
export interface Asked {
  readonly command: Command;
  answer(outcome: Outcome): void;
}

/** A server in the test's hand: a log for each stream, links that can be cut, and answers that can be held back. */
export class MemoryBackend {
  epoch = 'e1';
  agent = AGENT;
  offers: Offer[] = [];
  options: Welcome['options'] = {};
  protocol = 1;
  serverTime: () => number;
  /** Wishes that have been asked, in order. */
  readonly commands: Command[] = [];
  readonly links: MemoryLink[] = [];
  readonly opens: OpenInit[] = [];
  readonly syncs: ResumePoint[] = [];
  readonly queries: Query[] = [];
  /** Why connections are refused. */
  refusesToOpen: Error | undefined;
  /** Wishes wait here for `answer` instead of being done at once. */
  holdsAnswers = false;
  readonly asked: Asked[] = [];
  /** Decides about a wish; by default everything is done. */
  decide: (command: Command) => Outcome = () => DONE;
  /** Answers a query. */
  answerQuery: (query: Query) => unknown = () => ({ messages: [], hasOlder: false, hasNewer: false });
  readonly #sessions = new Map<string, StoredSession>();
  readonly #log = new Map<string, EventEnvelope[]>();
  /** Snapshots of streams whose log cannot be asked further back. */
  readonly #heads = new Map<string, number>();

  constructor(clock: { now(): number }) {
    this.serverTime = () => clock.now();
  }

  get transport(): Transport {
    return { open: (init) => this.#open(init) };
  }

  /** The newest connection. */
  get link(): MemoryLink {
    return this.links.at(-1)!;
  }

  putSession(value: Session, messages: readonly Message[] = [], capabilities = CAPABILITIES): void {
    this.#sessions.set(value.id, { session: value, capabilities, messages: [...messages] });
    this.#heads.set(`session:${value.id}`, messages.length);
  }

  removeSession(id: string): void {
    this.#sessions.delete(id);
  }

  messagesOf(sessionId: string): readonly Message[] {
    return this.#sessions.get(sessionId)!.messages;
  }

  sent(type: Command['type']): readonly Command[] {
    return this.commands.filter((command) => command.type === type);
  }

  /** Writes a fact down and, unless it gets lost on the way, tells every connection. */
  publish(stream: StreamId, event: DeskEvent, { isLost = false } = {}): EventEnvelope {
    const seq = this.#head(stream) + 1;
    const envelope: EventEnvelope = {
      stream,
      epoch: this.epoch,
      seq,
      at: this.serverTime(),
      event: withSeq(event, seq),
    };
    this.#heads.set(stream, seq);
    this.#log.set(stream, [...(this.#log.get(stream) ?? []), envelope]);
    this.#evolve(stream, envelope.event);
    if (!isLost) this.tell({ type: 'event', envelope });
    return envelope;
  }

  tell(notice: Notice): void {
    for (const link of this.links) link.tell(notice);
  }

  heads(): Record<string, StreamPosition> {
    const streams = [`agent:${this.agent.id}`, ...[...this.#sessions.keys()].map((id) => `session:${id}`)];
    return Object.fromEntries(streams.map((stream) => [stream, this.#position(stream)]));
  }

  /** Another log takes the place of this one; what is in it stays. */
  changeEpoch(epoch: string): void {
    this.epoch = epoch;
    this.#log.clear();
  }

  /** The server takes a message: answers the wish and writes the message down. */
  accept(command: Extract<Command, { type: 'message.send' }>, { isLost = false } = {}): void {
    const { id, sessionId, content, quote, resendOf } = command;
    if (this.messagesOf(sessionId).some((message) => message.id === id)) return;
    const author = { kind: 'agent', agentId: this.agent.id, name: this.agent.name } as const;
    const at = this.serverTime();
    const message: Message = {
      ...contactMessage(id, { sessionId, author, content, originAt: at, arrivedAt: at }),
      delivery: { status: 'queued', at },
      ...(quote && { quote }),
      ...(resendOf && { resendOf }),
    };
    this.publish(`session:${sessionId}`, { type: 'message.added', message }, { isLost });
  }

  sync(from: ResumePoint): Sync {
    this.syncs.push(from);
    const known = Object.entries(from.streams);
    const current = known.filter(([stream, { epoch }]) => epoch === this.epoch && this.#isOnDesk(stream));
    const events = current.flatMap(([stream, { seq }]) => (this.#log.get(stream) ?? []).filter((e) => e.seq > seq));
    const isCurrent = (id: string) => current.some(([stream]) => stream === `session:${id}`);
    const agentIsCurrent = current.some(([stream]) => stream === `agent:${this.agent.id}`);
    return {
      serverTime: this.serverTime(),
      events,
      sessions: [...this.#sessions.keys()].filter((id) => !isCurrent(id)).map((id) => this.snapshot(id)),
      gone: known
        .map(([stream]) => stream)
        .filter((stream) => stream.startsWith('session:') && !this.#isOnDesk(stream))
        .map((stream) => stream.slice('session:'.length)),
      ...(!agentIsCurrent && { desk: this.#desk() }),
    };
  }

  welcome(): Welcome {
    return {
      protocol: this.protocol,
      agent: this.agent,
      serverTime: this.serverTime(),
      options: this.options,
      notReadyReasons: ['Lunch'],
      desk: this.#desk(),
      sessions: [...this.#sessions.keys()].map((id) => this.snapshot(id)),
    };
  }

  snapshot(id: string): SessionSnapshot {
    const { session: value, capabilities, messages, readUpTo } = this.#sessions.get(id)!;
    const position = this.#position(`session:${id}`);
    const numbered = messages.map((message, index) => ({ ...message, seq: message.seq ?? index + 1 }));
    return {
      position,
      session: value,
      capabilities,
      messages: numbered,
      hasOlder: false,
      ...(readUpTo && { readUpTo }),
    };
  }

  ask(command: Command): Promise<Outcome> {
    this.commands.push(command);
    if (this.holdsAnswers) return new Promise((resolve) => this.asked.push({ command, answer: resolve }));
    const outcome = this.decide(command);
    if (outcome.type === 'done' && command.type === 'message.send') this.accept(command);
    return Promise.resolve(outcome);
  }

  async #open(init: OpenInit): Promise<Link> {
    this.opens.push(init);
    await init.credentials();
    if (this.refusesToOpen) throw this.refusesToOpen;
    const link = new MemoryLink(this, init);
    this.links.push(link);
    return link;
  }

  #desk(): Welcome['desk'] {
    return {
      position: this.#position(`agent:${this.agent.id}`),
      presence: { channels: [{ channelId: 'orders', channelName: 'Orders', ready: true }] },
      offers: this.offers,
      sessionIds: [...this.#sessions.keys()],
    };
  }

  #isOnDesk(stream: string): boolean {
    return stream.startsWith('agent:') || this.#sessions.has(stream.slice('session:'.length));
  }

  #position(stream: string): StreamPosition {
    return { epoch: this.epoch, seq: this.#head(stream) };
  }

  #head(stream: string): number {
    return this.#heads.get(stream) ?? 0;
  }

  #evolve(stream: string, event: DeskEvent): void {
    const stored = this.#sessions.get(stream.slice('session:'.length));
    if (stored && event.type === 'message.added') stored.messages.push(event.message);
  }
}

function withSeq(event: DeskEvent, seq: number): DeskEvent {
  return event.type === 'message.added' ? { ...event, message: { ...event.message, seq } } : event;
}

/** One connection to the server in the test's hand. */
export class MemoryLink implements Link {
  readonly welcome: Welcome;
  closedFor: string | undefined;
  isCut = false;
  /** Syncs wait here for their answer while this is set. */
  holdsSyncs = false;
  readonly heldSyncs: (() => void)[] = [];
  readonly #backend: MemoryBackend;
  readonly #init: OpenInit;

  constructor(backend: MemoryBackend, init: OpenInit) {
    this.#backend = backend;
    this.#init = init;
    this.welcome = backend.welcome();
  }

  tell(notice: Notice): void {
    if (!this.isCut && this.closedFor === undefined) this.#init.sink(notice);
  }

  /** The connection breaks. */
  cut(): void {
    this.tell({ type: 'lost', cause: 'cut by the test' });
    this.isCut = true;
  }

  async sync(from: ResumePoint): Promise<Sync> {
    if (this.holdsSyncs) await new Promise<void>((resolve) => this.heldSyncs.push(resolve));
    return this.#backend.sync(from);
  }

  execute(command: Command): Promise<Outcome> {
    return this.isCut ? Promise.resolve({ type: 'unconfirmed' }) : this.#backend.ask(command);
  }

  async query(query: Query): Promise<never> {
    this.#backend.queries.push(query);
    return this.#backend.answerQuery(query) as never;
  }

  async upload(): Promise<never> {
    throw new Error('this server takes no files');
  }

  async media(): Promise<never> {
    throw new Error('this server has no media');
  }

  async close(why: string): Promise<void> {
    this.closedFor = why;
  }
}
