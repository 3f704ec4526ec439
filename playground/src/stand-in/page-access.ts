import type { FastifyInstance } from 'fastify';
import { PhoneError } from './phone/phone-error.js';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** Lets pages of known origins use the routes of this instance, and keeps all other pages out. */
export function guardPages(app: FastifyInstance, pageOrigins: readonly string[]): void {
  app.addHook('onRequest', async (request, reply) => {
    const { origin } = request.headers;
    if (origin === undefined) return;
    if (!isAllowed(origin, pageOrigins))
      return reply.code(403).send({ error: `Pages of ${origin} may not use the stand-in.` });
    reply.header('access-control-allow-origin', origin).header('vary', 'origin');
    if (request.method !== 'OPTIONS') return;
    return reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, PUT, PATCH, DELETE')
      .header('access-control-allow-headers', 'content-type')
      .send();
  });
  app.options('/phone/*', async (_request, reply) => reply.code(204).send());
  for (const path of ['/clock', '/settings', '/faults', '/log', '/webhooks']) {
    app.options(path, async (_request, reply) => reply.code(204).send());
  }
  app.setErrorHandler((error: Error & { readonly statusCode?: number }, request, reply) => {
    const status = error instanceof PhoneError ? error.status : (error.statusCode ?? 500);
    if (status >= 500) request.log.error(error);
    return reply
      .code(status)
      .send({ error: status >= 500 ? 'Something went wrong: see the standard error of the stand-in.' : error.message });
  });
}

function isAllowed(origin: string, pageOrigins: readonly string[]): boolean {
  if (pageOrigins.includes(origin)) return true;
  return URL.canParse(origin) && LOOPBACK.includes(new URL(origin).hostname);
}
