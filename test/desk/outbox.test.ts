import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import type { Content } from 'wa-desk/domain';
import { DeskStorage, DraftStore } from 'wa-desk/stores';
import { bench, nextId, online, startOfTime, type Bench } from '../support/desk-bench.js';
import { contactMessage, MemoryBackend, NOW, session } from '../support/memory-backend.js';
import { HeldLocks, TabHub } from '../support/tab-hub.js';
import { settle, until } from '../support/until.js';

const MINUTE = 60_000;
const text = (body: string): Content => ({ kind: 'text', body });

function shown({ session: handle }: Bench): string[] {
  const { transcript } = handle();
  return Array.from({ length: transcript.size }, (_, index) => {
    const { content, delivery } = transcript.at(index)!;
    return `${content.kind === 'text' ? content.body : content.kind} ${delivery?.status ?? ''}`.trim();
  });
}

const states = ({ session: handle }: Bench) => handle().snapshot.outbox.map(({ state }) => state);

const sentIds = ({ backend }: Bench) => backend.sent('message.send').map(({ id }) => id);

async function withSession(options: Parameters<typeof bench>[0] = {}): Promise<Bench> {
  const made = bench(options);
  if (!options.backend) made.backend.putSession(session());
  await online(made);
  return made;
}

/** A desk over an IndexedDB that outlives it. */
function reloadable() {
  const clock = startOfTime();
  const backend = new MemoryBackend(clock);
  backend.putSession(session());
  const storage = { indexedDB: new IDBFactory() };
  const open = (more: Parameters<typeof bench>[0] = {}) => withSession({ clock, backend, storage, ...more });
  return { clock, backend, storage, open };
}

