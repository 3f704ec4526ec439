export type { AppDeps } from './app-deps.js';
export { buildApp } from './app.js';
export type { GatewayConfig } from './config/config-schema.js';
export { checkConfig, ConfigError, loadConfig } from './config/load-config.js';
export { readSecrets, type Secrets } from './config/secrets.js';
export type { Append, AppendResult, EventLog, LogEntry, NewEntry } from './event-log/event-log.js';
export { startGateway, type Gateway, type GatewayOptions } from './gateway.js';
export { MediaTooLarge, type MediaAbout, type MediaStore, type StoredMedia } from './media/media-store.js';
export type { StoredWebhook, WebhookInbox } from './webhooks/webhook-inbox.js';
