import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareMessages, WaError, type Message } from 'wa-desk/domain';
import type { HistoryPage, Query } from 'wa-desk/protocol';
import type { SessionHandle } from 'wa-desk/desk';
import { bench, online } from '../support/desk-bench.js';
import { CAPABILITIES, contactMessage, NOW, session } from '../support/memory-backend.js';
import { settle, until } from '../support/until.js';

type HistoryQuery = Extract<Query, { type: 'history' }>;

/** Messages `m<from>` up to, not including, `m<to>` of one session, a minute apart. */
function said(sessionId: string, from: number, to: number, rest: Partial<Message> = {}): readonly Message[] {
  return Array.from({ length: to - from }, (_, index) => {
    const n = from + index;
    const at = NOW + n * 60_000;
    return contactMessage(`m${n}`, { sessionId, originAt: at, arrivedAt: at, seq: n + 1, ...rest });
  });
}

/** What a server answers that has all these messages. */
function pageOf(all: readonly Message[], query: HistoryQuery): HistoryPage {
  const inScope = all.filter(({ channelId }) => query.scope === 'all-channels' || channelId === 'orders');
  const place = (id: string): number => inScope.findIndex((one) => one.id === id);
  const { before, after, at, around, limit } = query;
  if (around !== undefined && place(around) < 0) throw new WaError('contract-violated', `no message ${around}`);
  const start =
    around !== undefined
      ? place(around) - Math.floor(limit / 2)
      : after !== undefined
        ? place(after) + 1
        : at !== undefined
          ? inScope.findIndex(({ originAt }) => originAt >= at)
          : (before === undefined ? inScope.length : place(before)) - limit;
  const from = Math.max(0, start);
  const messages = inScope.slice(from, start + limit);
  const channels = messages.some(({ channelId }) => channelId === 'shop') ? [{ id: 'shop', name: 'Shop Mitte' }] : [];
  return {
    messages,
    hasOlder: from > 0,
    hasNewer: start + limit < inScope.length,
    ...(channels.length > 0 && { channels }),
  };
}

/** A desk with the session `s1`, whose newest `loaded` messages came with its snapshot. */
async function archive(all: readonly Message[], loaded: number, options: Record<string, boolean | number> = {}) {
  const made = bench({ options });
  const inOrder = [...all].sort(compareMessages);
  made.backend.putSession(session(), inOrder.filter((one) => one.sessionId === 's1').slice(-loaded));
  const { snapshot } = made.backend;
  made.backend.snapshot = (id) => ({ ...snapshot.call(made.backend, id), hasOlder: true });
  made.backend.answerQuery = (query) => {
    assert.equal(query.type, 'history');
    return pageOf(inOrder, query);
  };
  await online(made);
  const handle = made.session();
  return { ...made, handle, history: handle.history };
}

function shown({ transcript }: SessionHandle): string {
  const words = Array.from({ length: transcript.size }, (_, index) => {
    const { id } = transcript.at(index)!;
    return transcript.isGapAfter(id) ? `${id.slice(1)} |` : id.slice(1);
  });
  return `${transcript.hasOlder ? '| ' : ''}${words.join(' ')}`;
}

const THREE_SESSIONS = [...said('s3', 0, 3), ...said('s2', 3, 6), ...said('s1', 6, 9)];
const INTERACTIONS = 'whatsappsession.transcript-interactions-count';
const CROSS_CHANNEL = 'whatsappsession.show-cross-channel-messages';

