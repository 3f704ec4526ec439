import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import { isSendable, toGraphRequest, type SendableContent } from 'wa-desk/cloud-api';
import type { JsonObject } from 'wa-desk/domain';
import type { Input, Outgoing, SendResult } from 'wa-desk/service-desk';
import { DeskTimer } from '../desk/desk-timer.js';
import type { DeskRuntime } from '../desk/desk-runtime.js';
import { GraphError, type GraphAccount, type GraphClient } from '../graph/graph-client.js';
import { isExpired, type MediaFetcher } from '../media/media-fetcher.js';
import { MediaTooLarge } from '../media/media-store.js';
import type { MediaUpload } from './media-upload.js';
import { repeat } from './repeat.js';
import {
  addressOf,
  graphMessage,
  NOT_REACHED,
  NOT_SENDABLE,
  resultOf,
  resultOfPreparation,
  STALE_MS,
  type Send,
} from './send-message.js';

type Errand = Outgoing['errands'][number];
type Fetch = Outgoing['media'][number];

/** Media that are fetched at the same time. */
const FETCHES = 4;

/** The pause after a failure of our own (milliseconds). */
const REST_MS = 1000;

export interface OutgoingInit {
  readonly runtime: DeskRuntime;
  readonly graph: GraphClient;
  readonly upload: MediaUpload;
  readonly fetcher: MediaFetcher;
  /** By channel id. */
  readonly accounts: ReadonlyMap<string, GraphAccount>;
  readonly log: FastifyBaseLogger;
}

/**
 * Does towards WhatsApp what the service desk wants done. That it is about to send is on the disk before the first byte
 * leaves, so that a crash in between makes the outcome unknown, never a second message.
 */
export class OutgoingWork {
  readonly #init: OutgoingInit;
  readonly #timer: DeskTimer;
  readonly #stopping = new AbortController();
  readonly #tasks = new Map<string, Promise<void>>();
  readonly #attempts = new Map<string, number>();

  constructor(init: OutgoingInit) {
    this.#init = init;
    this.#timer = new DeskTimer(init.runtime.now, () => this.#look());
  }

  start(): void {
    this.#init.runtime.watch(() => this.#look());
    this.#look();
  }

