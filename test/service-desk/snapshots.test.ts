import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { EventEnvelope } from '../../src/protocol/events.js';
import type { HistoryPage } from '../../src/protocol/queries.js';
import type { ResumePoint } from '../../src/protocol/streams.js';
import { isPublic, SNAPSHOT_MESSAGES, SYNC_EVENTS, type ReadEvents } from '../../src/service-desk/index.js';
import { Driver, MARA, SECOND_CHANNEL } from './driver.js';

function reader(driver: Driver): ReadEvents {
  return (stream, after, upTo) =>
    driver.log
      .filter((envelope): envelope is EventEnvelope => isPublic(envelope) && envelope.stream === stream)
      .filter(({ seq }) => seq > after && seq <= upTo);
}

function sync(driver: Driver, agentId: string, from: ResumePoint) {
  return driver.desk.sync(agentId, from, driver.now, reader(driver));
}

function words({ messages }: HistoryPage): readonly string[] {
  return messages.map(({ content }) => (content.kind === 'text' ? content.body : content.kind));
}

/** Two sessions of Mara's on one channel, and between them a message on another. */
function talked(): { readonly driver: Driver; readonly sessionId: string } {
  const driver = new Driver();
  const first = driver.engaged('ana', MARA, 'a1');
  driver.now += 1000;
  driver.sends('ana', first, 'a2');
  driver.command('ana', { type: 'session.done', id: 'd', sessionId: first });
  driver.now += 1000;
  driver.writes(MARA, 'r1', {}, SECOND_CHANNEL.id);
  driver.now += 1000;
  driver.writes(MARA, 'b1');
  driver.accepts('ana');
  const sessionId = driver.accepts('ana');
  driver.now += 1000;
  driver.sends('ana', sessionId, 'b2');
  return { driver, sessionId };
}

describe('a welcome', () => {
  it('shows the desk as it stands: offers, sessions, messages, presence and limits', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    driver.writes({ userId: 'PT.2' }, 'Olá');
    const welcome = driver.desk.welcome('ana', driver.now);
    assert.deepEqual(welcome.desk.sessionIds, [sessionId]);
    assert.equal(welcome.desk.offers.length, 1);
    assert.deepEqual(welcome.notReadyReasons, ['Break', 'Lunch']);
    const [session] = welcome.sessions;
    assert.equal(session?.messages.length, 1);
    assert.equal(session.hasOlder, false);
    assert.deepEqual(session.capabilities.permissions, ['canUse', 'canSendFiles']);
    assert.equal(session.position.seq, driver.desk.heads('ana')[`session:${sessionId}`]?.seq);
  });

  it('is refused to whom nobody knows', () => {
    assert.throws(() => new Driver().desk.welcome('mallory', 0), { code: 'not-allowed' });
  });

  it('holds the newest messages of each session, and says that there are more', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    for (let index = 0; index < SNAPSHOT_MESSAGES; index += 1) driver.sends('ana', sessionId, `m${index}`);
    const [session] = driver.desk.welcome('ana', driver.now).sessions;
    assert.equal(session?.messages.length, SNAPSHOT_MESSAGES);
    assert.equal(session.hasOlder, true);
    assert.equal(words({ messages: session.messages, hasNewer: false, hasOlder: true })[0], 'm0');
  });

  it('says that there is more when only earlier sessions have it', () => {
    const driver = new Driver();
    const first = driver.engaged();
    driver.command('ana', { type: 'session.done', id: 'd', sessionId: first });
    driver.writes(MARA, 'Again');
    driver.accepts('ana');
    assert.equal(driver.desk.welcome('ana', driver.now).sessions[0]?.hasOlder, true);
  });

  it('knows how far the agent has read', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const { id } = driver.sends('ana', sessionId, 'x');
    driver.command('ana', { type: 'session.read', id: 'r', sessionId, messageId: id });
    assert.equal(driver.desk.welcome('ana', driver.now).sessions[0]?.readUpTo, id);
  });
});

