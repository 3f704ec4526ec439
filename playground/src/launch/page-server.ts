import { readFile } from 'node:fs/promises';
import fastify, { type FastifyInstance } from 'fastify';
import type { PageSettings } from '../page-settings.js';
import type { AgentLogin } from './agent-login.js';
import { HOST, isTaken } from './free-port.js';
import { AGENTS } from './gateway-config.js';
import { buildPage, type PageBundle } from './page-bundle.js';
import type { Addresses } from './addresses.js';

/** The page's own server. */
export interface PageServer {
  /** Where the page is. */
  readonly url: string;
  /** Builds the page and shows it from now on; until then whoever opens the address is told to wait. */
  show(addresses: Addresses): Promise<void>;
  close(): Promise<void>;
}

/** What is shown, once everything is there. */
interface Shown {
  readonly addresses: Addresses;
  readonly bundle: PageBundle;
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
function contentSecurityPolicy({ gateway, standIn }: Addresses): string {
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

/** Takes `port`, or else another one, before anything else is started: it tells several playgrounds apart. */
export async function openPageServer(port: number, login: AgentLogin): Promise<PageServer> {
  const app = fastify({ logger: { level: 'error', stream: process.stderr }, forceCloseConnections: true });
  let shown: Shown | undefined;
  guard(app, () => shown);
  staticRoutes(app, () => shown?.bundle);
  dataRoutes(app, { login, addresses: () => shown?.addresses });
  const url = await listen(app, port);
  return {
    url,
    show: async (addresses) => {
      shown = { addresses, bundle: await buildPage() };
    },
    close: () => app.close(),
  };
}

async function listen(app: FastifyInstance, port: number): Promise<string> {
  try {
    return await app.listen({ host: HOST, port });
  } catch (error) {
    if (isTaken(error)) return app.listen({ host: HOST, port: 0 });
    throw error;
  }
}

function guard(app: FastifyInstance, shown: () => Shown | undefined): void {
  app.addHook('onRequest', async (request, reply) => {
    // Another site's name may have been pointed at this machine.
    if (![HOST, 'localhost'].includes(request.hostname))
      return reply.code(403).send('Open the address that npm start has printed.');
    const ready = shown();
    if (!ready) return reply.code(503).header('retry-after', '1').send('The playground is starting.');
    reply.headers({
      'content-security-policy': contentSecurityPolicy(ready.addresses),
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
  });
}

function staticRoutes(app: FastifyInstance, bundle: () => PageBundle | undefined): void {
  for (const [path, { file, type }] of Object.entries(FILES)) {
    app.get(path, async (_request, reply) => reply.type(type).send(await readFile(new URL(file, PAGE))));
  }
  app.get('/page.js', async (_request, reply) => reply.type('text/javascript; charset=utf-8').send(bundle()?.script));
  app.get('/page.js.map', async (_request, reply) => reply.type('application/json').send(bundle()?.sourceMap));
}

function dataRoutes(
  app: FastifyInstance,
  { login, addresses }: { readonly login: AgentLogin; addresses(): Addresses | undefined },
): void {
  app.get('/settings.json', async (): Promise<PageSettings> => {
    const { standIn = '', gateway = '' } = addresses() ?? {};
    return { standIn, gateway, agents: AGENTS };
  });
  app.post<{ Params: { id: string } }>('/agents/:id/token', async ({ params }, reply) => {
    const agent = AGENTS.find(({ id }) => id === params.id);
    if (!agent) return reply.code(404).send({ error: `There is no agent "${params.id}".` });
    return reply.code(201).send({ token: await login.token(agent) });
  });
}