  /** Begins nothing more, and answers when what was begun has its end. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    this.#timer.set(undefined);
    await Promise.all(this.#tasks.values());
  }

  #look(): void {
    if (this.#stopping.signal.aborted) return;
    const { sends, errands, media, nextAt } = this.#init.runtime.outgoing();
    for (const send of sends) this.#begin(`send ${send.message.id}`, () => this.#send(send));
    for (const errand of errands) this.#begin(`errand ${errand.id}`, () => this.#run(errand));
    const fetching = [...this.#tasks.keys()].filter((key) => key.startsWith('fetch '));
    const waiting = media.filter(({ messageId }) => !this.#tasks.has(`fetch ${messageId}`));
    for (const fetch of waiting.slice(0, FETCHES - fetching.length))
      this.#begin(`fetch ${fetch.messageId}`, () => this.#fetch(fetch));
    this.#timer.set(nextAt);
  }

  #begin(key: string, work: () => Promise<void>): void {
    if (this.#tasks.has(key)) return;
    const task = work()
      .catch((failure: unknown) => this.#rest(failure))
      .finally(() => {
        this.#tasks.delete(key);
        this.#look();
      });
    this.#tasks.set(key, task);
  }

  /** What is still to be done will be begun again: not at once, lest a full disk keep the processor busy. */
  async #rest(failure: unknown): Promise<void> {
    const { signal } = this.#stopping;
    if (signal.aborted) return;
    this.#init.log.error({ err: failure }, 'Something for WhatsApp could not be done.');
    await delay(REST_MS, undefined, { signal }).catch(() => undefined);
  }

  async #send(send: Send): Promise<void> {
    const { runtime, log } = this.#init;
    const { id } = send.message;
    const attempt = (this.#attempts.get(id) ?? 0) + 1;
    this.#attempts.set(id, attempt);
    const prepared = await this.#prepare(send, attempt);
    await runtime.handle({ type: 'send.started', messageId: id });
    if (!runtime.isSending(id)) return;
    const result = prepared.type === 'ready' ? await this.#post(send, prepared.json, attempt) : prepared;
    await this.#record({ type: 'send.result', messageId: id, result });
    if (result.type !== 'retry') this.#attempts.delete(id);
    log.info(
      { messageId: id, channelId: send.channelId, attempt, result: result.type },
      'A message was handed to WhatsApp.',
    );
  }

  /** What WhatsApp answered is known here alone: until it is written down, the message counts as being sent. */
  async #record(input: Input): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      try {
        return void (await this.#init.runtime.handle(input));
      } catch (failure) {
        await this.#rest(failure);
      }
    }
  }

  async #prepare(
    send: Send,
    attempt: number,
  ): Promise<SendResult | { readonly type: 'ready'; readonly json: JsonObject }> {
    const { runtime, upload } = this.#init;
    if (runtime.now() - send.message.arrivedAt > STALE_MS) return { type: 'failed', problem: NOT_REACHED };
    try {
      const content = await upload.provide(this.#account(send.channelId), send.message.content);
      if (!isSendable(content)) return { type: 'failed', problem: NOT_SENDABLE };
      return { type: 'ready', json: graphMessage(send, content, attempt) };
    } catch (failure) {
      this.#init.log.warn(
        { err: failure, messageId: send.message.id },
        'A message could not be made ready for WhatsApp.',
      );
      return resultOfPreparation(failure, attempt, Math.random());
    }
  }

  async #post(send: Send, json: JsonObject, attempt: number): Promise<SendResult> {
    const outcome = await this.#init.graph.send(this.#account(send.channelId), json);
    if ('cause' in outcome)
      this.#init.log.warn({ messageId: send.message.id, cause: outcome.cause }, 'WhatsApp gave no clear answer.');
    return resultOf(outcome, attempt, Math.random());
  }

  async #run(errand: Errand): Promise<void> {
    const refused = await repeat(() => this.#tryErrand(errand), this.#repetition).then(
      () => false,
      (failure: unknown) => this.#errandFailed(errand, failure),
    );
    await this.#init.runtime.handle({ type: 'errand.finished', errandId: errand.id, refused });
  }

  /** Whether WhatsApp has surely not taken it. */
  #errandFailed({ kind }: Errand, failure: unknown): boolean {
    this.#stopping.signal.throwIfAborted();
    this.#init.log.warn({ err: failure, kind }, 'WhatsApp did not take a reaction or a read mark.');
    return failure instanceof GraphError && !failure.retryable;
  }

  /** A reaction or a read mark may be told twice without harm, so what is unknown is tried again. */
  async #tryErrand(errand: Errand): Promise<void> {
    const { graph } = this.#init;
    const account = this.#account(errand.channelId);
    if (errand.kind === 'mark-read') {
      return graph.markRead(account, toGraphRequest({ kind: 'mark-read', providerId: errand.providerId }));
    }
    const content: SendableContent = {
      kind: 'reaction',
      emoji: errand.emoji,
      target: { providerId: errand.targetProviderId },
    };
    const outcome = await graph.send(
      account,
      toGraphRequest({ kind: 'message', content, ...addressOf(errand.contact) }),
    );
    if (outcome.type === 'accepted') return;
    throw new GraphError(`WhatsApp did not take the reaction: ${outcome.type}.`, outcome.type !== 'failed');
  }

  async #fetch({ messageId, channelId, media }: Fetch): Promise<void> {
    const input = await repeat(() => this.#init.fetcher.fetch(this.#account(channelId), media), this.#repetition).then(
      (stored): Input => ({ type: 'media.stored', messageId, media: stored }),
      (failure: unknown): Input => this.#fetchFailed(messageId, failure),
    );
    await this.#init.runtime.handle(input);
  }

  #fetchFailed(messageId: string, failure: unknown): Input {
    this.#stopping.signal.throwIfAborted();
    this.#init.log.warn({ err: failure, messageId }, 'A medium could not be fetched from WhatsApp.');
    return { type: 'media.failed', messageId, state: isExpired(failure) ? 'expired' : 'failed' };
  }

  get #repetition() {
    return {
      signal: this.#stopping.signal,
      isWorthRepeating: (failure: unknown) =>
        failure instanceof GraphError ? failure.retryable : !(failure instanceof MediaTooLarge),
    };
  }

  #account(channelId: string): GraphAccount {
    const account = this.#init.accounts.get(channelId);
    if (!account) throw new GraphError(`The configuration has no channel "${channelId}" any more.`, false);
    return account;
  }
}
