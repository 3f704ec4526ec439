import { randomBytes } from 'node:crypto';
import type { FastifyBaseLogger } from 'fastify';
import { WHATSAPP_LIMITS } from 'wa-desk/domain';
import type { Welcome } from 'wa-desk/protocol';
import type { AppDeps } from '../app-deps.js';
import type { DeskRuntime } from '../desk/desk-runtime.js';
import { MapLinks } from '../map/map-links.js';
import { MapProvider } from '../map/map-provider.js';
import type { MapContext } from '../map/map-routes.js';
import { MediaLinks } from '../media/media-links.js';
import type { MediaContext } from '../media/media-routes.js';
import { MEGABYTE } from '../sizes.js';
import { AgentAuth } from './agent-auth.js';
import type { AgentContext } from './agent-routes.js';
import type { SocketContext } from './agent-socket.js';
import { agentTokenReader } from './agent-tokens.js';
import { Connections } from './connections.js';
import { RateLimit } from './rate-limit.js';
import { Tickets } from './tickets.js';

const HEARTBEAT_MS = 25_000;
const MAX_BUFFERED_BYTES = 4 * MEGABYTE;

/** Questions of one agent: over the socket, and over HTTP. */
const FRAME_RATE = { burst: 200, perSecond: 40 };
const REQUEST_RATE = { burst: 120, perSecond: 20 };
/** Maps of one agent: a transcript full of places, then a few. */
const MAP_RATE = { burst: 60, perSecond: 1 };

const MAP_OPTION = 'whatsappsession.location-map.preview.query';

/** Everything between the service desk and the agents' browsers. */
export class AgentSide {
  readonly context: AgentContext;
  readonly #connections: Connections;

  constructor(deps: AppDeps, runtime: DeskRuntime, log: FastifyBaseLogger) {
    const { config, secrets, now } = deps;
    const agentIds = config.agents.map(({ id }) => id);
    const auth = new AgentAuth(agentTokenReader(config.auth, secrets.jwtSecret), agentIds, new RateLimit(REQUEST_RATE));
    const tickets = new Tickets(now);
    const linkSecret = secrets.mediaLinkSecret ?? randomBytes(32).toString('base64url');
    const map = mapContext(deps, linkSecret);
    this.#connections = new Connections({
      agentIds,
      graceMs: config.disconnectSeconds * 1000,
      gone: (agentId) => void makeNotReady(runtime, agentId, log),
    });
    this.context = {
      origins: config.origins,
      auth,
      tickets,
      media: mediaContext(deps, { runtime, auth, linkSecret }),
      ...(map && { map }),
      socket: this.#socketContext(deps, { runtime, tickets, map, log }),
    };
  }

  start(): void {
    this.#connections.start();
  }

  stop(): void {
    this.#connections.stop();
  }

  #socketContext(deps: AppDeps, { runtime, tickets, map, log }: SocketParts): SocketContext {
    return {
      desk: runtime,
      rateLimit: new RateLimit(FRAME_RATE),
      heartbeatMs: deps.heartbeatMs ?? HEARTBEAT_MS,
      maxBufferedBytes: MAX_BUFFERED_BYTES,
      log,
      ownOptions: (agentId): Welcome['options'] =>
        map ? { [MAP_OPTION]: map.links.template(agentId, deps.now()) } : {},
      redeem: (ticket) => tickets.redeem(ticket),
      opened: (socket) => this.#connections.opened(socket),
      closed: (socket) => this.#connections.closed(socket),
    };
  }
}

interface SocketParts {
  readonly runtime: DeskRuntime;
  readonly tickets: Tickets;
  readonly map: MapContext | undefined;
  readonly log: FastifyBaseLogger;
}

interface MediaParts {
  readonly runtime: DeskRuntime;
  readonly auth: AgentAuth;
  readonly linkSecret: string;
}

/** The maps of locations, where the operator has a provider: its token stays on this side. */
function mapContext({ config, secrets, now }: AppDeps, secret: string): MapContext | undefined {
  return secrets.mapQuery === undefined
    ? undefined
    : {
        links: new MapLinks({ secret, publicUrl: config.publicUrl }),
        provider: new MapProvider(secrets.mapQuery),
        rateLimit: new RateLimit(MAP_RATE),
        now,
      };
}

function mediaContext({ config, media, now }: AppDeps, { runtime, auth, linkSecret }: MediaParts): MediaContext {
  const links = new MediaLinks({
    secret: linkSecret,
    publicUrl: config.publicUrl,
    lifetimeMs: config.media.linkSeconds * 1000,
  });
  return {
    auth,
    links,
    now,
    store: media,
    limits: WHATSAPP_LIMITS.media,
    isOnDesk: (agentId, sessionId) => runtime.isOnDesk(agentId, sessionId),
    maySendFiles: (agentId) => runtime.may(agentId, 'canSendFiles'),
    canSeeMedia: (agentId, mediaId) => runtime.canSeeMedia(agentId, mediaId),
  };
}

async function makeNotReady(runtime: DeskRuntime, agentId: string, log: FastifyBaseLogger): Promise<void> {
  try {
    await runtime.handle({ type: 'agent.gone', agentId });
  } catch (failure) {
    log.error({ err: failure, agentId }, 'An agent who is gone could not be made not ready.');
  }
}