describe('the outbox of a session', () => {
  it('shows a message at once and sends it under its own id', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    const { id } = made.session().draft.snapshot;
    const sent = made.session().send(text('hello'), { id });
    assert.deepEqual(shown(made), ['hello queued']);
    assert.equal(await sent, id);
    await until(() => made.backend.asked.length === 1);
    assert.deepEqual(shown(made), ['hello sending']);
    assert.deepEqual(states(made), ['sending']);
    assert.equal(made.backend.asked[0]?.command.id, id);
    made.backend.accept(made.backend.asked[0].command as never);
    assert.deepEqual(shown(made), ['hello queued']);
    assert.deepEqual(states(made), []);
    assert.equal(made.session().transcript.get(id)?.seq, 1);
  });

  it('takes the draft with it, whose id is the id of the message', async () => {
    const made = await withSession();
    const handle = made.session();
    handle.draft.set({ ...handle.draft.snapshot, text: 'hello' });
    const { id } = handle.draft.snapshot;
    await handle.send(text('hello'), { id });
    assert.equal(handle.draft.snapshot.text, '');
    assert.notEqual(handle.draft.snapshot.id, id);
  });

  it('makes one message of a double Enter, and two of two texts under one id', async () => {
    const made = await withSession();
    const handle = made.session();
    const ids = await Promise.all([
      handle.send(text('one'), { id: 'x' }),
      handle.send(text('one'), { id: 'x' }),
      handle.send(text('two'), { id: 'x' }),
    ]);
    assert.deepEqual(ids.slice(0, 2), ['x', 'x']);
    await until(() => states(made).length === 0);
    assert.deepEqual(sentIds(made), ['x', ids[2]]);
    assert.deepEqual(shown(made), ['one queued', 'two queued']);
  });

  it('sends in order, one at a time', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    for (const body of ['a', 'b', 'c']) void made.session().send(text(body));
    for (const turn of [1, 2, 3]) {
      await until(() => made.backend.asked.length === turn);
      await settle();
      assert.equal(made.backend.asked.length, turn);
      made.backend.accept(made.backend.asked[turn - 1]!.command as never);
    }
    await until(() => states(made).length === 0);
    assert.deepEqual(shown(made), ['a queued', 'b queued', 'c queued']);
  });

  it('queues while there is no connection and sends when it is back', async () => {
    const made = await withSession();
    made.backend.link.cut();
    await made.session().send(text('later'));
    assert.deepEqual(shown(made), ['later queued']);
    assert.equal(sentIds(made).length, 0);
    made.clock.increment(250);
    await until(() => states(made).length === 0);
    assert.deepEqual(shown(made), ['later queued']);
    assert.equal(sentIds(made).length, 1);
  });

  it('sends the same id again when the connection broke and the log does not have it', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    await made.session().send(text('in doubt'));
    await until(() => made.backend.asked.length === 1);
    made.backend.link.cut();
    await until(() => states(made)[0] === 'unconfirmed');
    made.backend.holdsAnswers = false;
    made.clock.increment(250);
    await until(() => made.desk.snapshot.connection.state === 'online');
    await settle();
    made.clock.increment(1000);
    await until(() => states(made).length === 0);
    const [first, second] = sentIds(made);
    assert.equal(first, second);
    assert.deepEqual(shown(made), ['in doubt queued']);
  });

  it('does not send again what the log has', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    await made.session().send(text('taken'));
    await until(() => made.backend.asked.length === 1);
    made.backend.accept(made.backend.asked[0]!.command as never, { isLost: true });
    made.backend.link.cut();
    made.clock.increment(250);
    await until(() => states(made).length === 0);
    await settle();
    made.clock.increment(MINUTE);
    await settle();
    assert.equal(sentIds(made).length, 1);
    assert.deepEqual(shown(made), ['taken queued']);
  });

  it('asks the log when no answer comes within twenty seconds', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    await made.session().send(text('slow'));
    await until(() => made.backend.asked.length === 1);
    made.backend.accept(made.backend.asked[0]!.command as never, { isLost: true });
    made.clock.increment(20_000);
    await until(() => states(made).length === 0);
    assert.equal(made.backend.syncs.length, 1);
    assert.equal(sentIds(made).length, 1);
  });

  it('asks the log when the server has taken a message but its event does not come', async () => {
    const made = await withSession();
    made.backend.decide = () => ({ type: 'done', value: undefined });
    const { accept } = made.backend;
    made.backend.accept = (command) => accept.call(made.backend, command, { isLost: true });
    await made.session().send(text('silent'));
    await settle();
    assert.deepEqual(states(made), ['sending']);
    made.clock.increment(10_000);
    await until(() => states(made).length === 0);
    assert.equal(sentIds(made).length, 1);
  });

  it('tries a refusal that may pass again after as long as the server says', async () => {
    const made = await withSession();
    made.backend.decide = () => ({ type: 'refused', code: 'too-many-requests', retryable: true, retryAfterMs: 7000 });
    await made.session().send(text('busy'));
    await settle();
    assert.deepEqual(states(made), ['queued']);
    made.backend.decide = () => ({ type: 'done', value: undefined });
    made.clock.increment(6999);
    await settle();
    assert.equal(sentIds(made).length, 1);
    made.clock.increment(1);
    await until(() => states(made).length === 0);
    assert.equal(new Set(sentIds(made)).size, 1);
  });

  it('pauses the queue when the first message is refused, until the agent decides', async () => {
    const made = await withSession();
    made.backend.decide = () => ({ type: 'refused', code: 'invalid', message: 'no', retryable: false });
    const [first] = [await made.session().send(text('bad')), await made.session().send(text('behind'))];
    await until(() => states(made)[0] === 'refused');
    await settle();
    assert.deepEqual(states(made), ['refused', 'queued']);
    assert.deepEqual(shown(made), ['bad failed', 'behind queued']);
    assert.equal(made.session().snapshot.outbox[0]?.refusal?.code, 'invalid');
    assert.equal(sentIds(made).length, 1);
    made.backend.decide = () => ({ type: 'done', value: undefined });
    assert.equal(await made.session().resend(first), first);
    await until(() => states(made).length === 0);
    assert.deepEqual(shown(made), ['bad queued', 'behind queued']);
  });

  it('goes on with the next message when a refused one is taken out', async () => {
    const made = await withSession();
    made.backend.decide = () => ({ type: 'refused', code: 'invalid', retryable: false });
    const first = await made.session().send(text('bad'));
    await until(() => states(made)[0] === 'refused');
    made.backend.decide = () => ({ type: 'done', value: undefined });
    await made.session().cancel(first);
    await made.session().send(text('good'));
    await until(() => states(made).length === 0);
    assert.deepEqual(shown(made), ['good queued']);
  });

  it('gives a message a new id when its own belongs to another one', async () => {
    const made = await withSession();
    made.backend.decide = (command) =>
      command.id === 'x'
        ? { type: 'refused', code: 'id-reused', retryable: false }
        : { type: 'done', value: undefined };
    await made.session().send(text('mine'), { id: 'x' });
    await until(() => states(made)[0] === 'refused');
    const id = await made.session().resend('x');
    assert.notEqual(id, 'x');
    await until(() => states(made).length === 0);
    assert.deepEqual(shown(made), ['mine queued']);
  });

  it('does not take back what may have left', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    const id = await made.session().send(text('gone'));
    await until(() => made.backend.asked.length === 1);
    await assert.rejects(made.session().cancel(id), { code: 'not-allowed' });
    await assert.rejects(made.session().cancel('nobody'), { code: 'not-allowed' });
  });

  it('never sends by itself what is older than ten minutes, nor what was written after it', async () => {
    const made = await withSession();
    made.backend.link.cut();
    made.backend.refusesToOpen = new Error('down');
    const old = await made.session().send(text('old'));
    made.clock.increment(10 * MINUTE);
    await made.session().send(text('young'));
    made.clock.increment(1);
    made.backend.refusesToOpen = undefined;
    made.desk.reconnect();
    await until(() => made.desk.snapshot.connection.state === 'online');
    await settle();
    assert.deepEqual(states(made), ['stale', 'queued']);
    assert.equal(sentIds(made).length, 0);
    await made.session().sendStale(old);
    await until(() => states(made).length === 0);
    assert.deepEqual(shown(made), ['old queued', 'young queued']);
  });

  it('gives another message to draw when only its place in the outbox has changed', async () => {
    const made = await withSession();
    made.backend.link.cut();
    made.backend.refusesToOpen = new Error('down');
    const id = await made.session().send(text('old'));
    const before = made.session().transcript.get(id);
    made.clock.increment(11 * MINUTE);
    made.backend.refusesToOpen = undefined;
    made.desk.reconnect();
    await until(() => states(made).join() === 'stale');
    const after = made.session().transcript.get(id);
    assert.equal(after?.delivery?.status, 'queued');
    assert.notEqual(after, before);
  });

  it('lets a later message go out of turn when the agent says so', async () => {
    const made = await withSession();
    made.backend.link.cut();
    made.backend.refusesToOpen = new Error('down');
    await made.session().send(text('first'));
    const second = await made.session().send(text('second'));
    made.clock.increment(11 * MINUTE);
    made.backend.refusesToOpen = undefined;
    made.desk.reconnect();
    await until(() => states(made).join() === 'stale,stale');
    await made.session().sendStale(second);
    await until(() => states(made).join() === 'stale');
    assert.deepEqual(sentIds(made), [second]);
    await assert.rejects(made.session().sendStale(second), { code: 'not-allowed' });
  });

  it('sends a message that failed at WhatsApp again as a new one that names the old one', async () => {
    const made = await withSession();
    const id = await made.session().send(text('hello'));
    await until(() => states(made).length === 0);
    await assert.rejects(made.session().resend(id), { code: 'not-allowed' });
    made.backend.publish('session:s1', {
      type: 'message.delivery',
      messageId: id,
      delivery: { status: 'failed', at: NOW },
    });
    const again = await made.session().resend(id);
    await until(() => states(made).length === 0);
    assert.notEqual(again, id);
    assert.equal(made.session().transcript.get(again)?.resendOf, id);
  });

  it('makes one message of a double click on Send again, and sends the newest attempt when that fails too', async () => {
    const made = await withSession();
    const fail = (messageId: string) =>
      made.backend.publish('session:s1', {
        type: 'message.delivery',
        messageId,
        delivery: { status: 'failed', at: NOW },
      });
    const id = await made.session().send(text('hello'));
    await until(() => states(made).length === 0);
    fail(id);
    const [first, second] = await Promise.all([made.session().resend(id), made.session().resend(id)]);
    assert.equal(first, second);
    await until(() => states(made).length === 0);
    assert.equal(await made.session().resend(id), first);
    fail(first);
    const [third, fourth] = await Promise.all([made.session().resend(id), made.session().resend(id)]);
    assert.equal(third, fourth);
    assert.notEqual(third, first);
    await until(() => states(made).length === 0);
    assert.equal(sentIds(made).length, 3);
    assert.equal(made.session().transcript.get(third)?.resendOf, first);
  });

  it('refuses what the rules do not allow, and says why', async () => {
    const made = await withSession();
    made.clock.increment(24 * 60 * MINUTE);
    made.clock.increment(1);
    await assert.rejects(made.session().send(text('too late')), { code: 'not-allowed' });
    assert.equal(made.session().snapshot.error?.code, 'window-closed');
    assert.deepEqual(shown(made), []);
  });

  it('does not let a session go while something is unsent', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    await made.session().send(text('hello'));
    const outcome = await made.session().wrapUp();
    assert.equal(outcome.type === 'refused' && outcome.code, 'not-allowed');
    assert.equal(made.session().snapshot.error?.code, 'unsent-messages');
  });

  it('keeps its snapshot as long as nothing changes', async () => {
    const made = await withSession();
    made.backend.holdsAnswers = true;
    void made.session().send(text('a'));
    await until(() => made.backend.asked.length === 1);
    const { outbox } = made.session().snapshot;
    made.backend.publish('session:s1', { type: 'message.added', message: contactMessage('m1') });
    assert.equal(made.session().snapshot.outbox, outbox);
    assert.ok(Object.isFrozen(outbox) && Object.isFrozen(outbox[0]));
  });
});

