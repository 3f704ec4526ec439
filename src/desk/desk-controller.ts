import { createActor, type ActorRefFrom } from 'xstate';
import { WaError } from '../domain/errors.js';
import type { Agent } from '../domain/session.js';
import { deskMachine, type DeskPorts } from '../machines/desk-machine.js';
import { StreamFollower } from '../machines/stream-follower.js';
import type { Outcome } from '../protocol/commands.js';
import type { Link, Notice, Transport } from '../protocol/transport.js';
import type { Environment } from './environment.js';
import { connectionOf } from './connection.js';
import type { ConnectionSnapshot, DeskHandle, DeskSnapshot, SessionHandle } from './handles.js';
import { LinkGate } from './link-gate.js';
import { OfferBook } from './offer-book.js';
import { PageWatch } from './page-watch.js';
import { ServerClock } from './server-clock.js';
import { takeSeat, type Seat } from './seat.js';
import { seatView } from './seat-view.js';
import { Subject, sameParts } from './subject.js';

/** The desk behind its handle: owns the actors, the stores and the connection. */
export class DeskController implements DeskHandle {
  readonly #transport: Transport;
  readonly #env: Environment;
  readonly #gate: LinkGate;
  readonly #clock: ServerClock;
  readonly #offers: OfferBook;
  readonly #page: PageWatch;
  readonly #follower = new StreamFollower();
  readonly #actor: ActorRefFrom<typeof deskMachine>;
  readonly #view: Subject<DeskSnapshot>;
  #seat: Seat | undefined;
  #storage: DeskSnapshot['storage'];
  #connection: ConnectionSnapshot = Object.freeze({ state: 'idle' });
  /** The sessions to show once all facts of a batch are applied. */
  #later: Set<string> | undefined;
  /** Those who wait until everything that the server has now is applied here. */
  #waiters: (() => void)[] = [];
  #leaving: 'logout' | 'unload' | undefined;
  #released: Promise<void> = Promise.resolve();

  constructor(transport: Transport, env: Environment) {
    this.#transport = transport;
    this.#env = env;
    this.#gate = new LinkGate(env.clock);
    this.#clock = new ServerClock(env.clock);
    this.#offers = new OfferBook(env.clock, () => this.#commit());
    this.#page = new PageWatch(env.page, () => this.#seat);
    this.#storage = env.indexedDB ? 'durable' : 'memory';
    this.#actor = createActor(deskMachine, { input: this.#ports(), clock: env.clock });
    this.#view = new Subject(this.#viewNow());
    this.#actor.subscribe(() => this.#connectionChanged());
    this.#actor.start();
  }

  get snapshot(): DeskSnapshot {
    return this.#view.snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#view.subscribe(listener);
  }

  start(): void {
    this.#leaving = undefined;
    this.#page.start(this.#storage);
    this.#actor.send({ type: 'desk.start' });
  }

