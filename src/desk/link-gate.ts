import type { MediaRef } from '../domain/attachment.js';
import { WaError } from '../domain/errors.js';
import type { Command, Outcome } from '../protocol/commands.js';
import type { AnswerTo, Query } from '../protocol/queries.js';
import type { Link, MediaLease, MediaWant, UploadAbout } from '../protocol/transport.js';
import type { Clock } from '../stores/clock.js';

/** Without an answer for this long, a wish counts as unconfirmed (milliseconds). */
const ANSWER_TIMEOUT_MS = 20_000;

const UNCONFIRMED = { type: 'unconfirmed' } as const;

/** The way over the present connection; when it breaks, whatever is on its way becomes `unconfirmed`. */
export class LinkGate {
  readonly #clock: Clock;
  #open: { readonly link: Link; readonly lost: AbortController } | undefined;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  attach(link: Link): void {
    this.#open?.lost.abort();
    this.#open = { link, lost: new AbortController() };
  }

  detach(link: Link): void {
    if (this.#open?.link !== link) return;
    this.#open.lost.abort();
    this.#open = undefined;
  }

  /** Sends a wish; `unconfirmed` as soon as the connection breaks. */
  execute(command: Command): Promise<Outcome> {
    return this.#answerOf((link, signal) => link.execute(command, { signal }));
  }

  /** Sends a wish for which nobody else watches the clock: `unconfirmed` when the answer is overdue. */
  ask(command: Command): Promise<Outcome> {
    return this.#answerOf((link, signal) => link.execute(command, { signal }), ANSWER_TIMEOUT_MS);
  }

  async upload(
    file: Blob,
    about: UploadAbout,
    options: { readonly signal?: AbortSignal; onProgress?(sentBytes: number): void } = {},
  ): Promise<Outcome<MediaRef>> {
    return this.#answerOf((link) => link.upload(file, about, options));
  }

  async query<Q extends Query>(query: Q, options?: { readonly signal?: AbortSignal }): Promise<AnswerTo<Q>> {
    return this.#linkForQuery().query(query, options);
  }

  async media(ref: MediaRef, want: MediaWant, options?: { readonly signal?: AbortSignal }): Promise<MediaLease> {
    return this.#linkForQuery().media(ref, want, options);
  }

  async #answerOf<T>(
    ask: (link: Link, signal: AbortSignal) => Promise<Outcome<T>>,
    timeoutMs?: number,
  ): Promise<Outcome<T>> {
    if (!this.#open) return NOT_CONNECTED;
    const { link, lost } = this.#open;
    let timer: unknown;
    let giveUp: () => void = () => undefined;
    const inDoubt = new Promise<Outcome<T>>((resolve) => {
      giveUp = () => resolve(UNCONFIRMED);
    });
    lost.signal.addEventListener('abort', giveUp);
    if (timeoutMs !== undefined) timer = this.#clock.setTimeout(giveUp, timeoutMs);
    try {
      return await Promise.race([settled(ask, link, lost.signal), inDoubt]);
    } finally {
      this.#clock.clearTimeout(timer);
      lost.signal.removeEventListener('abort', giveUp);
    }
  }

  #linkForQuery(): Link {
    if (!this.#open) {
      throw new WaError('transport-lost', 'The desk has no connection now; ask again when it is online.');
    }
    return this.#open.link;
  }
}

/**
 * Never from within a step of a machine, since a transport may tell the consequences before it answers. One that throws
 * instead of answering leaves the same doubt as one that says nothing.
 */
async function settled<T>(
  ask: (link: Link, signal: AbortSignal) => Promise<Outcome<T>>,
  link: Link,
  signal: AbortSignal,
): Promise<Outcome<T>> {
  await Promise.resolve();
  if (signal.aborted) return UNCONFIRMED;
  try {
    return await ask(link, signal);
  } catch {
    return UNCONFIRMED;
  }
}

const NOT_CONNECTED = {
  type: 'refused',
  code: 'unavailable',
  message: 'The desk has no connection now; nothing was sent.',
  retryable: true,
} as const;
