import type { FastifyBaseLogger } from 'fastify';
import type { AppDeps } from './app-deps.js';
import type { GatewayConfig } from './config/config-schema.js';
import type { Secrets } from './config/secrets.js';
import type { DeskRuntime } from './desk/desk-runtime.js';
import { GraphClient, type GraphAccount } from './graph/graph-client.js';
import { MediaFetcher } from './media/media-fetcher.js';
import { MediaUpload } from './sending/media-upload.js';
import { OutgoingWork } from './sending/outgoing-work.js';
import { MEGABYTE } from './sizes.js';
import { Templates } from './templates.js';
import type { StoredWebhook } from './webhooks/webhook-inbox.js';
import { WebhookProcessor } from './webhooks/webhook-processor.js';

/** Everything between the service desk and WhatsApp, as one thing that starts and stops. */
export class WhatsAppSide {
  readonly #processor: WebhookProcessor;
  readonly #templates: Templates;
  readonly #work: OutgoingWork;

  constructor({ config, secrets, inbox, media }: AppDeps, runtime: DeskRuntime, log: FastifyBaseLogger) {
    const accounts = accountsOf(config, secrets);
    const graph = new GraphClient({
      baseUrl: config.graph.baseUrl,
      version: config.graph.version,
      mediaHosts: config.graph.mediaHosts,
      timeoutMs: config.graph.timeoutSeconds * 1000,
      downloadTimeoutMs: config.media.downloadTimeoutSeconds * 1000,
    });
    const fetcher = new MediaFetcher(graph, media, config.media.maxDownloadMegabytes * MEGABYTE);
    const templates = new Templates({ graph, runtime, accounts, log });
    this.#templates = templates;
    this.#work = new OutgoingWork({ runtime, graph, upload: new MediaUpload(graph, media), fetcher, accounts, log });
    this.#processor = new WebhookProcessor({
      inbox,
      runtime,
      channels: config.channels,
      log,
      templatesChanged: (wabaId) => templates.refresh(wabaId),
    });
  }

  process(webhook: StoredWebhook): void {
    this.#processor.process(webhook);
  }

  async start(): Promise<void> {
    await this.#processor.resume();
    this.#templates.start();
    this.#work.start();
  }

  /** Begins nothing more, and answers when what was begun has its end. */
  async stop(): Promise<void> {
    this.#templates.stop();
    await this.#processor.stop();
    await this.#work.stop();
  }
}

function accountsOf({ channels }: GatewayConfig, secrets: Secrets): ReadonlyMap<string, GraphAccount> {
  return new Map(
    channels.map(({ id, phoneNumberId, wabaId }) => [
      id,
      { phoneNumberId, wabaId, accessToken: secrets.channels[id]?.accessToken ?? '' },
    ]),
  );
}