  async stop(why: 'logout' | 'unload'): Promise<void> {
    this.#leaving = why;
    this.#actor.send({ type: 'desk.stop' });
    this.#page.stop();
    await Promise.all([this.#released, this.#seat?.storage.flush()]);
    if (why === 'logout') await this.#leaveSeat();
  }

  reconnect(): void {
    this.#actor.send({ type: 'desk.reconnect' });
  }

  now(): number {
    return this.#clock.now();
  }

  session(id: string): SessionHandle | undefined {
    return this.#seat?.shelf.handle(id);
  }

  show(sessionId: string | undefined): void {
    this.#seat?.shelf.show(sessionId);
    this.#commit();
  }

  acceptOffer(offerId: string): void {
    const session = this.#offers.sessionOf(offerId);
    session?.tell({ type: 'offer.accept' });
    if (session?.offerState === 'accepting') this.#seat?.shelf.await(session.id);
  }

  rejectOffer(offerId: string, reason?: string): void {
    const session = this.#offers.sessionOf(offerId);
    if (!session) return;
    session.wishes.rejection = reason;
    session.tell({ type: 'offer.reject' });
  }

  async sendUnsent(messageId: string): Promise<string> {
    const again = this.#seat?.unsent.again(messageId);
    const session = again && this.session(again.sessionId);
    if (!session) throw new WaError('not-allowed', `No session is open in which message ${messageId} could be sent.`);
    const id = await session.send(again.content, { id: again.id });
    await this.discardUnsent(messageId);
    return id;
  }

  async discardUnsent(messageId: string): Promise<void> {
    await this.#seat?.unsent.discard(messageId);
  }

  setPresence(presence: Parameters<DeskHandle['setPresence']>[0]): Promise<Outcome> {
    return this.#gate.ask({ type: 'presence.set', id: this.#env.ids(), ...presence });
  }

  #ports(): DeskPorts {
    const { credentials, network, random } = this.#env;
    return {
      open: (signal, sink) => {
        const resume = this.#follower.resumePoint;
        const isResuming = Object.keys(resume.streams).length > 0;
        return this.#transport.open({ credentials, signal, sink, ...(isResuming && { resume }) });
      },
      welcome: (link) => this.#welcome(link),
      hear: (notice) => this.#hear(notice),
      catchUp: async (link, signal) => {
        if (this.#isBehind()) await this.#sync(link, signal);
        else this.#seat?.unsent.told(link.welcome.serverTime);
      },
      probe: (link, signal) => this.#sync(link, signal),
      hasGap: () => this.#isBehind(),
      release: (link) => this.#release(link),
      isOffline: () => !network.isOnline,
      watchNetwork: (listener) => network.subscribe(listener),
      now: () => this.now(),
      random,
    };
  }

  #welcome(link: Link): void {
    const { welcome } = link;
    if (this.#seat && this.#seat.agent.id !== welcome.agent.id) void this.#leaveSeat();
    this.#seat ??= this.#takeSeat(welcome.agent);
    const { model } = this.#seat;
    this.#gate.attach(link);
    this.#hearTime(welcome.serverTime);
    this.#batch(() => model.welcome(welcome));
  }

  #hear(notice: Exclude<Notice, { type: 'lost' | 'fatal' }>): void {
    switch (notice.type) {
      case 'event':
        this.#batch(() => this.#seat?.model.receive(notice.envelope));
        break;
      case 'heads':
        this.#hearTime(notice.serverTime);
        for (const [stream, head] of Object.entries(notice.streams)) this.#follower.hear(stream, head);
        break;
      case 'news':
        this.#seat?.model.news(notice.news);
        break;
      case 'violation':
        this.#env.warn(`The transport kept something out that does not fit the protocol: ${notice.what}`);
    }
    if (this.#isBehind()) this.#askSync();
  }

  async #sync(link: Link, signal: AbortSignal): Promise<void> {
    const waiters = this.#waiters.splice(0);
    try {
      const sync = await link.sync(this.#follower.resumePoint, { signal });
      if (signal.aborted) throw signal.reason;
      this.#hearTime(sync.serverTime);
      this.#batch(() => this.#seat?.model.sync(sync));
      this.#seat?.unsent.told(sync.serverTime);
    } catch (cause) {
      this.#waiters.unshift(...waiters);
      throw cause;
    }
    waiters.forEach((resolve) => resolve());
  }

  #isBehind(): boolean {
    return this.#waiters.length > 0 || (this.#seat?.model.isBehind ?? false);
  }

  #askSync(): void {
    this.#actor.send({ type: 'gap.found' });
  }

  #release(link: Link): void {
    this.#gate.detach(link);
    this.#released = link.close(this.#leaving ?? 'replaced').catch((cause: unknown) => {
      this.#env.warn('The connection did not close properly.', cause);
    });
  }

  #hearTime(serverTime: number): void {
    if (this.#clock.hear(serverTime)) this.#seat?.shelf.all.forEach((session) => session.retime());
  }

  #takeSeat(agent: Agent): Seat {
    return takeSeat(agent, {
      env: this.#env,
      gate: this.#gate,
      follower: this.#follower,
      offers: this.#offers,
      now: () => this.now(),
      isOnline: () => this.#connection.state === 'online',
      askSync: () => void this.#caughtUp(),
      catchUp: () => this.#caughtUp(),
      isShownLater: (sessionId) => this.#later?.add(sessionId) !== undefined,
      changed: () => this.#commit(),
      storageLost: (cause) => this.#storageLost(cause),
    });
  }

  async #leaveSeat(): Promise<void> {
    const seat = this.#seat;
    this.#seat = undefined;
    this.#waiters = [];
    this.#offers.clear();
    this.#follower.clear();
    const left = seat?.leave();
    this.#commit();
    await left;
  }

  #caughtUp(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiters.push(resolve);
      this.#askSync();
    });
  }

  #storageLost(cause: unknown): void {
    this.#storage = 'memory';
    if (this.#page.isStarted) this.#page.start('memory');
    this.#env.warn('This browser refuses storage: what is unsent is lost on reload.', cause);
    this.#commit();
  }

  /** Applies many facts and then shows once what they come to. */
  #batch(apply: () => void): void {
    const later = new Set<string>();
    this.#later = later;
    try {
      apply();
    } finally {
      this.#later = undefined;
    }
    const { shelf } = this.#seat ?? {};
    // Those that have ended too: showing the first of them lets go of them all.
    const sessions = [...later].map((sessionId) => shelf?.get(sessionId));
    sessions.forEach((session) => session?.commit());
    this.#commit();
  }

  #connectionChanged(): void {
    this.#connection = sameParts(this.#connection, connectionOf(this.#actor.getSnapshot()));
    this.#seat?.shelf.all.forEach((session) => session.commit());
    this.#commit();
  }

  #commit(): void {
    if (this.#later) return;
    this.#seat?.model.tidy();
    this.#view.set(this.#viewNow());
  }

  #viewNow(): DeskSnapshot {
    return {
      ...seatView(this.#seat),
      connection: this.#connection,
      offers: this.#offers.snapshot,
      storage: this.#storage,
    };
  }
}
