import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser } from 'puppeteer-core';
import { rollup } from 'rollup';
import { loadConfigFile } from 'rollup/loadConfigFile';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../tools/browsers.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Builds what a page without a bundler loads into `folder`, as `npm run build` does. */
async function buildCdn(folder: string): Promise<void> {
  const { options } = await loadConfigFile(join(ROOT, 'rollup.config.mjs'), {});
  const build = options.find(({ output }) => output.some(({ dir }) => dir === 'dist/cdn'));
  assert.ok(build, 'The build configuration has a part for dist/cdn.');
  const bundle = await rollup(build);
  await bundle.write({ ...build.output[0], dir: folder });
  await bundle.close();
}

describe('A page without a bundler under a strict policy', () => {
  let folder: string;
  let server: Server;
  let browser: Browser;
  let url: string;

  const serve = async (path: string, response: ServerResponse): Promise<void> => {
    const cdn = '/dist/cdn/';
    const file = path.startsWith(cdn) ? join(folder, path.slice(cdn.length)) : join(ROOT, path);
    try {
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
      response.end(await readFile(file));
    } catch {
      response.writeHead(404).end();
    }
  };

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wa-desk-cdn-'));
    await buildCdn(folder);
    server = createServer((request, response) => void serve(request.url ?? '/', response)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/examples/strict-csp.html`;
    const executablePath = chromiumPath();
    if (executablePath === undefined) throw new Error('There is no Chromium: install it, or set CHROME_PATH.');
    browser = await puppeteer.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
  });

  after(async () => {
    await browser.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('shows the desk, and its policy is not broken', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.evaluateOnNewDocument(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => {
        document.documentElement.dataset['violation'] = `${violatedDirective}: ${sample}`;
      });
    });
    await page.goto(url);
    await page.waitForSelector('::-p-aria([role="region"][name="Sessions"])');
    assert.equal(await page.evaluate(() => document.documentElement.dataset['violation']), undefined);
    assert.deepEqual(errors, []);
  });

  it('has a policy that would have stopped HTML made out of text', async () => {
    const page = await browser.newPage();
    await page.goto(url);
    const outcome = await page.evaluate(() => {
      try {
        new DOMParser().parseFromString('<b>text</b>', 'text/html');
        return 'parsed';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    });
    assert.equal(outcome, 'refused');
  });
});
