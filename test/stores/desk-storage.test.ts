import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { SimulatedClock } from 'xstate';
import { DeskStorage, DraftStore, OutboxStore, Tabs, uuidV7, type OutboxRow } from 'wa-desk/stores';
import { TabHub } from '../support/tab-hub.js';
import { settle, until } from '../support/until.js';

const row = (messageId: string, rest: Partial<OutboxRow> = {}): OutboxRow => ({
  messageId,
  sessionId: 's1',
  agentId: 'jonas',
  contact: { id: 'mara', name: 'Mara Lindqvist' },
  command: { type: 'message.send', id: messageId, sessionId: 's1', content: { kind: 'text', body: messageId } },
  createdAt: 1000,
  state: 'queued',
  attempts: 0,
  ...rest,
});

async function opened(indexedDB: IDBFactory | undefined = new IDBFactory(), agentId = 'jonas') {
  const losses: unknown[] = [];
  const clock = new SimulatedClock();
  const storage = await DeskStorage.open({ agentId, clock, indexedDB, onLoss: (cause) => losses.push(cause) });
  return { storage, losses, clock };
}

function outboxOf(storage: DeskStorage, now = () => 2000, hub = new TabHub()) {
  const clock = new SimulatedClock();
  return new OutboxStore(storage, new Tabs({ agentId: 'jonas', clock, openChannel: (name) => hub.open(name) }), now);
}

const ids = async (outbox: OutboxStore, sessionId = 's1') =>
  (await outbox.load(sessionId)).map((each) => each.messageId);

for (const [place, factory] of [
  ['IndexedDB', () => new IDBFactory()],
  ['memory', () => undefined],
] as const) {
  describe(`an outbox in ${place}`, () => {
    it('gives the rows of a session in the order in which they were added', async () => {
      const outbox = outboxOf((await opened(factory())).storage);
      for (const id of ['c', 'a', 'b']) await outbox.add(row(id));
      await outbox.add(row('x', { sessionId: 's2' }));
      assert.deepEqual(await ids(outbox), ['c', 'a', 'b']);
      assert.deepEqual(await ids(outbox, 's2'), ['x']);
    });

    it('answers the row that is there when an id is added twice', async () => {
      const outbox = outboxOf((await opened(factory())).storage);
      assert.equal(await outbox.add(row('a')), undefined);
      assert.equal((await outbox.add(row('a', { createdAt: 9 })))?.createdAt, 1000);
      assert.deepEqual(await ids(outbox), ['a']);
    });

    it('writes a new state in the old place', async () => {
      const outbox = outboxOf((await opened(factory())).storage);
      for (const id of ['a', 'b']) await outbox.add(row(id));
      assert.equal(await outbox.save(row('a', { state: 'sending', attempts: 1 })), true);
      const [first] = await outbox.load('s1');
      assert.deepEqual([first?.messageId, first?.state, first?.attempts], ['a', 'sending', 1]);
    });

    it('does not let a cancelled row be sent, and forgets it after a day', async () => {
      let now = 2000;
      const outbox = outboxOf((await opened(factory())).storage, () => now);
      await outbox.add(row('a'));
      await outbox.cancel(row('a'));
      assert.equal(await outbox.save(row('a', { state: 'sending' })), false);
      assert.equal((await outbox.load('s1'))[0]?.state, 'cancelled');
      now += 24 * 3_600_000;
      assert.deepEqual(await ids(outbox), []);
      assert.equal(await outbox.add(row('a')), undefined);
    });

    it('keeps a row that it has lost when it is saved again', async () => {
      const outbox = outboxOf((await opened(factory())).storage);
      await outbox.save(row('a', { state: 'sending' }));
      assert.deepEqual(await ids(outbox), ['a']);
      await outbox.remove('a');
      assert.deepEqual(await ids(outbox), []);
    });

    it('takes the draft away together with adding its message', async () => {
      const { storage } = await opened(factory());
      const outbox = outboxOf(storage);
      await storage.saveDraft({ sessionId: 's1', id: 'a', text: 'hello' });
      await outbox.add(row('b'));
      assert.equal((await storage.draftOf('s1'))?.id, 'a');
      await outbox.add(row('a'));
      assert.equal(await storage.draftOf('s1'), undefined);
    });
  });
}

