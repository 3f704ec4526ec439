import puppeteer, { TimeoutError, type Browser, type Page } from 'puppeteer-core';
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../../tools/browsers.mjs';

/** The parts of the page, by the names that assistive technology reads out. */
export type Region = 'Phone' | 'Agent’s desk' | 'What crosses' | 'Offers' | 'Conversation' | 'Reply';

const PATIENCE_MS = 45_000;
const VIEWPORT = { width: 1440, height: 900 };

/** Somebody in front of the page: finds things by role and name, and reads what is to be read. */
export class Visitor {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #faults: string[] = [];

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
    page.on('pageerror', (error) => this.#faults.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error' && !isOutage(message.text())) this.#faults.push(message.text());
    });
  }

  static async open(url: string): Promise<Visitor> {
    const executablePath = chromiumPath();
    if (executablePath === undefined)
      throw new Error('There is no Chromium. Install it, or set CHROME_PATH to its executable.');
    const browser = await puppeteer.launch({
      executablePath,
      args: [...CHROMIUM_ARGUMENTS, '--lang=en-GB'],
      defaultViewport: VIEWPORT,
    });
    const visitor = new Visitor(browser, await browser.newPage());
    visitor.page.setDefaultTimeout(PATIENCE_MS);
    await visitor.page.goto(url);
    return visitor;
  }

  /** Errors of the page and breaches of its policy so far; connections that fail while a process is down are none. */
  get faults(): readonly string[] {
    return this.#faults;
  }

  async click(name: string, role = 'button'): Promise<void> {
    await this.#locate(name, role).click();
  }

  /** Puts the caret into a field and types. */
  async type(field: string, text: string): Promise<void> {
    await this.#locate(field, 'textbox').click();
    await this.page.keyboard.type(text);
  }

  async press(key: 'Enter' | 'Tab'): Promise<void> {
    await this.page.keyboard.press(key);
  }

  /** Types into the field that has the focus. */
  async typeOn(text: string): Promise<void> {
    await this.page.keyboard.type(text);
  }

  async choose(field: string, option: string): Promise<void> {
    await this.#locate(field, 'combobox').fill(option);
  }

  /** Waits until something of that role and name is there. */
  async finds(name: string, role: string): Promise<void> {
    await this.page.waitForSelector(selectorOf(name, role), { timeout: PATIENCE_MS });
  }

  /** Waits until `text` can be read in a region, `times` times. */
  async reads(region: Region, text: string, times = 1): Promise<void> {
    await this.#until(
      `"${text}" ${times} time(s) in ${region}`,
      async () => {
        return (await this.textOf(region)).split(text).length - 1 === times;
      },
      () => this.textOf(region),
    );
  }

  /** Waits until the conversation holds a message whose accessible name has `words`, and the state or one of the states. */
  async hears(words: string, state: string | readonly string[] = ''): Promise<void> {
    const states = typeof state === 'string' ? [state] : state;
    await this.#until(
      `a message with "${words}" and ${states.join(' or ')}`,
      async () =>
        (await this.messages()).some((name) => name.includes(words) && states.some((one) => name.includes(one))),
      async () => (await this.messages()).join('\n'),
    );
  }

  /** Waits until so many pictures of a region have been loaded. */
  async seesPictures(region: Region, count: number): Promise<void> {
    const loaded = async (): Promise<number> => (await this.#read(region)).pictures;
    await this.#until(
      `${count} picture(s) in ${region}`,
      async () => (await loaded()) === count,
      async () => String(await loaded()),
    );
  }

  /** The accessible names of the messages in the conversation, in order. */
  messages(): Promise<string[]> {
    return this.page.evaluate(() => {
      const names: string[] = [];
      const roots: ParentNode[] = [document];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.role === 'listitem' && element.ariaLabel !== null) names.push(element.ariaLabel);
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      }
      return names;
    });
  }

  /** All text of a region as it is drawn, with blanks run together; empty while there is no such region. */
  async textOf(region: Region): Promise<string> {
    return (await this.#read(region)).text;
  }

  #read(region: Region): Promise<{ text: string; pictures: number }> {
    return this.page.evaluate((label) => {
      const roots: ParentNode[] = [document];
      const open: Node[] = [];
      for (const root of roots) {
        for (const element of root.querySelectorAll('*')) {
          if (element.ariaLabel === label) open.push(element);
          if (element.shadowRoot) roots.push(element.shadowRoot);
        }
      }
      let text = '';
      let pictures = 0;
      for (let node = open.pop(); node; node = open.pop()) {
        if (node instanceof Text) text += node.data;
        if (node instanceof HTMLImageElement && node.complete && node.naturalWidth > 0) pictures += 1;
        const root = (node instanceof Element && node.shadowRoot) || node;
        const children = root instanceof HTMLSlotElement ? root.assignedNodes({ flatten: true }) : [...root.childNodes];
        open.push(...children.reverse());
      }
      return { text: text.replace(/\s+/g, ' '), pictures };
    }, region);
  }

  async close(): Promise<void> {
    await this.#browser.close();
  }

  #locate(name: string, role: string) {
    return this.page.locator(selectorOf(name, role)).setTimeout(PATIENCE_MS);
  }

  async #until(what: string, isSo: () => Promise<boolean>, instead: () => Promise<string>): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    while (!(await isSo())) {
      if (Date.now() > end) throw new TimeoutError(`There is not ${what}. There is:\n${await instead()}`);
      await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  }
}

function selectorOf(name: string, role: string): string {
  return `::-p-aria([name="${name}"][role="${role}"])`;
}

/** What the browser itself writes when a connection fails. */
function isOutage(text: string): boolean {
  return /ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|WebSocket connection to/.test(text);
}
