/** Runs every story of a built Storybook in Chromium: render, play and axe. `node tools/run-stories.mjs storybook-static` */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import puppeteer from 'puppeteer-core';
import { CHROMIUM_ARGUMENTS, chromiumPath } from './browsers.mjs';

const STORY_TIMEOUT = 30_000;

const CONTENT_TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a folder on a free local port. */
async function serve(root) {
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      const body = await readFile(join(root, path));
      response.writeHead(200, { 'content-type': CONTENT_TYPES[extname(path)] ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Runs inside the page: selects a story and waits for what Storybook says of it. */
function runInPage(storyId, timeout) {
  const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
  return new Promise((resolve) => {
    const finish = (result) => {
      clearTimeout(timer);
      for (const name of Object.keys(listeners)) channel.off(name, listeners[name]);
      resolve(result);
    };
    const timer = setTimeout(() => finish({ status: 'timeout' }), timeout);
    const onError = (error) =>
      finish({ status: 'error', detail: error?.description ?? error?.message ?? error?.[0]?.message ?? String(error) });
    const failedReports = (reporters) =>
      reporters
        .filter((report) => report.status === 'failed')
        .map((report) => {
          const violations = report.result?.violations ?? [];
          return `${report.type}: ${violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target}`).join(', ')}`;
        });
    const listeners = {
      storyErrored: onError,
      storyThrewException: onError,
      playFunctionThrewException: onError,
      unhandledErrorsWhilePlaying: onError,
      storyMissing: onError,
      storyFinished: ({ storyId: finished, status, reporters = [] }) => {
        if (finished === storyId) finish({ status, detail: failedReports(reporters).join('; ') });
      },
    };
    for (const name of Object.keys(listeners)) channel.on(name, listeners[name]);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
  });
}

async function openPreview(browser, port) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`http://127.0.0.1:${port}/iframe.html`);
  await page.waitForFunction(
    () => globalThis.__STORYBOOK_ADDONS_CHANNEL__ && globalThis.__STORYBOOK_PREVIEW__?.storyStoreValue,
  );
  return page;
}

async function runStories(page, stories) {
  const totals = { passed: 0, failed: 0 };
  for (const { id } of stories) {
    const { status, detail = '' } = await page.evaluate(runInPage, id, STORY_TIMEOUT);
    totals[status === 'success' ? 'passed' : 'failed']++;
    console.log(`${status === 'success' ? '✔' : '✖'} ${id}${status === 'success' ? '' : ` ${status} ${detail}`}`);
  }
  return totals;
}

const root = process.argv[2];
if (root === undefined) throw new Error('Say which folder: node tools/run-stories.mjs storybook-static');
const { entries } = JSON.parse(await readFile(join(root, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({ type }) => type === 'story');

const server = await serve(root);
const browser = await puppeteer.launch({ executablePath: chromiumPath(), args: CHROMIUM_ARGUMENTS });
try {
  const page = await openPreview(browser, server.address().port);
  const { passed, failed } = await runStories(page, stories);
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || stories.length === 0 ? 1 : 0;
} finally {
  await browser.close();
  server.close();
}
