import type { Message } from '../../domain/message.js';
import type { Command, Outcome } from '../../protocol/commands.js';
import type { DeskEvent, EventEnvelope } from '../../protocol/events.js';
import type { ResumePoint, StreamPosition } from '../../protocol/streams.js';
import type { Link, Notice, SessionSnapshot, Sync, Transport } from '../../protocol/transport.js';
import type { ConformanceBackend, ConformanceFaults, FaultName, TransportUnderTest } from './subject.js';

/** How long anything may take before a test fails (milliseconds). */
const PATIENCE_MS = 4000;

/** Fails a test with a sentence. */
export function check(condition: boolean, otherwise: string): asserts condition {
  if (!condition) throw new Error(otherwise);
}

export function equal<T>(actual: T, expected: T, what: string): void {
  check(actual === expected, `${what}: expected ${String(expected)}, got ${String(actual)}`);
}

type EventOf<T extends DeskEvent['type']> = Extract<DeskEvent, { readonly type: T }>;

/** One desk at a transport: all that it was told, and ways to wait for more. */
export class TestDesk {
  readonly notices: Notice[] = [];
  credentialsAsked = 0;
  readonly #transport: Transport;
  readonly #credentials: () => Promise<unknown>;
  readonly #abort = new AbortController();
  #link: Link | undefined;
  #ids = 0;

  constructor(from: { readonly transport: Transport; credentials(): Promise<unknown> }) {
    this.#transport = from.transport;
    this.#credentials = () => from.credentials();
  }

  get link(): Link {
    check(this.#link !== undefined, 'The desk is not connected.');
    return this.#link;
  }

  async connect(resume?: ResumePoint): Promise<Link> {
    this.#link = await this.#transport.open({
      credentials: () => {
        this.credentialsAsked += 1;
        return this.#credentials();
      },
      ...(resume ? { resume } : {}),
      signal: this.#abort.signal,
      sink: (notice) => this.notices.push(notice),
    });
    return this.#link;
  }

  newId(): string {
    this.#ids += 1;
    return `conformance-${this.#ids}-${Math.random().toString(36).slice(2)}`;
  }

  get envelopes(): readonly EventEnvelope[] {
    return this.notices.flatMap((notice) => (notice.type === 'event' ? [notice.envelope] : []));
  }

  eventsOf<T extends DeskEvent['type']>(type: T): readonly EventOf<T>[] {
    return this.envelopes.map(({ event }) => event).filter((event): event is EventOf<T> => event.type === type);
  }

  get messages(): readonly Message[] {
    return this.eventsOf('message.added').map(({ message }) => message);
  }

  /** Waits until something is so. */
  async until(what: string, isSo: () => boolean): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!isSo()) {
      check(Date.now() < end, `It did not come about within ${PATIENCE_MS} ms that ${what}.`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  async done(command: Command): Promise<void> {
    const outcome = await this.link.execute(command);
    check(outcome.type === 'done', `${command.type} was not done but ${spelled(outcome)}`);
  }

  async becomesReady(): Promise<void> {
    await this.done({ type: 'presence.set', id: this.newId(), ready: true });
  }

  async send(sessionId: string, body: string, id = this.newId()): Promise<string> {
    await this.done({ type: 'message.send', id, sessionId, content: { kind: 'text', body } });
    return id;
  }

  /** Waits for an offer and takes it; returns the session with its messages, as a sync gives it. */
  async accept(): Promise<SessionSnapshot> {
    await this.until('an offer is made', () => this.eventsOf('offer.made').length > 0);
    const { offer } = this.eventsOf('offer.made').at(-1)!;
    await this.done({ type: 'offer.accept', id: this.newId(), offerId: offer.id });
    const { sessions } = await this.link.sync({ streams: {} });
    const snapshot = sessions.find(({ session }) => session.id === offer.session.id);
    check(snapshot !== undefined, 'A sync that names no session must bring the accepted one as a snapshot.');
    return snapshot;
  }

  /** Where this desk stands: what it was welcomed with, and all that came since without a hole. */
  position(stream: string, from: StreamPosition): StreamPosition {
    const seen = new Set(
      this.envelopes.filter((one) => one.stream === stream && one.epoch === from.epoch).map(({ seq }) => seq),
    );
    let { seq } = from;
    while (seen.has(seq + 1)) seq += 1;
    return { epoch: from.epoch, seq };
  }

  async stop(): Promise<void> {
    await this.#link?.close('unload');
    this.#abort.abort();
  }
}

export function spelled(outcome: Outcome): string {
  return outcome.type === 'refused' ? `refused (${outcome.code}: ${outcome.message ?? ''})` : outcome.type;
}

/** The events of a sync in one stream, by number. */
export function numbersIn(sync: Sync, stream: string): readonly number[] {
  return sync.events.filter((envelope) => envelope.stream === stream).map(({ seq }) => seq);
}

/** A backend with one desk at it, and the two taken down whatever happens. */
export interface Scene {
  readonly backend: ConformanceBackend;
  readonly desk: TestDesk;
  /** Lets something go wrong that the test has declared to need. */
  fault(name: FaultName): Promise<void>;
}

export async function withScene(subject: TransportUnderTest, play: (scene: Scene) => Promise<void>): Promise<void> {
  const backend = await subject.start();
  const desk = new TestDesk(backend);
  try {
    await play({ backend, desk, fault: (name) => faultOf(backend.faults, name) });
  } finally {
    await desk.stop();
    await backend.stop();
  }
}

async function faultOf(faults: ConformanceFaults, name: FaultName): Promise<void> {
  const inject = faults[name];
  check(inject !== undefined, `This backend cannot ${name}: skip the tests that need it.`);
  await inject.call(faults);
}

/** A desk whose agent has accepted a contact's message. */
export async function engaged({ backend, desk }: Scene): Promise<SessionSnapshot> {
  await desk.connect();
  await desk.becomesReady();
  await backend.contactWrites('Mara', 'Hello?');
  return desk.accept();
}
