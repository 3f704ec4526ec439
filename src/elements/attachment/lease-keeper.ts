import type { ReactiveControllerHost } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import { WaError } from '../../domain/errors.js';
import type { MediaLease } from '../../protocol/transport.js';
import type { MessageContext } from '../message/message-context.js';

/** How media are asked for. */
export type MediaLender = NonNullable<MessageContext['media']>;

/** Why a medium is not shown: the other side has none, cannot be reached, or gave what cannot be read. */
export type LeaseProblem = 'gone' | 'unreachable' | 'unreadable';

/** Holds one lease of a medium for its host: asked for once, and once more when the browser could not load it. */
export class LeaseKeeper {
  readonly #host: ReactiveControllerHost;
  readonly #want: Parameters<MediaLender>[1];
  #source: MediaLender | undefined;
  #media: MediaRef | undefined;
  #lease: MediaLease | undefined;
  #asked: Promise<MediaLease | undefined> | undefined;
  #abort = new AbortController();
  #isSecondTry = false;
  #problem: LeaseProblem | undefined;

  constructor(host: ReactiveControllerHost, want: Parameters<MediaLender>[1]) {
    this.#host = host;
    this.#want = want;
  }

  get url(): string | undefined {
    return this.#lease?.url;
  }

  get problem(): LeaseProblem | undefined {
    return this.#problem;
  }

  /** The lease, asked for when there is none that still holds; nothing when it cannot be had. */
  get(source: MediaLender | undefined, media: MediaRef | undefined): Promise<MediaLease | undefined> {
    if (media !== this.#media || this.#isOver) this.reset();
    this.#media = media;
    this.#source = source;
    this.#asked ??= this.#ask();
    return this.#asked;
  }

  /** What was lent has been loaded: it may run out once more. */
  loaded(): void {
    this.#isSecondTry = false;
  }

  /** What was lent could not be loaded; it may have run out meanwhile, so another is asked for, once. */
  broken(): Promise<MediaLease | undefined> {
    const before = this.url;
    const isSecondTry = this.#isSecondTry;
    this.#giveBack();
    this.#isSecondTry = true;
    this.#asked = isSecondTry ? this.#refused() : this.#another(before);
    this.#host.requestUpdate();
    return this.#asked;
  }

  /** Gives the lease back and forgets what went wrong. */
  reset(): void {
    this.#giveBack();
    this.#isSecondTry = false;
    this.#problem = undefined;
    this.#host.requestUpdate();
  }

  /** The same address again would fail again. */
  async #another(before: string | undefined): Promise<MediaLease | undefined> {
    const lease = await this.#ask();
    return lease && lease.url === before ? this.#refused() : lease;
  }

  async #refused(): Promise<undefined> {
    this.#giveBack();
    this.#fail('unreadable');
  }

  get #isOver(): boolean {
    const until = this.#lease?.expiresAt;
    return until !== undefined && until <= Date.now();
  }

  #giveBack(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#lease?.release();
    this.#lease = undefined;
    this.#asked = undefined;
  }

  #fail(problem: LeaseProblem): void {
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  async #ask(): Promise<MediaLease | undefined> {
    const source = this.#source;
    const media = this.#media;
    if (!source || !media) return undefined;
    const { signal } = this.#abort;
    try {
      const lease = await source(media, this.#want, { signal });
      if (signal.aborted) lease.release();
      else this.#lease = lease;
    } catch (failure) {
      if (!signal.aborted) this.#fail(problemOf(failure));
    }
    this.#host.requestUpdate();
    return signal.aborted ? undefined : this.#lease;
  }
}

/** What a lender's failure means to who waits for the medium. */
export function problemOf(failure: unknown): LeaseProblem {
  return failure instanceof WaError && failure.code === 'media-unavailable' ? 'gone' : 'unreachable';
}
