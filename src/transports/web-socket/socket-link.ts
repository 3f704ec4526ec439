import { WaError } from '../../domain/errors.js';
import type { MediaRef } from '../../domain/attachment.js';
import type { Command, Outcome } from '../../protocol/commands.js';
import type { EventEnvelope } from '../../protocol/events.js';
import { uploadPath } from '../../protocol/http.js';
import type { AnswerTo, Query } from '../../protocol/queries.js';
import { parseEnvelope, parseWith } from '../../protocol/schemas/parse.js';
import { looseSyncSchema } from '../../protocol/schemas/transport.js';
import type { ResumePoint } from '../../protocol/streams.js';
import type { Link, MediaLease, MediaWant, Notice, Sync, UploadAbout, Welcome } from '../../protocol/transport.js';
import {
  answerSchemaOf,
  CLOSE,
  closeMeaning,
  HEARTBEAT_GRACE_MS,
  parseServerFrame,
  type ClientFrame,
  type ServerFrame,
} from '../../protocol/wire.js';
import { placeOf } from './event-place.js';
import type { GatewayClient } from './gateway-client.js';
import { uploadFile } from './upload.js';

/** Timers; the page's own unless a test hands in others. */
export interface LinkTimers {
  setTimeout(task: () => void, ms: number): unknown;
  clearTimeout(id: unknown): void;
}

export interface SocketLinkInit {
  readonly socket: WebSocket;
  readonly welcome: Welcome;
  readonly heartbeatMs: number;
  readonly client: GatewayClient;
  readonly fetch: typeof fetch;
  readonly timers: LinkTimers;
  readonly answerTimeoutMs: number;
  readonly signal: AbortSignal;
  sink(notice: Notice): void;
}

/** A question on its way. */
interface Question {
  answered(frame: ServerFrame): void;
  /** No answer will come any more. */
  lost(): void;
}

type AnswerFrame = Extract<ServerFrame, { readonly ref: number }>;

type Asking =
  | { readonly type: 'execute'; readonly command: Command }
  | { readonly type: 'query'; readonly query: Query }
  | { readonly type: 'sync'; readonly from: ResumePoint };

/** One open socket: gives each question a number, reads what comes, and notices when nothing comes any more. */
export class SocketLink implements Link {
  readonly welcome: Welcome;
  readonly #init: SocketLinkInit;
  readonly #questions = new Map<number, Question>();
  #refs = 0;
  #silence: unknown;
  #isOpen = true;

  constructor(init: SocketLinkInit) {
    this.#init = init;
    this.welcome = init.welcome;
    init.socket.addEventListener('message', (event) => {
      this.#read(String(event.data));
    });
    init.socket.addEventListener('close', (event) => {
      this.#closed(event.code);
    });
    init.signal.addEventListener('abort', () => {
      this.#end(CLOSE.normal, 'given up');
    });
    this.#listen();
  }

  execute(command: Command, options?: { readonly signal?: AbortSignal }): Promise<Outcome> {
    return new Promise((resolve) => {
      const lost = () => {
        resolve({ type: 'unconfirmed' });
      };
      const answered = (frame: ServerFrame) => {
        if (frame.type === 'outcome') resolve(frame.outcome);
        else lost();
      };
      this.#ask({ type: 'execute', command }, { answered, lost }, options?.signal);
    });
  }

