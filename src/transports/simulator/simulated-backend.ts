import type { EventEnvelope } from '../../protocol/events.js';
import type { EphemeralNews } from '../../protocol/events.js';
import type { Outcome } from '../../protocol/commands.js';
import type { StreamId } from '../../protocol/streams.js';
import {
  isPublic,
  ServiceDesk,
  type Emission,
  type Input,
  type LogEnvelope,
  type ServiceDeskConfig,
} from '../../service-desk/index.js';
import type { SimulatorClock } from './clock.js';
import { Faults } from './faults.js';
import { MediaShelf } from './media-shelf.js';
import type { Random } from './random.js';

/** Who listens to a backend: one open connection of one agent. */
export interface Listener {
  readonly agentId: string;
  event(envelope: EventEnvelope): void;
  news(news: EphemeralNews): void;
  /** Tells the heads of the streams. */
  beat(): void;
  /** The connection is cut. */
  lost(cause: string): void;
}

/** A service desk over a log in memory, with everybody who listens to it. */
export class SimulatedBackend {
  readonly faults = new Faults();
  readonly shelf = new MediaShelf();
  readonly listeners = new Set<Listener>();
  #desk: ServiceDesk;
  readonly #log: LogEnvelope[] = [];
  readonly #byStream = new Map<string, EventEnvelope[]>();
  #epoch = 1;
  #shift = 0;
  #tick: unknown;
  readonly #afterwards: (() => void)[] = [];

  constructor(
    readonly config: ServiceDeskConfig,
    readonly clock: SimulatorClock,
    readonly random: Random,
  ) {
    this.#desk = this.#newDesk();
  }

  get desk(): ServiceDesk {
    return this.#desk;
  }

  /** Is a scene of the past being played, in which everything happens at once? */
  get isPast(): boolean {
    return this.#shift !== 0;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.clock.now() - this.#shift;
  }

  newId(prefix = ''): string {
    return this.random.id(prefix);
  }

  /** Plays a scene as if it had happened so many milliseconds ago. */
  ago<T>(ms: number, scene: () => T): T {
    const before = this.#shift;
    this.#shift = ms;
    try {
      return scene();
    } finally {
      this.#shift = before;
      this.#schedule();
    }
  }

  /** Calls `work` after everything that happens. */
  afterwards(work: () => void): void {
    this.#afterwards.push(work);
  }

  handle(input: Input): { readonly outcome: Outcome; readonly emissions: readonly Emission[] } {
    const result = this.#desk.handle(input, { now: this.now(), newId: () => this.newId() });
    for (const { envelope } of result.emissions) this.#append(envelope);
    for (const { envelope, to } of result.emissions) this.#publish(envelope, to);
    this.#schedule();
    for (const work of this.#afterwards) work();
    return result;
  }

  news(news: EphemeralNews, to: readonly string[]): void {
    for (const listener of this.listeners) if (to.includes(listener.agentId)) listener.news(news);
  }

  read(stream: StreamId, after: number, upTo: number): readonly EventEnvelope[] {
    return (this.#byStream.get(stream) ?? []).slice(after, upTo);
  }

  /** Tells everybody the heads of their streams now. */
  beat(): void {
    for (const listener of this.listeners) listener.beat();
  }

  /** Cuts every connection. */
  cut(cause: string): void {
    for (const listener of [...this.listeners]) listener.lost(cause);
  }

  /** The log is taken for another one from here on, as after a restored backup. */
  changeEpoch(): void {
    this.#epoch += 1;
    this.#desk = this.#newDesk();
    for (const envelope of this.#log) this.#desk.apply(envelope);
    this.cut('the log has a new epoch');
  }

  #newDesk(): ServiceDesk {
    return new ServiceDesk({ epoch: `simulated-${this.#epoch}`, config: this.config });
  }

  #append(envelope: LogEnvelope): void {
    this.#log.push(envelope);
    if (!isPublic(envelope)) return;
    const events = this.#byStream.get(envelope.stream);
    if (events) events.push(envelope);
    else this.#byStream.set(envelope.stream, [envelope]);
  }

  #publish(envelope: LogEnvelope, to: readonly string[]): void {
    if (!isPublic(envelope)) return;
    for (const listener of this.listeners) if (to.includes(listener.agentId)) listener.event(envelope);
  }

  #schedule(): void {
    this.clock.clearTimeout(this.#tick);
    const now = this.now();
    const at = this.#desk.wakeAt(now);
    if (at === undefined || this.isPast) return;
    this.#tick = this.clock.setTimeout(() => this.handle({ type: 'tick' }), at - now);
  }
}
