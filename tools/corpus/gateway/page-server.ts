import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const ENTRY = fileURLToPath(new URL('agent-page.ts', import.meta.url));
const TSCONFIG = fileURLToPath(new URL('../../../tsconfig.json', import.meta.url));

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Agent</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="/page.js"></script></html>`;

const STYLE = 'html, body { margin: 0; height: 100%; } wa-desk { display: block; height: 100vh; }';

/** What the page is told. */
export interface PageSettings {
  readonly gateway: string;
  readonly token: string;
}

/** Serves the agent's page under the policy that a strict host has. */
export class PageServer {
  readonly #server: Server;
  #script = '';
  #settings: PageSettings = { gateway: '', token: '' };

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request.url ?? '/', response));
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

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  tell(settings: PageSettings): void {
    this.#settings = settings;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(path: string, response: ServerResponse): void {
    response.setHeader('content-security-policy', this.#policy());
    const files: Readonly<Record<string, readonly [type: string, body: string]>> = {
      '/': ['text/html; charset=utf-8', PAGE],
      '/page.js': ['text/javascript; charset=utf-8', this.#script],
      '/page.css': ['text/css; charset=utf-8', STYLE],
      '/settings.json': ['application/json', JSON.stringify(this.#settings)],
    };
    const file = files[path];
    if (!file) return void response.writeHead(404).end();
    response.setHeader('content-type', file[0]).end(file[1]);
  }

  #policy(): string {
    const { gateway } = this.#settings;
    return [
      "default-src 'self'",
      `connect-src 'self' ${gateway} ${gateway.replace(/^http/, 'ws')}`,
      `img-src 'self' ${gateway}`,
      `media-src 'self' ${gateway}`,
      "object-src 'none'",
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; ');
  }
}
