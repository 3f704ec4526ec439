import type { GatewayConfig } from './config/config-schema.js';
import type { Secrets } from './config/secrets.js';
import type { EventLog } from './event-log/event-log.js';
import type { MediaStore } from './media/media-store.js';
import type { WebhookInbox } from './webhooks/webhook-inbox.js';

/** What the gateway stands on; each part may be another implementation of its port. */
export interface AppDeps {
  readonly config: GatewayConfig;
  readonly secrets: Secrets;
  readonly log: EventLog;
  readonly inbox: WebhookInbox;
  readonly media: MediaStore;
  /** The desk's clock (epoch milliseconds). */
  readonly now: () => number;
  /** How often connections are checked (milliseconds). */
  readonly heartbeatMs?: number;
  /** The log can neither be written nor read any more: the process should end. */
  onFatal(failure: unknown): void;
}
