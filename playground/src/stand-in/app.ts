import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance } from 'fastify';
import { adminRoutes } from './admin/routes.js';
import { graphRoutes } from './graph/routes.js';
import { guardPages } from './page-access.js';
import type { StandInParts } from './parts.js';
import { feedRoutes } from './phone/feed.js';
import { phoneRoutes } from './phone/routes.js';

/** The stand-in's HTTP side; it does not listen yet. */
export async function buildApp(parts: StandInParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: 'error', stream: process.stderr },
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
  });
  await app.register(websocket);
  await app.register(graphRoutes, parts);
  await app.register(async (pages) => {
    guardPages(pages, parts.options.pageOrigins);
    feedRoutes(pages, parts);
    await phoneRoutes(pages, parts);
    await adminRoutes(pages, parts);
  });
  app.setNotFoundHandler((request, reply) =>
    reply.code(404).send({
      error: { message: `Unknown path components: ${request.url.split('?')[0]}`, type: 'OAuthException', code: 2500 },
    }),
  );
  return app;
}
