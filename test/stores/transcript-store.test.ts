import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareMessages, type Message } from 'wa-desk/domain';
import { TranscriptStore, type TranscriptChange } from 'wa-desk/stores';
import { contactMessage } from '../support/memory-backend.js';

const message = (id: string, originAt: number, rest: Partial<Message> = {}): Message =>
  contactMessage(id, { originAt, arrivedAt: originAt, seq: originAt, ...rest });

/** A message that only the outbox has. */
function local(id: string, originAt: number): Message {
  const { seq: _, ...rest } = message(id, originAt);
  return rest;
}

function filled(...messages: readonly Message[]) {
  const store = new TranscriptStore();
  messages.forEach((each) => store.add(each));
  const changes: TranscriptChange[] = [];
  store.subscribe((change) => changes.push(change));
  return { store, changes, ids: () => Array.from({ length: store.size }, (_, index) => store.at(index)!.id) };
}

describe('a transcript', () => {
  it('appends what is newest and tells so', () => {
    const { store, changes, ids } = filled(message('a', 1));
    store.add(message('b', 2));
    assert.deepEqual(ids(), ['a', 'b']);
    assert.deepEqual(changes, [{ type: 'appended', count: 1 }]);
    assert.equal(store.indexOf('b'), 1);
    assert.equal(store.indexOf('nobody'), -1);
    assert.equal(store.get('b')?.originAt, 2);
    assert.equal(store.last?.id, 'b');
  });

  it('ignores an id that is here already', () => {
    const { store, changes, ids } = filled(message('a', 1));
    store.add(message('a', 9));
    assert.deepEqual(ids(), ['a']);
    assert.deepEqual(changes, []);
  });

  it('puts in what comes late at its place, and marks it only when it is more than five seconds behind', () => {
    const { store, changes, ids } = filled(message('a', 1000), message('d', 20_000));
    store.add(message('c', 15_000));
    store.add(message('b', 14_999));
    assert.deepEqual(ids(), ['a', 'b', 'c', 'd']);
    assert.deepEqual(changes, [
      { type: 'inserted', index: 1, id: 'c' },
      { type: 'inserted', index: 1, id: 'b' },
    ]);
    assert.deepEqual([store.wasInsertedLate('c'), store.wasInsertedLate('b')], [false, true]);
  });

  it('keeps what only the outbox has at the end, and moves it once when the server has it', () => {
    const { store, changes, ids } = filled(message('a', 1), local('mine', 2));
    store.add(message('b', 3));
    assert.deepEqual(ids(), ['a', 'b', 'mine']);
    assert.equal(store.wasInsertedLate('b'), false);
    store.add(local('second', 4));
    store.add(message('second', 5));
    assert.deepEqual(ids(), ['a', 'b', 'second', 'mine']);
    store.add(message('mine', 6));
    assert.deepEqual(ids(), ['a', 'b', 'second', 'mine']);
    assert.deepEqual(changes, [
      { type: 'inserted', index: 1, id: 'b' },
      { type: 'appended', count: 1 },
      { type: 'moved', from: 3, to: 2, id: 'second' },
      { type: 'updated', index: 3, id: 'mine' },
    ]);
    store.add(local('mine', 7));
    assert.equal(store.get('mine')?.seq, 6, "the server's version stays");
  });

  it('replaces a message with its newer version', () => {
    const { store, changes } = filled(message('a', 1), message('b', 2));
    store.update({ ...message('a', 1), providerId: 'wamid.a' });
    assert.deepEqual(changes, [{ type: 'updated', index: 0, id: 'a' }]);
    assert.equal(store.byProviderId('wamid.a')?.id, 'a');
    store.update(message('nobody', 1));
    assert.equal(changes.length, 1);
  });

  it('takes a message out', () => {
    const { store, changes, ids } = filled(message('a', 1), local('mine', 2));
    store.remove('mine');
    store.remove('mine');
    store.add(message('b', 3));
    assert.deepEqual(ids(), ['a', 'b']);
    assert.deepEqual(changes, [
      { type: 'removed', index: 1, id: 'mine' },
      { type: 'appended', count: 1 },
    ]);
  });

  it('puts a page of older messages before the oldest, without those that are here', () => {
    const { store, changes, ids } = filled(message('c', 3000), message('e', 5000), local('mine', 6000));
    const page = [message('a', 1000), message('b', 2000), message('c', 3000), message('d', 4000)];
    store.join({ messages: page, hasOlder: true, hasNewer: true });
    assert.deepEqual(ids(), ['a', 'b', 'c', 'd', 'e', 'mine']);
    assert.deepEqual(changes, [
      { type: 'prepended', count: 2 },
      { type: 'filled', index: 3, count: 1 },
    ]);
    assert.equal(store.hasOlder, true);
    assert.equal(store.oldest?.id, 'a');
    store.join({ messages: [], hasOlder: false, hasNewer: true, before: 'a' });
    assert.equal(store.hasOlder, false);
  });

  it("takes the server's version of an unsent message from a page of older ones", () => {
    const { store, ids } = filled(message('c', 3000), local('mine', 6000));
    store.join({ messages: [message('mine', 1000)], hasOlder: false, hasNewer: true, before: 'c' });
    assert.deepEqual(ids(), ['mine', 'c']);
  });

  it('starts again from a snapshot and keeps what only the outbox has', () => {
    const { store, changes, ids } = filled(message('a', 1), local('mine', 2), local('taken', 3));
    store.reset([message('y', 20), message('x', 10), message('taken', 15)], true);
    assert.deepEqual(ids(), ['x', 'taken', 'y', 'mine']);
    assert.deepEqual(changes, [{ type: 'reset' }]);
    assert.equal(store.get('a'), undefined);
    store.add(message('z', 30));
    assert.deepEqual(ids(), ['x', 'taken', 'y', 'z', 'mine']);
  });

  it('knows the choices that answer a message, by whichever id they name', () => {
    const choice = (id: string, at: number, quote: Message['quote']) =>
      message(id, at, { content: { kind: 'choice', of: 'button', title: id }, quote });
    const question = message('q', 1, { providerId: 'wamid.q' });
    const { store } = filled(
      question,
      choice('second', 9, { providerId: 'wamid.q' }),
      choice('first', 5, { messageId: 'q', providerId: 'wamid.q' }),
      choice('other', 7, { messageId: 'else' }),
    );
    const answers = () => store.choicesOf(store.get('q')!).map(({ id }) => id);
    assert.deepEqual(answers(), ['first', 'second']);
    store.remove('first');
    assert.deepEqual(answers(), ['second']);
    assert.deepEqual(store.choicesOf(store.get('second')!), []);
  });

  it('tells nobody who has stopped listening', () => {
    const { store } = filled();
    let told = 0;
    store.subscribe(() => (told += 1))();
    store.add(message('a', 1));
    assert.equal(told, 0);
  });

  it('is in order, whole and consistent whatever happens to it', () => {
    const id = fc.nat(12).map((n) => `m${n}`);
    const at = fc.nat(40);
    const step = fc.oneof(
      fc.record({ do: fc.constant('add' as const), id, at }),
      fc.record({ do: fc.constant('local' as const), id, at }),
      fc.record({ do: fc.constant('update' as const), id, at }),
      fc.record({ do: fc.constant('remove' as const), id, at }),
      fc.record({ do: fc.constant('join' as const), id, at }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { store, changes } = filled();
        const mirror: string[] = [];
        store.subscribe(() => follow(mirror, changes.at(-1)!, store));
        for (const each of steps) apply(store, each.do, message(each.id, each.at), local(each.id, each.at));
        const shown = Array.from({ length: store.size }, (_, index) => store.at(index)!);
        assert.deepEqual(shown, [...shown].sort(compareMessages));
        assert.equal(new Set(shown.map((each) => each.id)).size, shown.length);
        shown.forEach((each, index) => assert.equal(store.indexOf(each.id), index));
        assert.deepEqual(
          mirror,
          shown.map((each) => each.id),
          'the changes told are the changes made',
        );
      }),
    );
  });

  it('costs at most two microseconds a message, and the same at the end as at the beginning', () => {
    const messages = Array.from({ length: 100_000 }, (_, n) => message(`m${n}`, n, { providerId: `wamid.${n}` }));
    const fill = (store: TranscriptStore) => messages.forEach((each) => store.add(each));
    const perMessage = leastMicroseconds(() => fill(new TranscriptStore())) / messages.length;
    const unavoidable = leastMicroseconds(() => fillMaps(messages)) / messages.length;
    // A machine that is slow at filling two maps is slow at everything.
    assert.ok(perMessage <= Math.max(2, unavoidable * 2.5), `${perMessage.toFixed(2)} µs a message`);

    const long = new TranscriptStore();
    fill(long);
    let at = 200_000;
    const append = (store: TranscriptStore) => {
      for (let n = 0; n < 20_000; n++) store.add(message(`n${(at += 1)}`, at));
    };
    const atTheEnd = leastMicroseconds(() => append(long));
    const atTheBeginning = leastMicroseconds(() => append(new TranscriptStore()));
    assert.ok(atTheEnd < atTheBeginning * 3, `${atTheEnd} µs instead of ${atTheBeginning} µs`);
  });
});

