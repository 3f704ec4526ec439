import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import type { MediaLease } from '../../protocol/transport.js';
import type { MessageContext } from '../message/message-context.js';

/** Holds one lease of a medium for its host: asked for once, given back when the host leaves or the medium changes. */
export class LeaseKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #want: 'thumbnail' | 'full';
  #media: MediaRef | undefined;
  #lease: MediaLease | undefined;
  #asked: Promise<MediaLease | undefined> | undefined;
  #abort = new AbortController();
  #failed = false;

  constructor(host: ReactiveControllerHost, want: 'thumbnail' | 'full') {
    this.#host = host;
    this.#want = want;
    host.addController(this);
  }

  get url(): string | undefined {
    return this.#lease?.url;
  }

  get failed(): boolean {
    return this.#failed;
  }

  hostDisconnected(): void {
    this.reset();
  }

  /** The lease, asked for when there is none; nothing when it cannot be had. */
  get(source: MessageContext['media'], media: MediaRef | undefined): Promise<MediaLease | undefined> {
    if (media !== this.#media) this.reset();
    this.#media = media;
    this.#asked ??= source && media ? this.#ask(source, media) : Promise.resolve(undefined);
    return this.#asked;
  }

  fail(): void {
    this.#failed = true;
    this.#host.requestUpdate();
  }

  /** Gives the lease back and forgets what failed. */
  reset(): void {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#lease?.release();
    this.#lease = undefined;
    this.#asked = undefined;
    this.#failed = false;
    this.#host.requestUpdate();
  }

  async #ask(source: NonNullable<MessageContext['media']>, media: MediaRef): Promise<MediaLease | undefined> {
    const { signal } = this.#abort;
    try {
      const lease = await source(media, this.#want, { signal });
      if (signal.aborted) lease.release();
      else this.#lease = lease;
    } catch {
      if (!signal.aborted) this.#failed = true;
    }
    this.#host.requestUpdate();
    return this.#lease;
  }
}
