import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compareMessages, type Message } from 'wa-desk/domain';
import { TranscriptStore, type TranscriptStretch } from 'wa-desk/stores';
import { contactMessage } from '../support/memory-backend.js';

const message = (n: number): Message => contactMessage(`m${n}`, { originAt: n * 1000, arrivedAt: n * 1000, seq: n });

const numbered = (from: number, to: number): readonly Message[] =>
  Array.from({ length: to - from }, (_, index) => message(from + index));

function opened(from: number, to: number) {
  const store = new TranscriptStore();
  store.reset(numbered(from, to), from > 0);
  return store;
}

/** The loaded numbers, with a bar where messages may be missing. */
function shown(store: TranscriptStore): string {
  const words = Array.from({ length: store.size }, (_, index) => {
    const { id } = store.at(index)!;
    return store.isGapAfter(id) ? `${id.slice(1)} |` : id.slice(1);
  });
  return [...(store.hasOlder ? ['|'] : []), ...words].join(' ');
}

describe('a transcript of which parts are loaded', () => {
  it('shows a gap between what a jump brought and the live end', () => {
    const store = opened(20, 23);
    store.join({ messages: numbered(5, 8), hasOlder: true, hasNewer: true });
    assert.equal(shown(store), '| 5 6 7 | 20 21 22');
    assert.equal(store.hasNewer, false);
  });

  it('closes a gap from either side when the last missing message is here', () => {
    for (const last of [{ after: 'm8' }, { before: 'm20' }]) {
      const store = opened(20, 23);
      store.join({ messages: numbered(5, 8), hasOlder: true, hasNewer: true });
      store.join({ messages: numbered(8, 9), hasOlder: true, hasNewer: true, after: 'm7' });
      assert.equal(shown(store), '| 5 6 7 8 | 20 21 22');
      store.join({ messages: numbered(9, 20), hasOlder: true, hasNewer: true, ...last });
      assert.equal(shown(store), last.after ? '| 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 | 20 21 22' : shown(store));
      store.join({ messages: numbered(20, 22), hasOlder: true, hasNewer: true, after: 'm19' });
      assert.ok(!shown(store).includes('19 |'));
    }
  });

  it('closes a gap with an empty page, which says that nothing is missing', () => {
    const store = opened(20, 23);
    store.join({ messages: numbered(19, 20), hasOlder: true, hasNewer: true });
    assert.equal(shown(store), '| 19 | 20 21 22');
    store.join({ messages: [], hasOlder: true, hasNewer: false, after: 'm19' });
    assert.equal(shown(store), '| 19 20 21 22');
  });

  it('joins two stretches that overlap', () => {
    const store = opened(20, 23);
    store.join({ messages: numbered(5, 8), hasOlder: true, hasNewer: true });
    store.join({ messages: numbered(12, 14), hasOlder: true, hasNewer: true });
    assert.equal(shown(store), '| 5 6 7 | 12 13 | 20 21 22');
    store.join({ messages: numbered(7, 21), hasOlder: true, hasNewer: true });
    assert.equal(
      shown(store),
      `| ${numbered(5, 23)
        .map(({ id }) => id.slice(1))
        .join(' ')}`,
    );
  });

  it('knows nothing of what is around a message that comes late, above the oldest or in a gap', () => {
    const store = opened(20, 22);
    store.add(message(10));
    assert.equal(shown(store), '| 10 | 20 21');
    store.add(message(15));
    assert.equal(shown(store), '| 10 | 15 | 20 21');
    store.remove('m15');
    assert.equal(shown(store), '| 10 | 20 21');
  });

  it('says that newer messages are missing when only an old stretch is loaded', () => {
    const store = opened(0, 0);
    store.reset([], true);
    store.join({ messages: numbered(5, 7), hasOlder: true, hasNewer: true });
    assert.equal(store.hasNewer, true);
    store.add(message(30));
    assert.equal(shown(store), '| 5 6 | 30');
    assert.equal(store.hasNewer, false);
  });

  it('leaves out a page whose neighbour has gone, and forgets its gaps with a new snapshot', () => {
    const store = opened(20, 22);
    store.join({ messages: numbered(5, 7), hasOlder: true, hasNewer: true });
    store.reset(numbered(40, 42), true);
    assert.equal(shown(store), '| 40 41');
    store.join({ messages: numbered(18, 20), hasOlder: true, hasNewer: true, before: 'm20' });
    assert.equal(shown(store), '| 40 41');
  });

  it('never hides a missing message, and comes to the same whatever the order of pages and live messages', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(60), { minLength: 1, maxLength: 40 }),
        fc.array(steps, { maxLength: 40 }),
        play,
      ),
    );
  });
});

