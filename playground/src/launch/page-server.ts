import { readFile } from 'node:fs/promises';
import fastify, { type FastifyInstance } from 'fastify';
import type { PageSettings } from '../page-settings.js';
import type { AgentLogin } from './agent-login.js';
import { HOST, isTaken } from './free-port.js';
import { AGENTS } from './gateway-config.js';
import { buildPage } from './page-bundle.js';
import type { Addresses } from './processes.js';

/** What the page is served with. */
export interface PageServerPlan {
  readonly addresses: Addresses;
  readonly login: AgentLogin;
}

const PAGE = new URL('../page/', import.meta.url);

const FILES: Readonly<Record<string, { readonly file: string; readonly type: string }>> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/page.css': { file: 'page.css', type: 'text/css; charset=utf-8' },
  '/icon.svg': { file: 'icon.svg', type: 'image/svg+xml' },
  '/samples/order.pdf': { file: 'samples/order.pdf', type: 'application/pdf' },
  '/samples/voice-note.ogg': { file: 'samples/voice-note.ogg', type: 'audio/ogg; codecs=opus' },
};

/**
 * The policy that a strict host sends, plus the addresses of the gateway and of the phone. Nothing inline runs or styles,
 * no script makes HTML out of text, and only Lit has a policy of its own.
 */
export function contentSecurityPolicy({ gateway, standIn }: Addresses): string {
  const sockets = [gateway, standIn].map((url) => url.replace(/^http/, 'ws'));
  return [
    "default-src 'self'",
    `connect-src 'self' ${[gateway, standIn, ...sockets].join(' ')}`,
    `img-src 'self' ${gateway} ${standIn}`,
    `media-src 'self' ${gateway} ${standIn}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ].join('; ');
}

/** Serves the page on its port. Rejects with a message that says what to do when somebody has taken the port meanwhile. */
export async function servePage(plan: PageServerPlan): Promise<FastifyInstance> {
  const app = fastify({ logger: { level: 'error', stream: process.stderr }, forceCloseConnections: true });
  const names = [plan.addresses.page, plan.addresses.page.replace(HOST, 'localhost')].map((url) => new URL(url).host);
  app.addHook('onRequest', async (request, reply) => {
    // Another site's name may have been pointed at this machine.
    if (!names.includes(request.host)) return reply.code(403).send('Open the address that npm start has printed.');
    reply.headers({
      'content-security-policy': contentSecurityPolicy(plan.addresses),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
  await staticRoutes(app);
  dataRoutes(app, plan);
  await app.listen({ host: HOST, port: Number(new URL(plan.addresses.page).port) }).catch((error: unknown) => {
    throw isTaken(error) ? new Error(`${plan.addresses.page} has been taken meanwhile. Start again.`) : error;
  });
  return app;
}

async function staticRoutes(app: FastifyInstance): Promise<void> {
  const { script, sourceMap } = await buildPage();
  for (const [path, { file, type }] of Object.entries(FILES)) {
    app.get(path, async (_request, reply) => reply.type(type).send(await readFile(new URL(file, PAGE))));
  }
  app.get('/page.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
  app.get('/page.js.map', async (_request, reply) => reply.type('application/json').send(sourceMap));
}

function dataRoutes(app: FastifyInstance, { addresses, login }: PageServerPlan): void {
  const settings: PageSettings = { standIn: addresses.standIn, gateway: addresses.gateway, agents: AGENTS };
  app.get('/settings.json', async () => settings);
  app.post<{ Params: { id: string } }>('/agents/:id/token', async ({ params }, reply) => {
    const agent = AGENTS.find(({ id }) => id === params.id);
    if (!agent) return reply.code(404).send({ error: `There is no agent "${params.id}".` });
    return reply.code(201).send({ token: await login.token(agent) });
  });
}
