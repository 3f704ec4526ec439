import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApp } from './app.js';
import { loadConfig } from './config/load-config.js';
import { readSecrets, type Environment } from './config/secrets.js';
import { GroupCommit } from './event-log/group-commit.js';
import { SqliteEventLog } from './event-log/sqlite-event-log.js';
import { DiskMediaStore } from './media/disk-media-store.js';
import { SqliteWebhookInbox } from './webhooks/webhook-inbox.js';

export interface GatewayOptions {
  /** Path of the configuration file. */
  readonly configFile: string;
  /** Where the secrets are; the process's own environment as a rule. */
  readonly environment: Environment;
  /** The desk's clock (epoch milliseconds); `Date.now` unless it is to be moved. */
  readonly now?: () => number;
  /** Called when nothing can be written or read any more. */
  onFatal(failure: unknown): void;
}

export interface Gateway {
  /** Where it listens. */
  readonly url: string;
  /** Ends connections, waits for what is under way towards WhatsApp, and closes the files. */
  close(): Promise<void>;
}

/** Starts a gateway with its log and media on this machine's disk. Rejects with a `ConfigError` that says what is wrong. */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const config = await loadConfig(options.configFile);
  const secrets = readSecrets(config, options.environment);
  await mkdir(config.dataDirectory, { recursive: true });
  const file = new GroupCommit(join(config.dataDirectory, 'wa-desk.db'));
  try {
    const app = await buildApp({
      config,
      secrets,
      log: new SqliteEventLog(file),
      inbox: new SqliteWebhookInbox(file),
      media: new DiskMediaStore(config.media.directory ?? join(config.dataDirectory, 'media')),
      now: options.now ?? Date.now,
      onFatal: (failure) => options.onFatal(failure),
    });
    app.addHook('onClose', async () => file.close());
    const url = await app.listen(config.listen);
    return { url, close: () => app.close() };
  } catch (failure) {
    file.close();
    throw failure;
  }
}