/** A server whose messages are numbers, and answers that may still be on their way. */
class Server {
  readonly store = new TranscriptStore();
  readonly messages: Message[];
  readonly #answers: TranscriptStretch<Message>[] = [];

  constructor(numbers: readonly number[], newest: number) {
    this.messages = [...numbers].sort((a, b) => a - b).map(message);
    const from = Math.max(0, this.messages.length - newest);
    this.store.reset(this.messages.slice(from), from > 0);
  }

  /** Something new is said, now or earlier, and told at once. */
  write(n: number): void {
    if (this.messages.some(({ id }) => id === `m${n}`)) return;
    this.messages.push(message(n));
    this.messages.sort(compareMessages);
    this.store.add(message(n));
  }

  /** A page is made now, and arrives with `arrive`. */
  ask(how: 'before' | 'after' | 'at' | 'newest', n: number, limit: number): void {
    const anchor = this.store.at(n % Math.max(1, this.store.size))?.id;
    const place = this.messages.findIndex(({ id }) => id === anchor);
    if (how === 'at') this.#answer(n % this.messages.length, limit, {});
    else if (how === 'newest' || anchor === undefined) this.#answer(this.messages.length - limit, limit, {});
    else if (how === 'after') this.#answer(place + 1, limit, { after: anchor });
    else this.#answer(place - limit, Math.min(limit, place), { before: anchor });
  }

  arrive(): void {
    const answer = this.#answers.shift();
    if (answer) this.store.join(answer);
  }

  #answer(start: number, limit: number, anchor: { before?: string; after?: string }): void {
    const from = Math.max(0, start);
    const messages = this.messages.slice(from, from + limit);
    const hasNewer = from + messages.length < this.messages.length;
    this.#answers.push({ messages, hasOlder: from > 0, hasNewer, ...anchor });
  }
}

const steps = fc.oneof(
  fc.record({ do: fc.constant('write' as const), n: fc.nat(80) }),
  fc.record({
    do: fc.constantFrom('before' as const, 'after' as const, 'at' as const, 'newest' as const),
    n: fc.nat(60),
    limit: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({ do: fc.constant('arrive' as const) }),
);

type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

function play(numbers: readonly number[], taken: readonly Step[]): void {
  const server = new Server(numbers, 5);
  for (const step of taken) {
    if (step.do === 'write') server.write(step.n);
    else if (step.do === 'arrive') server.arrive();
    else server.ask(step.do, step.n, step.limit);
    nothingIsHidden(server);
  }
  fillAll(server);
  const { store, messages } = server;
  assert.equal(shown(store), messages.map(({ id }) => id.slice(1)).join(' '));
}

/** Whatever is neighbours here is neighbours at the server, unless a gap is told. */
function nothingIsHidden({ store, messages }: Server): void {
  const at = (index: number): string | undefined => store.at(index)?.id;
  const place = new Map(messages.map(({ id }, index) => [id, index]));
  for (let index = 1; index < store.size; index += 1) {
    const isHonest = store.isGapAfter(at(index - 1)!) || place.get(at(index)!) === place.get(at(index - 1)!)! + 1;
    assert.ok(isHonest, `something is missing before ${at(index)} in ${shown(store)}`);
  }
  assert.ok(store.hasOlder || at(0) === messages[0]?.id, `something is missing at the start of ${shown(store)}`);
  const isWhole = store.hasNewer || at(store.size - 1) === messages.at(-1)?.id;
  assert.ok(isWhole, `something is missing at the end of ${shown(store)}`);
}

function fillAll(server: Server): void {
  const { store } = server;
  for (let round = 0; round < 200; round += 1) {
    const index = Array.from({ length: store.size }, (_, n) => n).find((n) => store.isGapAfter(store.at(n)!.id));
    if (index !== undefined) server.ask('after', index, 3);
    else if (store.hasOlder) server.ask('before', 0, 3);
    else return;
    for (let arrived = 0; arrived < 60; arrived += 1) server.arrive();
  }
}