describe('the outbox after a reload', () => {
  it('shows and sends what had not left', async () => {
    const { open, backend } = reloadable();
    const before = await open();
    backend.link.cut();
    await before.session().send(text('first'));
    await before.session().send(text('second'));
    await before.desk.stop('unload');
    const after = await open();
    assert.equal(after.desk.snapshot.storage, 'durable');
    await until(() => states(after).length === 0 && shown(after).length === 2);
    assert.deepEqual(shown(after), ['first queued', 'second queued']);
    assert.equal(backend.sent('message.send').length, 2);
  });

  it('does not double what the server took just before', async () => {
    const { open, backend, clock } = reloadable();
    const before = await open();
    backend.holdsAnswers = true;
    await before.session().send(text('taken'));
    await until(() => backend.asked.length === 1);
    backend.accept(backend.asked[0]!.command as never, { isLost: true });
    await before.desk.stop('unload');
    backend.holdsAnswers = false;
    const after = await open();
    await settle();
    clock.increment(MINUTE);
    await settle();
    assert.deepEqual(shown(after), ['taken queued']);
    assert.deepEqual(states(after), []);
    assert.equal(backend.sent('message.send').length, 1);
  });

  it('sends what was on its way and did not arrive, under the same id', async () => {
    const { open, backend, clock } = reloadable();
    const before = await open();
    backend.holdsAnswers = true;
    const id = await before.session().send(text('lost'));
    await until(() => backend.asked.length === 1);
    await before.desk.stop('unload');
    backend.holdsAnswers = false;
    const after = await open();
    await until(() => shown(after).length === 1);
    await settle();
    clock.increment(1000);
    await until(() => states(after).length === 0);
    assert.deepEqual(sentIds(after), [id, id]);
    assert.deepEqual(shown(after), ['lost queued']);
  });

  it('asks about what has become too old, and remembers what was refused', async () => {
    const { open, backend, clock } = reloadable();
    const before = await open();
    backend.decide = () => ({ type: 'refused', code: 'invalid', retryable: false });
    await before.session().send(text('refused'));
    await until(() => states(before)[0] === 'refused');
    await before.session().send(text('waiting'));
    await settle();
    await before.desk.stop('unload');
    clock.increment(11 * MINUTE);
    const after = await open();
    await until(() => states(after).join() === 'refused,queued');
    await after.session().cancel(after.session().snapshot.outbox[0]!.messageId);
    await after.session().send(text('new'));
    await until(() => states(after)[0] === 'stale');
    assert.equal(backend.sent('message.send').length, 1);
  });

  it('brings back the draft with its id, unless it was sent', async () => {
    const { open } = reloadable();
    const before = await open();
    const { draft } = before.session();
    draft.set({ id: draft.snapshot.id, text: 'half', quote: { messageId: 'm1' } });
    draft.set({ ...draft.snapshot, text: 'half a sent' });
    await before.desk.stop('unload');
    const after = await open();
    await until(() => after.session().draft.snapshot.text === 'half a sent');
    assert.deepEqual(after.session().draft.snapshot, draft.snapshot);
    await after.session().send(text('half a sentence'), { id: draft.snapshot.id });
    await after.desk.stop('unload');
    const last = await open();
    await settle();
    assert.equal(last.session().draft.snapshot.text, '');
  });

  it('belongs to one agent only', async () => {
    const { open, backend } = reloadable();
    const before = await open();
    backend.link.cut();
    await before.session().send(text('mine'));
    await before.desk.stop('logout');
    backend.agent = { id: 'priya', name: 'Priya Nair' };
    const after = await open();
    await settle();
    assert.deepEqual(shown(after), []);
    backend.agent = { id: 'jonas', name: 'Jonas Weber' };
    const back = await open();
    await until(() => shown(back).length === 1);
  });

  it('goes on in memory, and says so, when the browser refuses storage', async () => {
    const refusing = {
      open: () => {
        throw new Error('refused');
      },
    } as unknown as IDBFactory;
    const { open } = reloadable();
    const made = await open({ storage: { indexedDB: refusing } });
    await until(() => made.desk.snapshot.storage === 'memory');
    assert.match(made.warnings.join(), /lost on reload/);
    await made.session().send(text('still goes'));
    await until(() => states(made).length === 0);
    assert.deepEqual(shown(made), ['still goes queued']);
  });
});

