import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../browsers.mjs';
import type { AgentInPage, Arrived, Look, Wanted } from './agent-page.js';

declare global {
  var agent: AgentInPage;
}

const READY_MS = 30_000;

/** The agent's page in a real browser. */
export class AgentBrowser {
  readonly #faults: string[] = [];
  #browser: Browser | undefined;
  #page: Page | undefined;

  /** What the page itself complained of since the last time one asked: errors, and breaches of its policy. */
  takeFaults(): readonly string[] {
    return this.#faults.splice(0);
  }

  async start(url: string): Promise<void> {
    const executablePath = chromiumPath();
    if (executablePath === undefined)
      throw new Error('There is no Chromium. Install it, or set CHROME_PATH to its executable.');
    this.#browser = await puppeteer.launch({ executablePath, args: [...CHROMIUM_ARGUMENTS] });
    const page = await this.#browser.newPage();
    this.#page = page;
    await page.setViewport({ width: 1280, height: 900 });
    page.on('pageerror', (error) => this.#faults.push(`page error: ${String(error)}`));
    page.on('console', (message) => {
      if (/Content Security Policy|TrustedHTML/.test(message.text()))
        this.#faults.push(`policy breached: ${message.text()}`);
    });
    await page.goto(url);
    await page.waitForFunction(() => 'agent' in globalThis, { timeout: READY_MS });
    if (!(await page.evaluate(() => globalThis.agent.ready())))
      throw new Error('The agent could not get ready at the gateway.');
  }

  arrived(wanted: Wanted, patience: number): Promise<Arrived | undefined> {
    return this.#here.evaluate((...args) => globalThis.agent.arrived(...args), wanted, patience);
  }

  settled(wanted: Wanted, what: 'media' | 'delivery', status: string, patience: number): Promise<Arrived | undefined> {
    return this.#here.evaluate((...args) => globalThis.agent.settled(...args), wanted, what, status, patience);
  }

  send(sessionId: string, body: string): Promise<string> {
    return this.#here.evaluate((...args) => globalThis.agent.send(...args), sessionId, body);
  }

  marketing(channelId: string, allowed: boolean, patience: number): Promise<boolean> {
    return this.#here.evaluate((...args) => globalThis.agent.marketing(...args), channelId, allowed, patience);
  }

  look(arrived: Arrived, patience: number): Promise<Look | undefined> {
    return this.#here.evaluate((...args) => globalThis.agent.look(...args), arrived, patience);
  }

  endAll(channelId: string): Promise<void> {
    return this.#here.evaluate((...args) => globalThis.agent.endAll(...args), channelId);
  }

  /** A picture (PNG) of a message that is on the screen. */
  async picture(messageId: string): Promise<Uint8Array | undefined> {
    const handle = await this.#here.evaluateHandle((id) => globalThis.agent.row(id), messageId);
    const element = handle.asElement();
    return element ? await (element as NonNullable<Awaited<ReturnType<Page['$']>>>).screenshot() : undefined;
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
  }

  get #here(): Page {
    if (!this.#page) throw new Error('The browser has not been started.');
    return this.#page;
  }
}