describe('a sync', () => {
  it('gives the events that were missed, in order, and no snapshot beside them', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const from = { streams: driver.desk.heads('ana') };
    driver.writes(MARA, 'missed');
    driver.command('ana', { type: 'presence.set', id: 'p', ready: false });
    const missed = sync(driver, 'ana', from);
    assert.deepEqual(
      missed.events.map(({ event }) => event.type),
      ['presence.changed', 'message.added'],
    );
    assert.equal(missed.desk, undefined);
    assert.deepEqual(missed.sessions, []);
    const upToDate = sync(driver, 'ana', { streams: driver.desk.heads('ana') });
    assert.deepEqual([upToDate.events, upToDate.sessions, upToDate.gone], [[], [], []]);
    assert.equal(driver.session(sessionId).phase, 'engaged');
  });

  const strange: readonly [string, (streams: ResumePoint['streams']) => ResumePoint['streams']][] = [
    ['nothing', () => ({})],
    [
      'another epoch',
      (streams) => Object.fromEntries(Object.entries(streams).map(([key, { seq }]) => [key, { epoch: 'e0', seq }])),
    ],
    [
      'the future',
      (streams) =>
        Object.fromEntries(Object.entries(streams).map(([key, { epoch, seq }]) => [key, { epoch, seq: seq + 9 }])),
    ],
  ];
  for (const [what, change] of strange) {
    it(`gives snapshots to a desk that has seen ${what}`, () => {
      const driver = new Driver();
      const sessionId = driver.engaged();
      const { events, desk, sessions } = sync(driver, 'ana', { streams: change(driver.desk.heads('ana')) });
      assert.deepEqual(events, []);
      assert.deepEqual(desk?.sessionIds, [sessionId]);
      assert.equal(sessions[0]?.session.id, sessionId);
    });
  }

  it('gives a snapshot to a desk that has missed too much', () => {
    const driver = new Driver();
    const sessionId = driver.engaged();
    const from = { streams: driver.desk.heads('ana') };
    for (let index = 0; index <= SYNC_EVENTS; index += 1) {
      driver.command('ana', { type: 'session.set-note', id: `n${index}`, sessionId, note: String(index) });
    }
    const missed = sync(driver, 'ana', from);
    assert.equal(missed.sessions[0]?.session.note, String(SYNC_EVENTS));
    assert.deepEqual(missed.events, []);
  });

  it('names the sessions that are gone, and says nothing of those of others', () => {
    const driver = new Driver();
    const sessionId = driver.engaged('ana');
    driver.command('ana', { type: 'session.done', id: 'd', sessionId });
    const from: ResumePoint = { streams: { [`session:${sessionId}`]: { epoch: 'e1', seq: 1 } } };
    assert.deepEqual(sync(driver, 'ana', from).gone, [sessionId]);
    const spying = sync(driver, 'ben', from);
    assert.deepEqual([spying.events, spying.sessions, spying.gone], [[], [], [sessionId]]);
  });

  it('brings a desk to the same state as a fresh welcome', () => {
    const driver = new Driver();
    driver.engaged();
    const { sessions } = sync(driver, 'ana', { streams: {} });
    assert.deepEqual(sessions, driver.desk.welcome('ana', driver.now).sessions);
  });
});

describe('the history', () => {
  const scopes = [
    { scope: 'session', all: ['b1', 'b2'] },
    { scope: 'channel', all: ['a1', 'a2', 'b1', 'b2'] },
    { scope: 'all-channels', all: ['a1', 'a2', 'r1', 'b1', 'b2'] },
  ] as const;
  for (const { scope, all } of scopes) {
    it(`of scope ${scope} holds ${all.join(', ')}, page by page`, () => {
      const { driver, sessionId } = talked();
      const pages: string[] = [];
      let before: string | undefined;
      for (;;) {
        const page = driver.desk.query('ana', {
          type: 'history',
          sessionId,
          scope,
          limit: 2,
          ...(before === undefined ? {} : { before }),
        });
        pages.unshift(...words(page));
        before = page.messages[0]?.id;
        if (!page.hasOlder) break;
      }
      assert.deepEqual(pages, all);
    });
  }

  it('goes forward from a message and from a time', () => {
    const { driver, sessionId } = talked();
    const ask = { type: 'history', sessionId, scope: 'channel', limit: 2 } as const;
    const start = driver.desk.query('ana', { ...ask, at: 0 });
    assert.deepEqual([words(start), start.hasOlder, start.hasNewer], [['a1', 'a2'], false, true]);
    const on = driver.desk.query('ana', { ...ask, after: start.messages[1]!.id });
    assert.deepEqual([words(on), on.hasOlder, on.hasNewer], [['b1', 'b2'], true, false]);
    const end = driver.desk.query('ana', { ...ask, after: on.messages[1]!.id });
    assert.deepEqual([words(end), end.hasOlder, end.hasNewer], [[], true, false]);
  });

  it('goes around a message', () => {
    const { driver, sessionId } = talked();
    const ask = { type: 'history', sessionId, scope: 'channel' } as const;
    const all = driver.desk.query('ana', { ...ask, at: 0, limit: 50 }).messages;
    const middle = driver.desk.query('ana', { ...ask, around: all[1]!.id, limit: 3 });
    assert.deepEqual(
      [middle.messages.map(({ id }) => id), middle.hasOlder, middle.hasNewer],
      [all.slice(0, 3).map(({ id }) => id), false, true],
    );
    const alone = driver.desk.query('ana', { ...ask, around: all[1]!.id, limit: 1 });
    assert.deepEqual([alone.messages.length, alone.messages[0]?.id], [1, all[1]!.id]);
  });

  it('names the other channels whose messages it holds', () => {
    const { driver, sessionId } = talked();
    const ask = { type: 'history', sessionId, limit: 50 } as const;
    const { channels = [] } = driver.desk.query('ana', { ...ask, scope: 'all-channels' });
    assert.deepEqual(
      channels.map(({ id }) => id),
      [SECOND_CHANNEL.id],
    );
    assert.equal('channels' in driver.desk.query('ana', { ...ask, scope: 'channel' }), false);
  });

  it('of a message that nobody knows is an error', () => {
    const { driver, sessionId } = talked();
    const query = { type: 'history', sessionId, scope: 'session', limit: 2, before: 'nowhere' } as const;
    assert.throws(() => driver.desk.query('ana', query), { code: 'contract-violated' });
  });
});

