import { expect, waitUntil } from '@open-wc/testing';
import type { DeskHandle, SessionHandle } from '../../../src/desk/handles.js';
import type {} from '../../support/desk-page.js';

const PAGE = new URL('../../support/desk-page.html', import.meta.url).href;

const PATIENCE = { timeout: 30_000 };

/** A page with a desk, in a frame, so that a test can reload and close it. */
class DeskPage {
  readonly #frame = document.createElement('iframe');

  static async open(): Promise<DeskPage> {
    const page = new DeskPage();
    page.#frame.src = PAGE;
    document.body.append(page.#frame);
    await page.#isThere();
    return page;
  }

  get session(): SessionHandle {
    return this.#desk.snapshot.sessions[0]!;
  }

  /** What the agent finds of a text: in the composer, or on its way. */
  get found(): readonly string[] {
    const { draft, snapshot, transcript } = this.session;
    const waiting = snapshot.outbox.map(({ messageId }) => transcript.get(messageId)?.content);
    const bodies = waiting.map((content) => `sent: ${content?.kind === 'text' ? content.body : ''}`);
    return draft.snapshot.text === '' ? bodies : [...bodies, `draft: ${draft.snapshot.text}`];
  }

  async reload(): Promise<void> {
    const { desk } = this.#window;
    this.#window.location.reload();
    await waitUntil(() => this.#window.desk !== desk, 'the page goes', PATIENCE);
    await this.#isThere();
  }

  close(): void {
    this.#frame.remove();
  }
  #desk!: DeskHandle;

  get #window(): Window {
    return this.#frame.contentWindow!;
  }

  async #isThere(): Promise<void> {
    await waitUntil(() => this.#window.desk !== undefined, 'the page is loaded', PATIENCE);
    this.#desk = await this.#window.desk!;
  }
}

/** Types as fast as no hand can. */
function type({ draft }: SessionHandle, text: string): void {
  for (let end = 1; end <= text.length; end++) draft.set({ ...draft.snapshot, text: text.slice(0, end) });
}

function enter(session: SessionHandle): void {
  const { id, text } = session.draft.snapshot;
  void session.send({ kind: 'text', body: text }, { id });
}

describe('leaving a page', function () {
  // A page loads all modules one by one, and each test two pages.
  this.timeout(60_000);

  for (const [how, leave] of [
    ['reloaded', async (page: DeskPage) => page.reload().then(() => page)],
    ['closed', async (page: DeskPage) => (page.close(), DeskPage.open())],
  ] as const) {
    it(`keeps a message that was sent in the instant before the page is ${how}`, async () => {
      const page = await DeskPage.open();
      const text = `${how} at ${String(Date.now())}`;
      type(page.session, text);
      enter(page.session);
      const after = await leave(page);
      await waitUntil(() => after.found.some((one) => one.includes(text)), 'the text', PATIENCE);
      expect(after.found.filter((one) => one.includes(text))).to.have.length(1);
      after.close();
    });

    it(`keeps what was typed in the instant before the page is ${how}`, async () => {
      const page = await DeskPage.open();
      const text = `${how} at ${String(Date.now())}`;
      type(page.session, text);
      const after = await leave(page);
      await waitUntil(() => after.found.includes(`draft: ${text}`), 'the text', PATIENCE);
      after.session.draft.clear();
      after.close();
    });
  }
});