describe('the storage of a desk', () => {
  it('survives a reload, for the same agent only', async () => {
    const factory = new IDBFactory();
    const before = await opened(factory);
    await before.storage.addRow(row('a'));
    await before.storage.saveDraft({ sessionId: 's1', id: 'd', text: 'half' });
    before.storage.close();
    const after = await opened(factory);
    assert.equal((await after.storage.rowsOf('s1')).length, 1);
    assert.equal((await after.storage.draftOf('s1'))?.text, 'half');
    const other = await opened(factory, 'priya');
    assert.deepEqual(await other.storage.rowsOf('s1'), []);
  });

  it('asks the disk to have it before a message counts as kept', async () => {
    const factory = new IDBFactory();
    const { storage } = await opened(factory);
    const durabilities: unknown[] = [];
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      if (mode === 'readwrite') durabilities.push(options?.durability);
      return transaction.call(this, names, mode, options);
    };
    try {
      await storage.addRow(row('a'));
      await storage.saveRow(row('a'));
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    assert.deepEqual(durabilities, ['strict', 'strict']);
  });

  it('goes on in memory and says so once when a write is refused', async () => {
    const { storage, losses } = await opened();
    await storage.addRow(row('kept'));
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    try {
      await storage.addRow(row('b'));
      await storage.saveDraft({ sessionId: 's1', id: 'd', text: 'half' });
      assert.deepEqual(
        (await storage.rowsOf('s1')).map(({ messageId }) => messageId),
        ['b'],
      );
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    assert.equal(losses.length, 1);
    assert.equal(storage.isDurable, false);
    assert.deepEqual(
      (await storage.rowsOf('s1')).map(({ messageId }) => messageId),
      ['kept', 'b'],
    );
    assert.equal((await storage.draftOf('s1'))?.text, 'half');
    await storage.saveRow(row('b', { state: 'sending' }));
    assert.deepEqual(
      (await storage.rowsOf('s1')).map(({ state }) => state),
      ['queued', 'sending'],
    );
    await storage.removeRow('b');
    await storage.removeDraft('s1', 'd');
    assert.equal((await storage.rowsOf('s1')).length, 1);
    assert.equal(await storage.draftOf('s1'), undefined);
  });

  it('goes on in memory when the database cannot be opened', async () => {
    const newer = new IDBFactory();
    await new Promise((resolve) => {
      newer.open('wa-desk:jonas', 99).onsuccess = resolve;
    });
    const { storage, losses } = await opened(newer);
    assert.equal(storage.isDurable, false);
    assert.equal(losses.length, 1);
    await storage.addRow(row('a'));
    assert.equal((await storage.rowsOf('s1')).length, 1);
  });

  it('goes on in memory when the database does not answer for five seconds', async () => {
    const clock = new SimulatedClock();
    const silent = { open: () => ({}) } as unknown as IDBFactory;
    const losses: unknown[] = [];
    const opening = DeskStorage.open({ agentId: 'x', clock, indexedDB: silent, onLoss: (cause) => losses.push(cause) });
    clock.increment(4999);
    await settle();
    assert.equal(losses.length, 0);
    clock.increment(1);
    assert.equal((await opening).isDurable, false);
  });

  it('lets go of the database when a newer version wants it', async () => {
    const factory = new IDBFactory();
    const { storage, losses } = await opened(factory);
    let isOpen = false;
    factory.open('wa-desk:jonas', 2).onsuccess = () => (isOpen = true);
    await until(() => isOpen);
    await storage.addRow(row('a'));
    assert.equal(losses.length, 1);
  });
});

describe('drafts', () => {
  it('are written one at a time, the newest text next', async () => {
    const { storage } = await opened();
    const written: string[] = [];
    const { saveDraft } = storage;
    storage.saveDraft = (draft) => {
      written.push(draft.text);
      return saveDraft.call(storage, draft);
    };
    const drafts = new DraftStore(storage);
    for (const text of ['h', 'he', 'hel', 'hell', 'hello']) drafts.save({ sessionId: 's1', id: 'd', text });
    await drafts.flush();
    assert.deepEqual(written, ['h', 'hello']);
    assert.equal((await drafts.load('s1'))?.text, 'hello');
    drafts.save({ sessionId: 's1', id: 'd', text: 'hello!' });
    drafts.remove('s1', 'of-another-tab');
    await drafts.flush();
    assert.equal((await drafts.load('s1'))?.text, 'hello!');
    drafts.remove('s1', 'd');
    await drafts.flush();
    assert.equal(await drafts.load('s1'), undefined);
  });
});

describe('ids', () => {
  it('are UUIDs of version 7 that sort by the time they were made', () => {
    let now = 0x0192_f3c1_a2b4;
    const next = uuidV7(() => now);
    const first = next();
    now += 1;
    const second = next();
    assert.match(first, /^0192f3c1-a2b4-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.ok(first < second);
    assert.notEqual(next(), next());
  });
});
