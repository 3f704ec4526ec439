import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../browsers.mjs';
import type { Judge } from './page/judge-page.js';

declare global {
  var hostile: Judge;
}

const OWN_PATHS: ReadonlySet<string> = new Set(['/', '/control', '/page.js', '/page.css', '/payloads', '/favicon.ico']);

/** A page in a real browser, with everything that leaves it or happens to it written down. */
export class Stage {
  readonly #url: string;
  readonly #signs: string[] = [];
  #browser: Browser | undefined;
  #page: Page | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  async start(): Promise<void> {
    const executablePath = chromiumPath();
    if (executablePath === undefined)
      throw new Error('There is no Chromium. Install it, or set CHROME_PATH to its executable.');
    this.#browser = await puppeteer.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }

  /** Opens the page afresh, ready to judge. */
  async open(path = '/'): Promise<void> {
    await this.#page?.close();
    const page = await this.#launched.newPage();
    await page.setViewport({ width: 1280, height: 900 });
    this.#page = page;
    this.#watch(page);
    await page.goto(this.#url + path);
    await page.waitForFunction(() => 'hostile' in globalThis);
    await page.evaluate(() => globalThis.hostile.learn());
    this.#signs.length = 0;
  }

  /** What payloads `from` up to `to` did wrong, each, and what happened that nobody can be blamed for yet. */
  async judge(
    from: number,
    to: number,
  ): Promise<{ readonly faults: readonly (readonly string[])[]; readonly late: readonly string[] }> {
    try {
      const faults = await this.#open.evaluate((...range) => globalThis.hostile.judge(...range), from, to);
      const late = await this.#open.evaluate(() => globalThis.hostile.late());
      return { faults, late: [...late, ...this.#signs.splice(0)] };
    } catch (failure) {
      return { faults: [], late: [`the page broke: ${String(failure)}`, ...this.#signs.splice(0)] };
    }
  }

  refusesHtml(): Promise<boolean> {
    return this.#open.evaluate(() => globalThis.hostile.refusesHtml());
  }

  /** What the checks find on a place that reads `payload` as HTML. */
  async control(payload: string): Promise<readonly string[]> {
    const found = await this.#open.evaluate((text) => globalThis.hostile.control(text), payload);
    return [...found, ...this.#signs.splice(0)];
  }

  /** A picture (WebP) of the payloads from `from` on, and how many it shows. */
  async picture(from: number): Promise<{ readonly image: Uint8Array; readonly count: number }> {
    const count = await this.#open.evaluate((start) => globalThis.hostile.draw(start), from);
    const rows = await this.#open.$('main');
    if (!rows) throw new Error('The page has lost its rows.');
    return { count, image: await rows.screenshot({ type: 'webp', quality: 50 }) };
  }

  get #open(): Page {
    if (!this.#page) throw new Error('The page has not been opened.');
    return this.#page;
  }

  get #launched(): Browser {
    if (!this.#browser) throw new Error('The browser has not been started.');
    return this.#browser;
  }

  #watch(page: Page): void {
    const sign = (what: string): void => void this.#signs.push(what);
    page.on('dialog', (dialog) => {
      sign(`opened a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => sign(`wrote to the console: ${message.text()}`));
    page.on('popup', () => sign('opened a window'));
    page.on('workercreated', () => sign('started a worker'));
    page.on('frameattached', () => sign('made a frame'));
    page.on('framenavigated', (frame) => sign(`went to ${frame.url()}`));
    page.on('request', (request) => {
      const { origin, pathname, protocol } = new URL(request.url());
      if (protocol !== 'data:' && !(origin === this.#url && OWN_PATHS.has(pathname)))
        sign(`asked for ${request.url()}`);
    });
  }
}
