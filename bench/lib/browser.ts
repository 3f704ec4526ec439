import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../tools/browsers.mjs';

/** Longest that one call into a page may take (milliseconds). */
const CALL_LIMIT = 120_000;
const VIEWPORT = { width: 1280, height: 800 };

/** Starts a browser of its own, with nothing in its memory from before. */
export async function launch(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === undefined)
    throw new Error('There is no Chromium. Install it, or set CHROME_PATH to its executable.');
  return puppeteer.launch({
    executablePath,
    args: [...CHROMIUM_ARGUMENTS],
    protocolTimeout: CALL_LIMIT,
    defaultViewport: VIEWPORT,
  });
}

/** Counters of a page at one moment, by the browser's own measure. */
export interface Counters {
  /** Main-thread time since the start (milliseconds). */
  readonly task: number;
  /** Live bytes on the JavaScript heap. */
  readonly heap: number;
  readonly nodes: number;
}

/** Reads a page's counters through the DevTools protocol. */
export class Probe {
  readonly #session: CDPSession;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<Probe> {
    const session = await page.createCDPSession();
    await session.send('Performance.enable', { timeDomain: 'timeTicks' });
    await session.send('HeapProfiler.enable');
    return new Probe(session);
  }

  async counters(): Promise<Counters> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? NaN;
    return { task: of('TaskDuration') * 1000, heap: of('JSHeapUsedSize'), nodes: of('Nodes') };
  }

  /** The counters after everything that can go has gone. */
  async settledCounters(): Promise<Counters> {
    for (let pass = 0; pass < 3; pass++) {
      await this.#session.send('HeapProfiler.collectGarbage');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.counters();
  }
}
