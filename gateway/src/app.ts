import { randomBytes } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import { WHATSAPP_LIMITS } from 'wa-desk/domain';
import { AgentAuth } from './agents/agent-auth.js';
import { agentRoutes, type AgentContext } from './agents/agent-routes.js';
import { agentTokenReader } from './agents/agent-tokens.js';
import { Connections } from './agents/connections.js';
import { RateLimit } from './agents/rate-limit.js';
import { Tickets } from './agents/tickets.js';
import type { GatewayConfig } from './config/config-schema.js';
import type { Secrets } from './config/secrets.js';
import { deskConfigOf } from './desk/desk-config.js';
import { DeskRuntime } from './desk/desk-runtime.js';
import { DeskTimer } from './desk/desk-timer.js';
import type { EventLog } from './event-log/event-log.js';
import { GraphClient, type GraphAccount } from './graph/graph-client.js';
import { answerProblem } from './http-problem.js';
import { loggerOptions } from './log-redaction.js';
import { MediaFetcher } from './media/media-fetcher.js';
import { MediaLinks } from './media/media-links.js';
import type { MediaStore } from './media/media-store.js';
import { MediaUpload } from './sending/media-upload.js';
import { OutgoingWork } from './sending/outgoing-work.js';
import { Templates } from './templates.js';
import type { WebhookInbox } from './webhooks/webhook-inbox.js';
import { WebhookProcessor } from './webhooks/webhook-processor.js';
import { webhookRoutes } from './webhooks/webhook-routes.js';

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

const MEGABYTE = 1024 * 1024;
const HEARTBEAT_MS = 25_000;
const MAX_BUFFERED_BYTES = 4 * MEGABYTE;

/** Questions of one agent: over the socket, and over HTTP. */
const FRAME_RATE = { burst: 200, perSecond: 40 };
const REQUEST_RATE = { burst: 120, perSecond: 20 };

/** Builds the whole gateway without listening; closing it ends what it began, and leaves the files of `deps` open. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { config, secrets, now } = deps;
  const app = fastify({
    logger: loggerOptions(config.logLevel),
    requestTimeout: 120_000,
    bodyLimit: MEGABYTE,
    forceCloseConnections: true,
  });
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({ error: { code: 'not-found', message: 'There is nothing here.', retryable: false } }),
  );
  app.addHook('onSend', async (_request, reply) => void reply.header('x-content-type-options', 'nosniff'));

  const runtime = await DeskRuntime.open({
    log: deps.log,
    config: deskConfigOf(config),
    now,
    logger: app.log,
    onFatal: deps.onFatal,
  });
  const whatsApp = connectWhatsApp(app, deps, runtime);
  const agents = connectAgents(app, deps, runtime);

  await app.register(
    webhookRoutes({
      inbox: deps.inbox,
      secrets: secrets.channels,
      now,
      process: (webhook) => whatsApp.process(webhook),
    }),
  );
  await app.register(agentRoutes(agents.context));
  app.get('/health', async () => {
    await runtime.settled();
    return { status: 'ok' };
  });
  const timer = keepTime(runtime);
  app.addHook('preClose', async () => {
    agents.stop();
    timer.set(undefined);
    await whatsApp.stop();
    await runtime.settled();
  });
  await whatsApp.start();
  return app;
}

function connectWhatsApp(app: FastifyInstance, { config, secrets, inbox, media }: AppDeps, runtime: DeskRuntime) {
  const accounts = accountsOf(config, secrets);
  const graph = new GraphClient({
    baseUrl: config.graph.baseUrl,
    version: config.graph.version,
    mediaHosts: config.graph.mediaHosts,
    timeoutMs: config.graph.timeoutSeconds * 1000,
    downloadTimeoutMs: config.media.downloadTimeoutSeconds * 1000,
  });
  const { log } = app;
  const fetcher = new MediaFetcher(graph, media, config.media.maxDownloadMegabytes * MEGABYTE);
  const work = new OutgoingWork({ runtime, graph, upload: new MediaUpload(graph, media), fetcher, accounts, log });
  const templates = new Templates({ graph, runtime, accounts, log });
  const templatesChanged = (wabaId: string): void => templates.refresh(wabaId);
  const processor = new WebhookProcessor({ inbox, runtime, channels: config.channels, log, templatesChanged });
  return {
    process: processor.process.bind(processor),
    start: async (): Promise<void> => {
      await processor.resume();
      templates.start();
      work.start();
    },
    stop: async (): Promise<void> => {
      templates.stop();
      await processor.stop();
      await work.stop();
    },
  };
}

function accountsOf(config: GatewayConfig, secrets: Secrets): ReadonlyMap<string, GraphAccount> {
  return new Map(
    config.channels.map(({ id, phoneNumberId, wabaId }) => [
      id,
      { phoneNumberId, wabaId, accessToken: secrets.channels[id]?.accessToken ?? '' },
    ]),
  );
}

function connectAgents(
  app: FastifyInstance,
  deps: AppDeps,
  runtime: DeskRuntime,
): { context: AgentContext; stop(): void } {
  const { config, secrets, now } = deps;
  const agentIds = config.agents.map(({ id }) => id);
  const auth = new AgentAuth(agentTokenReader(config.auth, secrets.jwtSecret), agentIds, new RateLimit(REQUEST_RATE));
  const tickets = new Tickets(now);
  const gone = (agentId: string): void =>
    void runtime
      .handle({ type: 'agent.gone', agentId })
      .catch((err: unknown) => app.log.error({ err }, 'An agent who is gone could not be made not ready.'));
  const connections = new Connections({ agentIds, graceMs: config.disconnectSeconds * 1000, gone });
  connections.start();
  const links = new MediaLinks({
    secret: secrets.mediaLinkSecret ?? randomBytes(32).toString('base64url'),
    publicUrl: config.publicUrl,
    lifetimeMs: config.media.linkSeconds * 1000,
  });
  const context: AgentContext = {
    origins: config.origins,
    auth,
    tickets,
    media: {
      auth,
      links,
      now,
      store: deps.media,
      limits: WHATSAPP_LIMITS.media,
      isOnDesk: (agentId, sessionId) => runtime.isOnDesk(agentId, sessionId),
      maySendFiles: (agentId) => runtime.may(agentId, 'canSendFiles'),
      canSeeMedia: (agentId, mediaId) => runtime.canSeeMedia(agentId, mediaId),
    },
    socket: {
      desk: runtime,
      rateLimit: new RateLimit(FRAME_RATE),
      heartbeatMs: deps.heartbeatMs ?? HEARTBEAT_MS,
      maxBufferedBytes: MAX_BUFFERED_BYTES,
      log: app.log,
      redeem: (ticket) => tickets.redeem(ticket),
      opened: (socket) => connections.opened(socket),
      closed: (socket) => connections.closed(socket),
    },
  };
  return { context, stop: () => connections.stop() };
}

/** After a tick that could not be written down (milliseconds). */
const REST_MS = 1000;

/** Lets the desk know that time has passed when that changes something, such as an offer that expires. */
function keepTime(runtime: DeskRuntime): DeskTimer {
  const look = (): void => timer.set(runtime.wakeAt());
  const rest = (): void => timer.set(runtime.now() + REST_MS);
  const timer = new DeskTimer(runtime.now, () => void runtime.handle({ type: 'tick' }).then(look, rest));
  runtime.watch(look);
  look();
  return timer;
}
