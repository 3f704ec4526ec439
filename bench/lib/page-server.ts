import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { DIST } from './paths.js';

const page = (script: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Benchmark</title><link rel="icon" href="data:,"><style>
html, body { margin: 0; height: 100%; }
#stage { position: absolute; inset: 20px auto auto 20px; width: 420px; height: 720px; overflow: hidden; background: #fff; }
#stage > .whole, wa-desk { height: 100%; }
</style></head><body>${body}<script type="module" src="/page/${script}.js"></script></body></html>`;

const PAGES: Readonly<Record<string, string>> = {
  '/transcript': page('transcript-bench', '<div id="stage"></div>'),
  '/desk': page('desk-bench', '<wa-desk></wa-desk>'),
};

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(height)}"><rect width="100%" height="100%" fill="#9bc"/></svg>`;

/** Serves the measuring pages and the bundles, and pictures: at once, or late and as tall as their number makes them. */
export class PageServer {
  readonly #server: Server = createServer((request, response) => {
    void this.#answer(new URL(request.url ?? '/', 'http://localhost').pathname, response);
  });

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  start(): Promise<void> {
    return new Promise((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #answer(path: string, response: ServerResponse): Promise<void> {
    const html = PAGES[path];
    const late = /^\/late-picture\/(\d+)\.svg$/.exec(path)?.[1];
    if (html !== undefined) respond(response, 'text/html; charset=utf-8', html);
    else if (late !== undefined) this.#answerLate(response, Number(late));
    else if (path.startsWith('/picture/')) respond(response, 'image/svg+xml', svg(200, 120));
    else await sendBundle(response, path);
  }

  /** Between 40 and 440 ms late and between 80 and 320 px tall. */
  #answerLate(response: ServerResponse, number: number): void {
    setTimeout(
      () => {
        respond(response, 'image/svg+xml', svg(200, 80 + ((number * 53) % 240)));
      },
      40 + ((number * 37) % 400),
    );
  }
}

async function sendBundle(response: ServerResponse, path: string): Promise<void> {
  const file = join(DIST, normalize(path));
  try {
    if (!file.startsWith(DIST)) throw new Error('outside');
    respond(response, 'text/javascript; charset=utf-8', await readFile(file));
  } catch {
    response.writeHead(404).end();
  }
}

function respond(response: ServerResponse, type: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