describe('the history of a session', () => {
  it('opens with one earlier session, once, and brings one more with each wish', async () => {
    const { handle, history, backend } = await archive(THREE_SESSIONS, 2);
    await Promise.all([history.open(), history.open()]);
    assert.equal(shown(handle), '| 3 4 5 6 7 8');
    assert.equal(backend.queries.length, 1);
    await Promise.all([history.loadOlder(), history.loadOlder()]);
    assert.equal(shown(handle), '0 1 2 3 4 5 6 7 8');
    assert.equal(backend.queries.length, 2);
    assert.deepEqual(backend.queries[1], {
      type: 'history',
      sessionId: 's1',
      before: 'm3',
      limit: 50,
      scope: 'channel',
    });
  });

  it('brings as many earlier sessions as the option says', async () => {
    const { handle, history } = await archive(THREE_SESSIONS, 2, { [INTERACTIONS]: 2 });
    await history.open();
    assert.equal(shown(handle), '0 1 2 3 4 5 6 7 8');
  });

  it('brings a long session in portions, and no part of the one before it', async () => {
    const { handle, history, backend } = await archive(
      [...said('s3', 0, 5), ...said('s2', 5, 300), ...said('s1', 300, 302)],
      1,
    );
    await history.open();
    assert.equal(backend.queries.length, 4);
    assert.equal(handle.transcript.at(0)?.id, 'm101');
    await history.loadOlder();
    assert.deepEqual([handle.transcript.at(0)?.id, handle.transcript.hasOlder], ['m0', false]);
  });

  it('opens again after a new snapshot', async () => {
    const { handle, history, backend, clock } = await archive(THREE_SESSIONS, 2);
    await history.open();
    backend.changeEpoch('e2');
    backend.link.cut();
    clock.increment(250);
    await until(() => backend.queries.length === 2);
    await settle();
    assert.equal(shown(handle), '| 3 4 5 6 7 8');
  });

  it('says when it cannot ask, and asks again with the next wish', async () => {
    const { handle, history, backend, clock } = await archive(THREE_SESSIONS, 2);
    backend.link.cut();
    await assert.rejects(history.open(), { code: 'transport-lost' });
    await assert.rejects(history.loadOlder(), { code: 'transport-lost' });
    clock.increment(250);
    await until(() => backend.links.length === 2);
    await settle();
    await history.open();
    assert.equal(shown(handle), '| 3 4 5 6 7 8');
  });

  it('jumps to a time and joins what it brought with the live end from either side', async () => {
    const all = said('s1', 0, 200);
    const { handle, history } = await archive(all, 5);
    const found = await history.loadFrom(NOW + 20 * 60_000);
    assert.equal(found?.id, 'm20');
    assert.equal(handle.transcript.isGapAfter('m69'), true);
    await history.fill('m69', 'above');
    assert.equal(handle.transcript.isGapAfter('m119'), true);
    await history.fill('m119', 'below');
    assert.equal(handle.transcript.isGapAfter('m119'), true);
    await history.fill('m119', 'below');
    assert.equal(
      shown(handle),
      `| ${all
        .slice(20)
        .map(({ id }) => id.slice(1))
        .join(' ')}`,
    );
  });

  it('asks for no time that is loaded, and ends at the last message for one in the future', async () => {
    const { history, backend } = await archive(THREE_SESSIONS, 3);
    assert.equal((await history.loadFrom(NOW + 7 * 60_000))?.id, 'm7');
    assert.equal((await history.loadFrom(NOW + 600 * 60_000))?.id, 'm8');
    assert.equal(backend.queries.length, 0);
  });

  it('brings a message that is not loaded with what is around it', async () => {
    const { handle, history, backend } = await archive(said('s1', 0, 200), 5);
    assert.equal(await history.loadAround('m100'), true);
    assert.deepEqual(backend.queries[0], {
      type: 'history',
      sessionId: 's1',
      around: 'm100',
      limit: 50,
      scope: 'channel',
    });
    assert.equal(handle.transcript.at(0)?.id, 'm75');
    assert.equal(await history.loadAround('m100'), true);
    assert.equal(await history.loadAround('nobody'), false);
    assert.equal(backend.queries.length, 2);
  });

  it('puts the messages of other channels between, names their channels, and asks for them from the start', async () => {
    const foreign = said('s9', 0, 10, { channelId: 'shop' }).map((one) => ({
      ...one,
      id: `x${one.id.slice(1)}`,
      originAt: one.originAt + 30_000,
    }));
    const all = [...said('s1', 0, 10), ...foreign];
    const { handle, history } = await archive(all, 10, { [CROSS_CHANNEL]: true });
    assert.equal(history.channelName('shop'), undefined);
    await history.open();
    assert.equal(shown(handle), '0 0 1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9 9');
    assert.equal(history.channelName('shop'), 'Shop Mitte');
  });

  it('looks everywhere where the backend can, and says so where it cannot', async () => {
    const { history, backend } = await archive(THREE_SESSIONS, 2);
    assert.equal(await history.search('text'), undefined);
    backend.publish('session:s1', {
      type: 'capabilities.changed',
      capabilities: { ...CAPABILITIES, version: 2, features: ['history', 'search'] },
    });
    const page = { hits: [{ id: 'm1', originAt: 1, seq: 1 }], hasMore: false };
    backend.answerQuery = () => page;
    assert.deepEqual(await history.search('text'), page);
    assert.deepEqual(backend.queries, [
      { type: 'search', sessionId: 's1', text: 'text', limit: 200, scope: 'channel' },
    ]);
  });
});
