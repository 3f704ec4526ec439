import { randomUUID } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import type { PermissionName } from 'wa-desk/domain';
import type {
  AnswerTo,
  Command,
  EventEnvelope,
  Outcome,
  Query,
  ResumePoint,
  StreamPosition,
  Sync,
  Welcome,
} from 'wa-desk/protocol';
import { ServiceDesk, type Emission, type Input, type Outgoing, type ServiceDeskConfig } from 'wa-desk/service-desk';
import type { DeskPort } from '../agents/desk-port.js';
import type { EventLog } from '../event-log/event-log.js';
import { toAppend, toEnvelope } from './log-lines.js';
import { readMissed } from './missed-events.js';

type Listener = (envelope: EventEnvelope) => void;

export interface RuntimeInit {
  readonly log: EventLog;
  readonly config: ServiceDeskConfig;
  readonly now: () => number;
  readonly logger: FastifyBaseLogger;
  /** Neither written nor rebuilt: nothing can be done any more. */
  onFatal(failure: unknown): void;
}

/**
 * The service desk over the durable log: decides in memory, writes down, and only then tells anybody. When something could
 * not be written, memory is ahead of the disk: it is thrown away and rebuilt from the log.
 */
export class DeskRuntime implements DeskPort {
  readonly now: () => number;
  readonly #log: EventLog;
  readonly #logger: FastifyBaseLogger;
  readonly #onFatal: (failure: unknown) => void;
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #watchers = new Set<() => void>();
  #desk: ServiceDesk;
  #isRebuilding = false;
  /** Pending while the desk is being rebuilt. */
  #ready: Promise<unknown> = Promise.resolve();
  /** Settled when everything decided so far is on the disk and told. */
  #written: Promise<unknown> = Promise.resolve();

  private constructor(init: RuntimeInit, desk: ServiceDesk) {
    this.#log = init.log;
    this.#logger = init.logger;
    this.#onFatal = init.onFatal;
    this.now = init.now;
    this.#desk = desk;
  }

  /** Rebuilds the desk from the log; what was being sent when the last process ended has an unknown outcome from here on. */
  static async open(init: RuntimeInit): Promise<DeskRuntime> {
    const runtime = new DeskRuntime(init, await replay(init.log, init.config));
    await runtime.handle({ type: 'restarted' });
    return runtime;
  }

  get config(): ServiceDeskConfig {
    return this.#desk.config;
  }

  set config(config: ServiceDeskConfig) {
    this.#desk.config = config;
    this.#changed();
  }

  /** Decides and writes down; answers when it is on the disk. Rejects when it could not be written. */
  async handle(input: Input): Promise<Outcome> {
    await this.#ready;
    const desk = this.#desk;
    const { emissions, outcome } = desk.handle(input, { now: this.now(), newId: randomUUID });
    if (emissions.length > 0) this.#written = this.#write(desk, emissions, this.#written);
    // A repeat has nothing to write, but what it repeats may still be on its way to the disk.
    await this.#written;
    return outcome;
  }

  execute(agentId: string, command: Command): Promise<Outcome> {
    return this.handle({ type: 'command', agentId, command });
  }

  async welcome(agentId: string): Promise<Welcome> {
    await this.#ready;
    const welcome = this.#desk.welcome(agentId, this.now());
    await this.#written;
    return welcome;
  }

  async query<Q extends Query>(agentId: string, query: Q): Promise<AnswerTo<Q>> {
    await this.#ready;
    const answer = this.#desk.query(agentId, query);
    await this.#written;
    return answer;
  }

  async sync(agentId: string, from: ResumePoint): Promise<Sync> {
    for (;;) {
      await this.#ready;
      await this.#written;
      const missed = await readMissed(this.#log, from, this.heads(agentId));
      const sync = this.#desk.sync(agentId, from, this.now(), missed.read);
      // While the log was read something more may have been decided; that was not among what was read.
      if (!missed.isComplete()) continue;
      await this.#written;
      return sync;
    }
  }

  heads(agentId: string): Readonly<Record<string, StreamPosition>> {
    return this.#desk.heads(agentId);
  }

  isOnDesk(agentId: string, sessionId: string): boolean {
    return Object.hasOwn(this.#desk.heads(agentId), `session:${sessionId}`);
  }

  may(agentId: string, permission: PermissionName): boolean {
    return this.config.agents.some(({ id, permissions }) => id === agentId && permissions.includes(permission));
  }

  canSeeMedia(agentId: string, mediaId: string): boolean {
    return this.#desk.canSeeMedia(agentId, mediaId);
  }

  /** Whether the message's first byte may leave: that it is about to is written down. */
  isSending(messageId: string): boolean {
    return this.#desk.state.messages.get(messageId)?.message.delivery?.status === 'sending';
  }

  outgoing(): Outgoing {
    return this.#desk.outgoing(this.now());
  }

  /** When the passing of time alone changes something (epoch milliseconds). */
  wakeAt(): number | undefined {
    return this.#desk.wakeAt(this.now());
  }

  subscribe(agentId: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(agentId) ?? new Set();
    this.#listeners.set(agentId, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(agentId) === listeners) this.#listeners.delete(agentId);
    };
  }

  /** `watcher` is called after each change that is on the disk. */
  watch(watcher: () => void): void {
    this.#watchers.add(watcher);
  }

  /** Answers when everything that was decided is on the disk. */
  async settled(): Promise<void> {
    await this.#ready;
    await this.#written;
  }

  async #write(desk: ServiceDesk, emissions: readonly Emission[], before: Promise<unknown>): Promise<void> {
    const written = this.#log.append(toAppend(emissions.map(({ envelope }) => envelope)));
    try {
      await before;
      const result = await written;
      if (result.type === 'conflict')
        throw new Error(`The log's stream ${result.stream} was written by somebody else.`);
    } catch (failure) {
      // A failure before this one is the one to tell, and this one must not be left without a handler.
      await written.catch(() => undefined);
      this.#rebuild(desk, failure);
      throw failure;
    }
    for (const emission of emissions) this.#tell(emission);
    this.#changed();
  }

  #tell({ envelope, to }: Emission): void {
    for (const agentId of to) {
      for (const listener of this.#listeners.get(agentId) ?? []) listener(envelope as EventEnvelope);
    }
  }

  #changed(): void {
    for (const watcher of this.#watchers) watcher();
  }

  #rebuild(desk: ServiceDesk, failure: unknown): void {
    if (desk !== this.#desk || this.#isRebuilding) return;
    this.#isRebuilding = true;
    this.#logger.error({ err: failure }, 'The event log could not be written. The desk is rebuilt from what it holds.');
    this.#written = Promise.resolve();
    this.#ready = replay(this.#log, desk.config).then((rebuilt) => {
      this.#desk = rebuilt;
      this.#isRebuilding = false;
    });
    this.#ready.catch(this.#onFatal);
  }
}

async function replay(log: EventLog, config: ServiceDeskConfig): Promise<ServiceDesk> {
  const desk = new ServiceDesk({ epoch: log.epoch, config });
  for await (const entry of log.replay()) desk.apply(toEnvelope(entry, log.epoch));
  return desk;
}
