import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Payload } from './payload.js';

const ENTRY = fileURLToPath(new URL('page/judge-page.ts', import.meta.url));
const TSCONFIG = fileURLToPath(new URL('../../tsconfig.json', import.meta.url));

/** What the strictest of hosts sends with its pages. */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Hostile</title>
<link rel="stylesheet" href="/page.css"></head>
<body><script type="module" src="/page.js"></script></body></html>`;

const STYLE = `
  body { margin: 0; background: #f3f4f6; font-family: system-ui, sans-serif; }
  wa-desk { display: block; block-size: 800px; }
  .pictures { display: grid; gap: 4px; padding: 8px; }
  .pictures > div { display: grid; grid-template-columns: 3rem repeat(4, minmax(0, 1fr)); gap: 8px; max-height: 170px; overflow: clip; }
  .pictures b { font: 14px system-ui, sans-serif; }
`;

/** Serves the page with the strict policy at `/`, without any at `/control`, and the payloads to both. */
export class PageServer {
  readonly #payloads: readonly Payload[];
  readonly #server: Server;
  #script = '';

  constructor(payloads: readonly Payload[]) {
    this.#payloads = payloads;
    this.#server = createServer((request, response) => this.#answer(request, response));
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async start(): Promise<void> {
    const { outputFiles } = await build({
      entryPoints: [ENTRY],
      bundle: true,
      write: false,
      format: 'esm',
      target: 'es2022',
      tsconfig: TSCONFIG,
      logLevel: 'error',
    });
    this.#script = outputFiles[0]?.text ?? '';
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer({ url = '/' }: IncomingMessage, response: ServerResponse): void {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname !== '/control') response.setHeader('content-security-policy', POLICY);
    const html = ['text/html; charset=utf-8', PAGE] as const;
    const files: Readonly<Record<string, () => readonly [type: string, body: string]>> = {
      '/': () => html,
      '/control': () => html,
      '/page.js': () => ['text/javascript; charset=utf-8', this.#script],
      '/page.css': () => ['text/css; charset=utf-8', STYLE],
      // JSON keeps halves of characters as escapes, so that they reach the page whole.
      '/payloads': () => [
        'application/json',
        JSON.stringify(this.#payloads.slice(Number(searchParams.get('from')), Number(searchParams.get('to')))),
      ],
    };
    const file = files[pathname]?.();
    if (!file) return void response.writeHead(404).end();
    response.setHeader('content-type', file[0]).end(file[1]);
  }
}