describe('the search', () => {
  const find = (text: string, rest: { scope?: 'session' | 'channel' | 'all-channels'; limit?: number } = {}) => {
    const { driver, sessionId } = talked();
    const { scope = 'channel', limit = 50 } = rest;
    const { hits, hasMore } = driver.desk.query('ana', { type: 'search', sessionId, text, scope, limit });
    const all = driver.desk.query('ana', { type: 'history', sessionId, scope: 'all-channels', at: 0, limit: 50 });
    return {
      said: words({ ...all, messages: hits.map(({ id }) => all.messages.find((one) => one.id === id)!) }),
      hasMore,
    };
  };

  it('finds in earlier sessions, and on other channels when asked, in the order of the transcript', () => {
    assert.deepEqual(find('A').said, ['a1', 'a2']);
    assert.deepEqual(find('b', { scope: 'session' }).said, ['b1', 'b2']);
    assert.deepEqual(find('a', { scope: 'session' }).said, []);
    assert.deepEqual(find('1').said, ['a1', 'b1']);
    assert.deepEqual(find('1', { scope: 'all-channels' }).said, ['a1', 'r1', 'b1']);
  });

  it('keeps the newest when there are more than asked for', () => {
    assert.deepEqual(find('a', { limit: 1 }), { said: ['a2'], hasMore: true });
    assert.equal(find('a', { limit: 2 }).hasMore, false);
  });

  it('finds nothing for blanks', () => {
    assert.deepEqual(find(' ').said, []);
  });
});

describe('the templates', () => {
  it('are those of the channel that exist, those that may be sent first, found by name and text, page by page', () => {
    const driver = new Driver();
    const [channel] = driver.desk.config.channels;
    const [template] = channel!.templates!;
    const named = (name: string, status: 'approved' | 'paused' | 'deleted' = 'approved') => ({
      ...template!,
      name,
      status,
    });
    const templates = [named('one'), named('two'), named('paused', 'paused'), named('gone', 'deleted'), named('three')];
    driver.desk.config = { ...driver.desk.config, channels: [{ ...channel!, templates }] };
    const sessionId = driver.engaged();
    const ask = { type: 'templates', sessionId, limit: 2 } as const;
    const names = (page: { templates: readonly { name: string }[] }) => page.templates.map(({ name }) => name);
    const first = driver.desk.query('ana', ask);
    assert.deepEqual([names(first), first.after], [['one', 'two'], '2']);
    const second = driver.desk.query('ana', { ...ask, after: '2' });
    assert.deepEqual([names(second), second.after], [['three', 'paused'], undefined]);
    assert.deepEqual(names(driver.desk.query('ana', { ...ask, search: 'THR' })), ['three']);
    assert.deepEqual(names(driver.desk.query('ana', { ...ask, search: 'is on its way' })), ['one', 'two']);
  });
});
