import { WaError } from '../../domain/errors.js';
import type { MediaRef } from '../../domain/attachment.js';
import type { Command, Outcome } from '../../protocol/commands.js';
import type { EphemeralNews, EventEnvelope } from '../../protocol/events.js';
import type { AnswerTo, Query } from '../../protocol/queries.js';
import type { ResumePoint } from '../../protocol/streams.js';
import type {
  Link,
  MediaLease,
  Notice,
  OpenInit,
  Sync,
  Transport,
  UploadAbout,
  Welcome,
} from '../../protocol/transport.js';
import type { EventFault } from './faults.js';
import type { Listener, SimulatedBackend } from './simulated-backend.js';

/** How often the heads of the streams are told (milliseconds). */
const HEARTBEAT_MS = 15_000;

/** How long a way takes, to the server or back (milliseconds). */
export interface Latency {
  readonly min: number;
  readonly max: number;
}

/** The way between one desk and the simulated server: takes its time, and keeps the order in each direction. */
class Way {
  readonly #backend: SimulatedBackend;
  readonly #latency: Latency;
  #lastAt = 0;

  constructor(backend: SimulatedBackend, latency: Latency) {
    this.#backend = backend;
    this.#latency = latency;
  }

  pass(task: () => void): void {
    const { clock, random } = this.#backend;
    const at = clock.now() + random.between(this.#latency.min, this.#latency.max);
    this.#lastAt = Math.max(this.#lastAt, at);
    if (this.#latency.max === 0) task();
    else clock.setTimeout(task, this.#lastAt - clock.now());
  }
}

class SimulatedLink implements Link, Listener {
  readonly welcome: Welcome;
  readonly #backend: SimulatedBackend;
  readonly #there: Way;
  readonly #back: Way;
  readonly #sink: (notice: Notice) => void;
  readonly #waiting = new Set<() => void>();
  #swapped: EventEnvelope | undefined;
  #heartbeat: unknown;
  #isOpen = true;

  constructor(
    backend: SimulatedBackend,
    readonly agentId: string,
    init: OpenInit,
    latency: Latency,
  ) {
    this.#backend = backend;
    this.#sink = init.sink;
    this.#there = new Way(backend, latency);
    this.#back = new Way(backend, latency);
    this.welcome = structuredClone(backend.desk.welcome(agentId, backend.now()));
    backend.listeners.add(this);
    this.#beatLater();
    init.signal.addEventListener('abort', () => {
      this.#end();
    });
  }

  event(envelope: EventEnvelope): void {
    const fault = this.#backend.faults.takeEventFault();
    if (fault !== undefined) this.#spoil(fault, envelope);
    else this.#deliver(envelope);
  }

  news(news: EphemeralNews): void {
    this.#tell({ type: 'news', news });
  }

  beat(): void {
    const streams = this.#backend.desk.heads(this.agentId);
    this.#tell({ type: 'heads', streams, serverTime: this.#backend.now() });
  }

  lost(cause: string): void {
    if (!this.#isOpen) return;
    this.#end();
    this.#sink({ type: 'lost', cause });
  }

  sync(from: ResumePoint): Promise<Sync> {
    return this.#ask(() => {
      const read = this.#backend.read.bind(this.#backend);
      return this.#backend.desk.sync(this.agentId, from, this.#backend.now(), read);
    });
  }

  execute(command: Command): Promise<Outcome> {
    const { faults } = this.#backend;
    return new Promise((resolve) => {
      const unconfirmed = () => {
        resolve({ type: 'unconfirmed' });
      };
      if (!this.#isOpen || faults.take('lose-command')) {
        unconfirmed();
        return;
      }
      this.#waiting.add(unconfirmed);
      this.#there.pass(() => {
        if (!this.#isOpen) return;
        const outcome = this.#decide(structuredClone(command));
        this.#back.pass(() => {
          this.#waiting.delete(unconfirmed);
          resolve(faults.take('lose-outcome') ? { type: 'unconfirmed' } : outcome);
        });
      });
    });
  }

  query<Q extends Query>(query: Q): Promise<AnswerTo<Q>> {
    return this.#ask(() => this.#backend.desk.query(this.agentId, query));
  }

  async upload(
    file: Blob,
    about: UploadAbout,
    options?: { readonly signal?: AbortSignal; onProgress?(sentBytes: number): void },
  ): Promise<Outcome<MediaRef>> {
    for (const part of [0.25, 0.5, 0.75, 1]) {
      await this.#pause();
      if (options?.signal?.aborted) return { type: 'unconfirmed' };
      options?.onProgress?.(Math.round(file.size * part));
    }
    if (!this.#isOpen || this.#backend.faults.take('lose-upload')) return { type: 'unconfirmed' };
    const id = this.#backend.newId('file-');
    this.#backend.shelf.put(id, file);
    return {
      type: 'done',
      value: { source: { kind: 'stored', id }, mimeType: file.type, size: file.size, fileName: about.name },
    };
  }

  async media(media: MediaRef): Promise<MediaLease> {
    await this.#pause();
    if (this.#backend.faults.take('lose-media')) {
      throw new WaError('media-unavailable', 'The simulated server lost the medium.');
    }
    return this.#backend.shelf.lease(media);
  }

  close(): Promise<void> {
    this.#end();
    return Promise.resolve();
  }

  #decide(command: Command): Outcome {
    const code = this.#backend.faults.takeRefusal();
    if (code !== undefined) return { type: 'refused', code, message: 'Injected.', retryable: false };
    return this.#backend.handle({ type: 'command', agentId: this.agentId, command }).outcome;
  }

  #ask<T>(answer: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = () => {
        reject(new WaError('transport-lost', 'The simulated connection was lost.'));
      };
      if (!this.#isOpen) {
        fail();
        return;
      }
      this.#waiting.add(fail);
      this.#there.pass(() => {
        this.#back.pass(() => {
          this.#waiting.delete(fail);
          try {
            resolve(structuredClone(answer()));
          } catch (error) {
            reject(error instanceof Error ? error : new Error(String(error)));
          }
        });
      });
    });
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      this.#back.pass(resolve);
    });
  }

  #spoil(fault: EventFault, envelope: EventEnvelope): void {
    const { stream, epoch, seq } = envelope;
    switch (fault) {
      case 'drop-event':
        return;
      case 'repeat-event':
        this.#deliver(envelope);
        this.#deliver(envelope);
        return;
      case 'swap-event':
        this.#swapped = envelope;
        return;
      case 'break-event':
        this.#tell({ type: 'violation', what: 'event: broken on purpose', place: { stream, epoch, seq } });
    }
  }

  #deliver(envelope: EventEnvelope): void {
    this.#tell({ type: 'event', envelope: structuredClone(envelope) });
    const swapped = this.#swapped;
    this.#swapped = undefined;
    if (swapped) this.#deliver(swapped);
  }

  #tell(notice: Notice): void {
    this.#back.pass(() => {
      if (this.#isOpen) this.#sink(notice);
    });
  }

  #beatLater(): void {
    this.#heartbeat = this.#backend.clock.setTimeout(() => {
      this.beat();
      this.#beatLater();
    }, HEARTBEAT_MS);
  }

  #end(): void {
    this.#isOpen = false;
    this.#backend.listeners.delete(this);
    this.#backend.clock.clearTimeout(this.#heartbeat);
    for (const giveUp of this.#waiting) giveUp();
    this.#waiting.clear();
  }
}

/** The transport of one agent to a simulated server. */
export function simulatedTransport(backend: SimulatedBackend, agentId: string, latency: Latency): Transport {
  return {
    async open(init) {
      await init.credentials();
      if (init.signal.aborted) throw new WaError('transport-lost', 'The connection was given up.');
      if (backend.faults.take('refuse-credentials')) {
        throw new WaError('unauthorized', 'The simulated server refused the credentials. Hand over new ones.');
      }
      if (backend.faults.take('fail-to-connect')) {
        throw new WaError('transport-lost', 'The simulated server cannot be reached.');
      }
      return new SimulatedLink(backend, agentId, init, latency);
    },
  };
}
