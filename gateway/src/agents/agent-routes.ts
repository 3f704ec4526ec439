import cors from '@fastify/cors';
import websocket from '@fastify/websocket';
import type { FastifyInstance } from 'fastify';
import { MAX_CLIENT_FRAME, SOCKET_PATH, SUB_PROTOCOL, TICKETS_PATH } from 'wa-desk/protocol';
import { ProblemError } from '../http-problem.js';
import { mapRoutes, type MapContext } from '../map/map-routes.js';
import { mediaRoutes, type MediaContext } from '../media/media-routes.js';
import type { AgentAuth } from './agent-auth.js';
import { AgentSocket, type SocketContext } from './agent-socket.js';
import type { Tickets } from './tickets.js';

export interface AgentContext {
  readonly origins: readonly string[];
  readonly auth: AgentAuth;
  readonly tickets: Tickets;
  readonly media: MediaContext;
  /** Absent where the operator has no map provider. */
  readonly map?: MapContext;
  readonly socket: SocketContext;
}

/** Everything that agents' browsers ask for: only pages of the listed origins may. */
export function agentRoutes(context: AgentContext) {
  const { origins, auth, tickets } = context;
  return async (app: FastifyInstance): Promise<void> => {
    await app.register(cors, {
      origin: [...origins],
      methods: ['GET', 'HEAD', 'POST'],
      allowedHeaders: ['authorization', 'content-type'],
      maxAge: 600,
    });
    await app.register(websocket, {
      options: {
        maxPayload: MAX_CLIENT_FRAME,
        handleProtocols: (offered: Set<string>) => (offered.has(SUB_PROTOCOL) ? SUB_PROTOCOL : false),
      },
    });
    // After the plug-ins: a socket that is refused here is closed by theirs.
    app.addHook('onRequest', async (request) => {
      const { origin } = request.headers;
      if (origin === undefined || origins.includes(origin)) return;
      throw new ProblemError(
        403,
        'not-allowed',
        'Pages of this origin may not use the gateway. Add it to "origins" in its configuration.',
      );
    });
    app.post(TICKETS_PATH, async (request, reply) => reply.code(201).send(tickets.issue(await auth.identify(request))));
    await app.register(mediaRoutes(context.media));
    if (context.map) await app.register(mapRoutes(context.map));
    app.get(
      SOCKET_PATH,
      { websocket: true, onRequest: requireOrigin },
      (socket) => void new AgentSocket(socket, context.socket),
    );
  };
}

/** A browser always tells its origin when it opens a socket: what does not is none, or hides it. */
async function requireOrigin(request: { readonly headers: { readonly origin?: string | undefined } }): Promise<void> {
  if (request.headers.origin === undefined) throw new ProblemError(403, 'not-allowed', 'The request names no Origin.');
}