  query<Q extends Query>(query: Q, options?: { readonly signal?: AbortSignal }): Promise<AnswerTo<Q>> {
    return this.#answerTo({ type: 'query', query }, options?.signal, (frame) => {
      const parsed = parseWith(answerSchemaOf(query), frame.type === 'answer' ? frame.answer : undefined, 'answer');
      if (parsed.ok) return parsed.value as AnswerTo<Q>;
      throw new WaError('contract-violated', `The gateway's answer does not fit the protocol: ${parsed.problem}`);
    });
  }

  sync(from: ResumePoint, options?: { readonly signal?: AbortSignal }): Promise<Sync> {
    return this.#answerTo({ type: 'sync', from }, options?.signal, (frame) => {
      const parsed = parseWith(looseSyncSchema, frame.type === 'synced' ? frame.sync : undefined, 'sync');
      if (!parsed.ok) throw new WaError('contract-violated', `The gateway's sync does not fit: ${parsed.problem}`);
      const events = parsed.value.events.map((event) => this.#event(event));
      return { ...parsed.value, events: events.filter((event) => event !== undefined) };
    });
  }

  async upload(
    file: Blob,
    about: UploadAbout,
    options: { readonly signal?: AbortSignal; onProgress?(sentBytes: number): void } = {},
  ): Promise<Outcome<MediaRef>> {
    const { client } = this.#init;
    const token = await client.token();
    return uploadFile({ url: client.urlOf(uploadPath(about)), token, file, fetch: this.#init.fetch, ...options });
  }

  media(ref: MediaRef, want: MediaWant, options?: { readonly signal?: AbortSignal }): Promise<MediaLease> {
    return this.#init.client.lease(ref, { want }, options?.signal);
  }

  close(why: 'logout' | 'unload' | 'replaced'): Promise<void> {
    this.#end(CLOSE.normal, why);
    return Promise.resolve();
  }

  #answerTo<T>(asking: Asking, signal: AbortSignal | undefined, read: (frame: AnswerFrame) => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const lost = () => {
        reject(new WaError('transport-lost', 'The connection was lost before the gateway answered.'));
      };
      const answered = (frame: AnswerFrame) => {
        try {
          if (frame.type === 'failed') throw new WaError(frame.code, frame.message);
          resolve(read(frame));
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      this.#ask(asking, { answered: answered, lost }, signal);
    });
  }

  #ask(asking: Asking, question: Question, signal: AbortSignal | undefined): void {
    if (!this.#isOpen || signal?.aborted) {
      question.lost();
      return;
    }
    this.#refs += 1;
    const ref = this.#refs;
    const { timers, answerTimeoutMs } = this.#init;
    const giveUp = () => {
      const asked = this.#questions.get(ref);
      this.#questions.delete(ref);
      asked?.lost();
    };
    const timeout = timers.setTimeout(giveUp, answerTimeoutMs);
    signal?.addEventListener('abort', giveUp);
    // The signal may live as long as the connection: what has its end must not hang on it.
    const settle = () => {
      timers.clearTimeout(timeout);
      signal?.removeEventListener('abort', giveUp);
    };
    this.#questions.set(ref, {
      answered: (frame) => {
        settle();
        question.answered(frame);
      },
      lost: () => {
        settle();
        question.lost();
      },
    });
    this.#send({ ...asking, ref });
  }

  #send(frame: ClientFrame): void {
    this.#init.socket.send(JSON.stringify(frame));
  }

  #read(text: string): void {
    if (!this.#isOpen) return;
    this.#listen();
    const parsed = parseServerFrame(text);
    if (parsed.ok) this.#take(parsed.value);
    else this.#init.sink({ type: 'violation', what: parsed.problem });
  }

  #take(frame: ServerFrame): void {
    const { sink } = this.#init;
    switch (frame.type) {
      case 'event': {
        const envelope = this.#event(frame.envelope);
        if (envelope) sink({ type: 'event', envelope });
        return;
      }
      case 'news':
        sink({ type: 'news', news: frame.news });
        return;
      case 'ping':
        this.#send({ type: 'pong' });
        sink({ type: 'heads', streams: frame.streams, serverTime: frame.serverTime });
        return;
      case 'welcome':
        sink({ type: 'violation', what: 'welcome: a second one' });
        return;
      default: {
        const question = this.#questions.get(frame.ref);
        this.#questions.delete(frame.ref);
        question?.answered(frame);
      }
    }
  }

  /** An event, or nothing where it does not fit; then its place is told, so that it is not taken for a gap. */
  #event(input: unknown): EventEnvelope | undefined {
    const parsed = parseEnvelope(input);
    if (parsed.ok) return parsed.value;
    const place = placeOf(input);
    this.#init.sink({ type: 'violation', what: parsed.problem, ...(place ? { place } : {}) });
    return undefined;
  }

  /** Every frame is a sign of life; without one for too long the socket is dead, whatever it says itself. */
  #listen(): void {
    const { timers, heartbeatMs } = this.#init;
    timers.clearTimeout(this.#silence);
    this.#silence = timers.setTimeout(() => {
      this.#end(CLOSE.zombie, 'silent');
      this.#init.sink({ type: 'lost', cause: 'the gateway has been silent for too long' });
    }, heartbeatMs + HEARTBEAT_GRACE_MS);
  }

  #closed(code: number): void {
    if (!this.#isOpen) return;
    this.#end(CLOSE.normal, 'closed');
    const meaning = closeMeaning(code);
    this.#init.sink(meaning);
  }

  #end(code: number, reason: string): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#init.timers.clearTimeout(this.#silence);
    this.#init.socket.close(code, reason);
    for (const question of this.#questions.values()) question.lost();
    this.#questions.clear();
  }
}
