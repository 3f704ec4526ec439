import type { Page } from 'puppeteer-core';
import { launch } from './browser.js';
import type { DeskResult } from './results.js';

const SESSIONS = 20;
const PER_SECOND = 200;
/** A quick typist's letters are so far apart (milliseconds). */
const KEY_EVERY = 120;
const LETTERS = 'thank you for waiting I look into it now ';

/** Types at a desk with many open sessions, first while nothing comes and then in a flood of messages. */
export async function runDesk(url: string, round: number, seconds: number): Promise<DeskResult> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await page.goto(`${url}/desk`);
    await page.waitForFunction(() => 'deskBench' in globalThis);
    await page.evaluate((sessions) => globalThis.deskBench.open(sessions), SESSIONS);
    await type(page, 1);
    await takeLatencies(page);
    await type(page, seconds);
    const idle = await takeLatencies(page);
    await page.evaluate(
      (...flood) => {
        globalThis.deskBench.flood(...flood);
      },
      SESSIONS,
      PER_SECOND,
    );
    await type(page, seconds);
    const messages = await page.evaluate(() => globalThis.deskBench.ebb());
    return { round, idle, busy: await takeLatencies(page), messages };
  } finally {
    await browser.close();
  }
}

async function type(page: Page, seconds: number): Promise<void> {
  const until = Date.now() + seconds * 1000;
  for (let index = 0; Date.now() < until; index++) {
    const due = Date.now() + KEY_EVERY;
    await page.keyboard.press(
      LETTERS[index % LETTERS.length] === ' ' ? 'Space' : (LETTERS[index % LETTERS.length] as 'a'),
    );
    await new Promise((resolve) => setTimeout(resolve, due - Date.now()));
  }
}

async function takeLatencies(page: Page): Promise<readonly number[]> {
  return page.evaluate(() => globalThis.deskBench.takeLatencies());
}