describe('a desk that keeps nothing', () => {
  it('lets the browser ask before the page is left, but only while something unsent would be lost', async () => {
    const made = await withSession({ storage: 'memory' });
    assert.equal(made.page.asks, false);
    const { draft } = made.session();
    draft.set({ ...draft.snapshot, text: 'half' });
    assert.equal(made.page.asks, true);
    draft.clear();
    assert.equal(made.page.asks, false);
    made.backend.holdsAnswers = true;
    await made.session().send(text('on its way'));
    assert.equal(made.page.asks, true);
    await until(() => made.backend.asked.length === 1);
    made.backend.accept(made.backend.asked[0]!.command as never);
    assert.equal(made.page.asks, false);
    draft.set({ ...draft.snapshot, text: 'half' });
    await made.desk.stop('unload');
    assert.equal(made.page.asks, false);
  });

  it('asks from when storage fails, and not while everything is kept', async () => {
    const { open, storage } = reloadable();
    const made = await open();
    const { draft } = made.session();
    draft.set({ ...draft.snapshot, text: 'half' });
    await settle();
    assert.equal(made.page.asks, false);
    await new Promise((resolve) => {
      storage.indexedDB.deleteDatabase('wa-desk:jonas').onsuccess = resolve;
    });
    draft.set({ ...draft.snapshot, text: 'half a sen' });
    await until(() => made.desk.snapshot.storage === 'memory');
    assert.equal(made.page.asks, true);
  });
});

