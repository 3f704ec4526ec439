import type { FastifyBaseLogger } from 'fastify';
import { parseWebhook, type WebhookFact } from 'wa-desk/cloud-api';
import type { ChannelConfig } from '../config/config-schema.js';
import type { DeskRuntime } from '../desk/desk-runtime.js';
import { parseJson } from '../json.js';
import { repeat } from '../sending/repeat.js';
import { inputOf } from './fact-inputs.js';
import type { StoredWebhook, WebhookInbox } from './webhook-inbox.js';

export interface ProcessorInit {
  readonly inbox: WebhookInbox;
  readonly runtime: DeskRuntime;
  readonly channels: readonly ChannelConfig[];
  readonly log: FastifyBaseLogger;
  /** The account's templates are not what they were. */
  templatesChanged(wabaId: string): void;
}

/**
 * Hands the service desk what webhooks say, in the order in which they came and without waiting for the disk in between, so
 * that many share a flush. A webhook that is handed over twice changes nothing.
 */
export class WebhookProcessor {
  readonly #init: ProcessorInit;
  readonly #stopping = new AbortController();
  readonly #underWay = new Set<Promise<void>>();

  constructor(init: ProcessorInit) {
    this.#init = init;
  }

  /** Takes up what a lost process had stored and not processed. */
  async resume(): Promise<void> {
    for (const webhook of await this.#init.inbox.waiting()) this.process(webhook);
  }

  /** Hands over a stored webhook, behind those that came before it. */
  process(webhook: StoredWebhook): void {
    const task = this.#processOne(webhook).finally(() => this.#underWay.delete(task));
    this.#underWay.add(task);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#underWay);
  }

  async #processOne(webhook: StoredWebhook): Promise<void> {
    if (this.#stopping.signal.aborted) return;
    try {
      await repeat(() => this.#handOver(webhook), { signal: this.#stopping.signal, isWorthRepeating: () => true });
      await this.#init.inbox.remove(webhook.id);
    } catch (failure) {
      this.#init.log.error(
        { err: failure, webhook: webhook.id },
        'A webhook could not be processed. It is kept, and tried again at the next start.',
      );
    }
  }

  async #handOver(webhook: StoredWebhook): Promise<void> {
    const facts = parseWebhook(parseJson(Buffer.from(webhook.body).toString('utf8')));
    // Decided one after the other, but written down together.
    await Promise.all(facts.map((fact) => this.#handOverFact(fact, webhook)));
  }

  async #handOverFact(fact: WebhookFact, webhook: StoredWebhook): Promise<void> {
    const { log, runtime } = this.#init;
    if (fact.kind.startsWith('template-') && fact.route.wabaId !== undefined)
      return this.#init.templatesChanged(fact.route.wabaId);
    const channel = this.#channelOf(fact, webhook);
    if (!channel)
      return log.warn({ kind: fact.kind, field: fact.route.field }, 'A webhook for none of our numbers was dropped.');
    const input = fact.route.standby
      ? undefined
      : inputOf(fact, { channelId: channel.id, receivedAt: webhook.receivedAt });
    if (!input)
      return log.info(
        { kind: fact.kind, field: fact.route.field, channelId: channel.id },
        'WhatsApp told something that no agent needs.',
      );
    const outcome = await runtime.handle(input);
    if (outcome.type === 'refused')
      log.warn({ kind: fact.kind, channelId: channel.id, problem: outcome.message }, 'A webhook could not be used.');
  }

  /** The channel that a fact is about, if it was signed by that channel's own app. */
  #channelOf({ route }: WebhookFact, { channelIds }: StoredWebhook): ChannelConfig | undefined {
    const signed = this.#init.channels.filter(({ id }) => channelIds.includes(id));
    if (route.phoneNumberId !== undefined)
      return signed.find(({ phoneNumberId }) => phoneNumberId === route.phoneNumberId);
    return signed.find(({ wabaId }) => wabaId === route.wabaId);
  }
}
