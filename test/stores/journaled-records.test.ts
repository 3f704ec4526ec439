import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { SimulatedClock } from 'xstate';
import {
  DeskStorage,
  DraftStore,
  JournaledRecords,
  LastWords,
  MemoryRecords,
  type DeskRecords,
  type OutboxRow,
} from 'wa-desk/stores';

const row = (messageId: string, rest: Partial<OutboxRow> = {}): OutboxRow => ({
  messageId,
  sessionId: 's1',
  agentId: 'jonas',
  contact: { id: 'mara' },
  command: { type: 'message.send', id: messageId, sessionId: 's1', content: { kind: 'text', body: messageId } },
  createdAt: 1000,
  state: 'queued',
  attempts: 0,
  ...rest,
});

const draft = (id: string, text: string) => ({ sessionId: 's1', id, text });

/** Storage that answers at once, as `localStorage` does. */
class Device {
  readonly kept = new Map<string, string>();
  isFull = false;

  get length(): number {
    return this.kept.size;
  }
  key(index: number): string | null {
    return [...this.kept.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.kept.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
    this.kept.set(key, value);
  }
  removeItem(key: string): void {
    this.kept.delete(key);
  }
}

/** One browser of Jonas's, in which pages come and go. */
function browser() {
  const device = new Device();
  const indexedDB = new IDBFactory();
  const clock = new SimulatedClock();
  let pages = 0;
  const wordsOf = (agentId: string) => new LastWords(agentId, `page-${String(++pages)}`, device);
  const opened = () => DeskStorage.open({ agentId: 'jonas', clock, indexedDB, onLoss: assert.ifError });
  return {
    device,
    open: () => new JournaledRecords(opened(), wordsOf('jonas')),
    /** A page whose database does not open before the page goes. */
    openBriefly: (agentId = 'jonas') =>
      new JournaledRecords(new Promise<DeskRecords>(() => undefined), wordsOf(agentId)),
  };
}

const ids = async (records: DeskRecords) => (await records.allRows()).map(({ messageId }) => messageId);

describe('records with a journal', () => {
  it('do in the next page, in order, what was under way when the page went', async () => {
    const { open, openBriefly, device } = browser();
    const page = openBriefly();
    void page.saveDraft(draft('b', 'second'));
    void page.addRow(row('a'));
    void page.addRow(row('c'));
    void page.saveRow(row('c', { state: 'cancelled' }));
    void page.addRow(row('d'));
    void page.removeRow('d');
    page.writeDown();
    const next = open();
    assert.deepEqual(await ids(next), ['a', 'c']);
    assert.equal((await next.rowsOf('s1'))[1]?.state, 'cancelled');
    assert.equal((await next.draftOf('s1'))?.text, 'second');
    assert.equal(device.kept.size, 0);
    const left = openBriefly();
    void left.removeDraft('s1', 'b');
    left.writeDown();
    assert.equal(await open().draftOf('s1'), undefined);
  });

  it('have either the draft or its message, never both', async () => {
    const { open, openBriefly } = browser();
    const page = openBriefly();
    const drafts = new DraftStore(page);
    for (const text of ['h', 'he', 'hello']) drafts.save(draft('a', text));
    void page.addRow(row('a'));
    drafts.remove('s1', 'a');
    drafts.hurry();
    page.writeDown();
    const next = open();
    assert.deepEqual(await ids(next), ['a']);
    assert.equal(await next.draftOf('s1'), undefined);
  });

  it('keep the newest text, which waited for an older one to be written', async () => {
    const { open, openBriefly } = browser();
    const page = openBriefly();
    const drafts = new DraftStore(page);
    for (const text of ['h', 'he', 'hello']) drafts.save(draft('a', text));
    drafts.hurry();
    page.writeDown();
    assert.equal((await open().draftOf('s1'))?.text, 'hello');
  });

  it('change nothing when the page had only been hidden, and what was under way came to its end', async () => {
    const { open, device } = browser();
    const page = open();
    const added = page.addRow(row('a'));
    page.writeDown();
    assert.equal(device.kept.size, 1);
    await added;
    assert.equal(device.kept.size, 0);
    page.writeDown();
    assert.equal(device.kept.size, 0);
  });

  it('are told apart by agent and by page', async () => {
    const { open, openBriefly, device } = browser();
    for (const page of [openBriefly(), openBriefly(), openBriefly('priya')]) {
      void page.addRow(row(`of-${String(device.kept.size)}`));
      page.writeDown();
    }
    assert.deepEqual(await ids(open()), ['of-0', 'of-1']);
    assert.equal(device.kept.size, 1);
  });

  it('do without a journal that is missing, full or damaged', async () => {
    const { open, openBriefly, device } = browser();
    device.isFull = true;
    const page = openBriefly();
    void page.addRow(row('a'));
    page.writeDown();
    device.kept.set('wa-desk:jonas:last-words:old', '{"half');
    assert.deepEqual(await ids(open()), []);
    const bare = new JournaledRecords(Promise.resolve(new MemoryRecords()), new LastWords('jonas', 'x', undefined));
    const added = bare.addRow(row('a'));
    bare.writeDown();
    await added;
    assert.deepEqual(await ids(bare), ['a']);
  });
});
