import type { Browser, Page } from 'puppeteer-core';
import type { TranscriptBench } from '../page/transcript-bench.js';
import { launch, Probe, type Counters } from './browser.js';
import type { FigureName } from './figures.js';
import type { Metric } from './options.js';
import type { Job } from './results.js';
import type { Turn } from './schedule.js';

const APPENDS = 50;
const BURST = { total: 1000, perFrame: 10 };
const PREPENDED = 50;
const BELOW = 200;
const CYCLES = { warm: 20, measured: 20 };
/** How many messages are attached and taken away again. */
const CYCLE_MESSAGES = 1000;

type Figures = Partial<Record<FigureName, number>>;
type Call = keyof {
  [K in keyof TranscriptBench as TranscriptBench[K] extends (...args: never[]) => unknown ? K : never]: K;
};

/** One contestant with N messages in a browser of its own. */
class Subject {
  readonly figures: Figures = {};
  readonly failures: string[] = [];
  readonly #page: Page;
  readonly #probe: Probe;
  #empty: Counters | undefined;
  #array = 0;

  private constructor(page: Page, probe: Probe) {
    this.#page = page;
    this.#probe = probe;
  }

  static async in(browser: Browser, url: string, contestant: string): Promise<Subject> {
    const page = await browser.newPage();
    await page.goto(`${url}/transcript`);
    await page.waitForFunction(() => 'transcriptBench' in globalThis);
    const subject = new Subject(page, await Probe.of(page));
    page.on('pageerror', (error) => subject.failures.push(error instanceof Error ? error.message : String(error)));
    await subject.#call('load', contestant);
    await subject.#call('warmFonts');
    return subject;
  }

  /** Makes the messages and fills the store. */
  async prepare(n: number): Promise<void> {
    this.#empty = await this.#probe.settledCounters();
    await this.#call('make', n);
    const made = await this.#probe.settledCounters();
    this.#array = made.heap - this.#empty.heap;
    const fill = await this.#call('fill');
    if (fill !== undefined) this.figures.fill = fill;
  }

  async open(): Promise<void> {
    const filled = await this.#probe.counters();
    this.figures.openPaint = await this.#call('open');
    this.figures.openTask = (await this.#probe.counters()).task - filled.task;
  }

  async heap(): Promise<void> {
    const opened = await this.#probe.settledCounters();
    const added = opened.heap - (this.#empty?.heap ?? NaN) - this.#array;
    this.figures.heapAdded = added / 1e6;
    this.figures.heapShare = added / this.#array;
  }

  async append(): Promise<void> {
    const { time, inNextFrame } = await this.#call('appendPainted', APPENDS);
    this.figures.appendPaint = time;
    this.figures.appendNextFrame = inNextFrame;
    const idle = await this.#taskTime('idle');
    this.figures.appendTask = ((await this.#taskTime('appendBlindly')) - idle) / APPENDS;
  }

  async burst(): Promise<void> {
    const { longTasks, droppedFrames, lostBottom } = await this.#call('burst', BURST.total, BURST.perFrame);
    Object.assign(this.figures, { burstLongTasks: longTasks, burstDropped: droppedFrames, burstLost: lostBottom });
  }

  async prepend(): Promise<void> {
    this.figures.prependTop = await this.#call('prepend', PREPENDED, 0);
    this.figures.prependBelow = await this.#call('prepend', PREPENDED, BELOW);
  }

  async cycles(): Promise<void> {
    await this.#call('make', CYCLE_MESSAGES);
    await this.#call('fill');
    await this.#call('cycle', CYCLES.warm);
    const before = await this.#probe.settledCounters();
    await this.#call('cycle', CYCLES.measured);
    const after = await this.#probe.settledCounters();
    this.figures.cycleHeap = (after.heap - before.heap) / 1000;
    this.figures.cycleNodes = after.nodes - before.nodes;
  }

  /** Takes what it could not do as a finding. */
  async attempt(task: () => Promise<void>): Promise<boolean> {
    try {
      await task();
      return true;
    } catch (failure) {
      this.failures.push((failure as Error).message.split('\n')[0] ?? '');
      return false;
    }
  }

  /** The main-thread time of so many frames. */
  async #taskTime(name: 'idle' | 'appendBlindly'): Promise<number> {
    const before = await this.#probe.counters();
    await this.#call(name, APPENDS);
    return (await this.#probe.counters()).task - before.task;
  }

  #call<K extends Call>(
    name: K,
    ...args: Parameters<TranscriptBench[K]>
  ): Promise<Awaited<ReturnType<TranscriptBench[K]>>> {
    const run = (method: Call, values: unknown[]): unknown => {
      const bench = globalThis.transcriptBench as unknown as Record<Call, (...values: unknown[]) => unknown>;
      return bench[method](...values);
    };
    return this.#page.evaluate(run, name, args) as Promise<Awaited<ReturnType<TranscriptBench[K]>>>;
  }
}

async function inOwnBrowser(
  url: string,
  contestant: string,
  task: (subject: Subject) => Promise<void>,
): Promise<Pick<Job, 'figures' | 'failures'>> {
  const browser = await launch();
  try {
    const subject = await Subject.in(browser, url, contestant);
    await task(subject);
    return { figures: subject.figures, failures: subject.failures };
  } finally {
    await browser.close();
  }
}

/** Measures one contestant at one N: opening always, the rest as wanted. */
export async function runTurn(url: string, turn: Turn, metrics: ReadonlySet<Metric>): Promise<Job> {
  const measured = await inOwnBrowser(url, turn.contestant, async (subject) => {
    await subject.prepare(turn.n);
    if (!(await subject.attempt(() => subject.open()))) return;
    for (const metric of ['heap', 'append', 'burst', 'prepend'] as const)
      if (metrics.has(metric)) await subject.attempt(() => subject[metric]());
  });
  return { ...turn, ...measured };
}

/** Attaches a contestant and takes it away again, many times. */
export async function runCycles(url: string, turn: Omit<Turn, 'n'>): Promise<Job> {
  const measured = await inOwnBrowser(url, turn.contestant, async (subject) => {
    await subject.attempt(() => subject.cycles());
  });
  return { ...turn, n: CYCLE_MESSAGES, ...measured };
}