/** The least processor time of several runs: what else the machine does counts as little as it can. */
function leastMicroseconds(work: () => void): number {
  const runs = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...runs);
}

function fillMaps(messages: readonly Message[]): void {
  const [byId, byProviderId, list] = [new Map<string, Message>(), new Map<string, Message>(), [] as Message[]];
  for (const each of messages) {
    byId.set(each.id, each);
    byProviderId.set(each.providerId!, each);
    list.push(each);
  }
}

function apply(store: TranscriptStore, what: string, ofServer: Message, ofOutbox: Message): void {
  if (what === 'add') store.add(ofServer);
  if (what === 'local') store.add(ofOutbox);
  if (what === 'update' && store.get(ofServer.id)?.seq !== undefined) store.update(ofServer);
  if (what === 'remove') store.remove(ofServer.id);
  if (what === 'join') store.join({ messages: [ofServer], hasOlder: true, hasNewer: true });
}

/** What a view does that follows the changes alone. */
function follow(mirror: string[], change: TranscriptChange, store: TranscriptStore): void {
  const idsFrom = (start: number, count: number) => Array.from({ length: count }, (_, n) => store.at(start + n)!.id);
  switch (change.type) {
    case 'appended':
      mirror.push(...idsFrom(mirror.length, change.count));
      break;
    case 'prepended':
      mirror.unshift(...idsFrom(0, change.count));
      break;
    case 'filled':
      mirror.splice(change.index, 0, ...idsFrom(change.index, change.count));
      break;
    case 'inserted':
      mirror.splice(change.index, 0, change.id);
      break;
    case 'moved':
      mirror.splice(change.to, 0, ...mirror.splice(change.from, 1));
      break;
    case 'removed':
      mirror.splice(change.index, 1);
      break;
    case 'reset':
      mirror.splice(0, mirror.length, ...idsFrom(0, store.size));
      break;
    case 'updated':
  }
}