describe('one outbox in two tabs', () => {
  async function twoTabs(locks?: HeldLocks) {
    const shared = reloadable();
    const hub = new TabHub();
    const more = { tabChannel: (name: string) => hub.open(name), locks, ids: nextId };
    return { ...shared, left: await shared.open(more), right: await shared.open(more) };
  }

  for (const [name, locks] of [
    ['with locks', () => new HeldLocks()],
    ['without locks', () => undefined],
  ] as const) {
    it(`shows each message once in both and sends it once or under one id (${name})`, async () => {
      const { left, right, backend, clock } = await twoTabs(locks());
      await Promise.all([
        left.session().send(text('from left')),
        right.session().send(text('from right')),
        left.session().send(text('left again')),
      ]);
      for (let turn = 0; turn < 5; turn++) {
        await settle();
        clock.increment(1000);
      }
      await until(() => states(left).length + states(right).length === 0);
      const bodies = backend.messagesOf('s1').map(({ content }) => content.kind === 'text' && content.body);
      assert.deepEqual([...bodies].sort(), ['from left', 'from right', 'left again']);
      assert.deepEqual(shown(left), shown(right));
      assert.equal(shown(left).length, 3);
    });
  }

  /** Two tabs with one draft in both, which the left one sends. */
  async function draftSentLeft(body: string) {
    const tabs = await twoTabs();
    const { draft } = tabs.left.session();
    const { id } = draft.snapshot;
    draft.set({ id, text: body });
    tabs.right.session().draft.set({ id, text: body });
    await tabs.left.session().send(text(body), { id });
    return { ...tabs, id, draft, otherDraft: tabs.right.session().draft };
  }

  it('takes a draft out of both that one has sent, and leaves alone what is begun after it', async () => {
    const { left, backend, draft, otherDraft, open } = await draftSentLeft('hello');
    draft.set({ ...draft.snapshot, text: 'next' });
    await until(() => backend.messagesOf('s1').length === 1 && otherDraft.snapshot.text === '');
    await left.desk.stop('unload');
    const after = await open();
    await until(() => after.session().draft.snapshot.text === 'next');
  });

  it('makes another message of a draft that was changed here after the other tab had sent it', async () => {
    const { right, backend, id, otherDraft, open } = await draftSentLeft('hello');
    otherDraft.set({ id, text: 'hello again' });
    await until(() => backend.messagesOf('s1').length === 1 && otherDraft.snapshot.id !== id);
    assert.equal(otherDraft.snapshot.text, 'hello again');
    await right.desk.stop('unload');
    const after = await open();
    await until(() => after.session().draft.snapshot.text === 'hello again');
  });

  it('keeps what a sleeping tab has written on in a draft that was sent meanwhile', async () => {
    const { id, backend, open, storage, clock } = await draftSentLeft('hello');
    await until(() => backend.messagesOf('s1').length === 1);
    const drafts = new DraftStore(
      await DeskStorage.open({ agentId: 'jonas', clock, indexedDB: storage.indexedDB, onLoss: assert.ifError }),
    );
    drafts.save({ sessionId: 's1', id, text: 'hello again' });
    await drafts.flush();
    const after = await open();
    await until(() => after.session().draft.snapshot.text === 'hello again');
    assert.notEqual(after.session().draft.snapshot.id, id);
  });

  it('shows in the other tab what is queued here, and takes it out there too', async () => {
    const { left, right, backend } = await twoTabs();
    backend.links.forEach((link) => link.cut());
    const id = await left.session().send(text('later'));
    await until(() => shown(right).length === 1);
    assert.deepEqual(states(right), ['queued']);
    await right.session().cancel(id);
    await until(() => shown(left).length === 0);
    assert.deepEqual([states(left), states(right)], [[], []]);
  });

  it('does not send what another tab took out while this one could not hear of it', async () => {
    const { open, backend, clock } = reloadable();
    const left = await open();
    left.network.turn(false);
    backend.link.cut();
    const id = await left.session().send(text('never'));
    clock.increment(11 * MINUTE);
    const right = await open();
    await until(() => states(right).join() === 'stale');
    await right.session().cancel(id);
    left.network.turn(true);
    await until(() => left.desk.snapshot.connection.state === 'online' && states(left).length === 0);
    assert.deepEqual(shown(left), []);
    assert.equal(backend.sent('message.send').length, 0);
  });

  it('goes ahead after a while when another tab keeps the lock', async () => {
    const locks = new HeldLocks();
    const { left, clock } = await twoTabs(locks);
    locks.freeze();
    await left.session().send(text('patient'));
    await settle();
    assert.equal(sentIds(left).length, 0);
    clock.increment(15_000);
    await until(() => states(left).length === 0);
    assert.deepEqual(shown(left), ['patient queued']);
  });
});
