import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bench, online } from '../support/desk-bench.js';
import { contactMessage, NOW, session } from '../support/memory-backend.js';
import { settle, until } from '../support/until.js';

const added = (id: string, at = NOW) =>
  ({ type: 'message.added', message: contactMessage(id, { originAt: at, arrivedAt: at }) }) as const;

async function withSession() {
  const made = bench();
  made.backend.putSession(session(), [contactMessage('m1', { originAt: NOW - 1000 })]);
  await online(made);
  const ids = () =>
    Array.from({ length: made.session().transcript.size }, (_, at) => made.session().transcript.at(at)!.id);
  return { ...made, ids };
}

describe('a desk that follows its streams', () => {
  it('applies what comes in order and drops what comes twice', async () => {
    const { backend, ids, desk } = await withSession();
    const envelope = backend.publish('session:s1', added('m2'));
    backend.tell({ type: 'event', envelope });
    assert.deepEqual(ids(), ['m1', 'm2']);
    assert.equal(desk.session('s1')?.snapshot.unreadCount, 2);
    assert.equal(backend.syncs.length, 0);
  });

  it('fills a hole before it shows what came after it', async () => {
    const { backend, ids } = await withSession();
    backend.publish('session:s1', added('m2'), { isLost: true });
    backend.publish('session:s1', added('m3', NOW + 1));
    assert.deepEqual(ids(), ['m1']);
    await until(() => ids().length === 3);
    assert.deepEqual(ids(), ['m1', 'm2', 'm3']);
    assert.deepEqual(backend.syncs[0]?.streams['session:s1'], { epoch: 'e1', seq: 1 });
  });

  it('finds by the heartbeat that the last event got lost', async () => {
    const { backend, ids } = await withSession();
    backend.publish('session:s1', added('m2'), { isLost: true });
    await settle();
    assert.deepEqual(ids(), ['m1']);
    backend.tell({ type: 'heads', streams: backend.heads(), serverTime: backend.serverTime() });
    await until(() => ids().length === 2);
  });

  it('fetches what it missed while the connection was down', async () => {
    const { backend, ids, clock, desk } = await withSession();
    backend.link.cut();
    backend.publish('session:s1', added('m2'));
    backend.publish('session:s1', {
      type: 'message.delivery',
      messageId: 'm1',
      delivery: { status: 'read', at: NOW },
      providerId: 'wamid.1',
    });
    clock.increment(250);
    await until(() => desk.snapshot.connection.state === 'online');
    assert.deepEqual(ids(), ['m1', 'm2']);
    assert.equal(desk.session('s1')?.transcript.byProviderId('wamid.1')?.id, 'm1');
    assert.deepEqual(backend.opens[1]?.resume?.streams['session:s1'], { epoch: 'e1', seq: 1 });
  });

  it('starts again from a snapshot when the log has become another one', async () => {
    const { backend, ids, clock, desk } = await withSession();
    backend.link.cut();
    backend.changeEpoch('e2');
    backend.putSession(session(), [contactMessage('other', { originAt: NOW })]);
    clock.increment(250);
    await until(() => desk.snapshot.connection.state === 'online');
    assert.deepEqual(ids(), ['other']);
    backend.publish('session:s1', added('m9', NOW + 5));
    assert.deepEqual(ids(), ['other', 'm9']);
  });

  it('notices another log while it is connected', async () => {
    const { backend, ids } = await withSession();
    backend.changeEpoch('e2');
    backend.putSession(session(), [contactMessage('other', { originAt: NOW })]);
    backend.publish('session:s1', added('m9', NOW + 5));
    await until(() => ids().includes('m9'));
    assert.deepEqual(ids(), ['other', 'm9']);
    await settle();
    assert.ok(backend.syncs.length <= 2, 'it does not ask for ever');
  });

  it('asks again later when a sync fails', async () => {
    const { backend, ids, clock } = await withSession();
    const { sync } = backend.link;
    backend.link.sync = () => Promise.reject(new Error('not now'));
    backend.publish('session:s1', added('m2'), { isLost: true });
    backend.publish('session:s1', added('m3', NOW + 1));
    await settle();
    backend.link.sync = sync;
    clock.increment(250);
    await until(() => ids().length === 3);
  });

  it('gives up a connection over which a sync does not come', async () => {
    const { backend, clock, desk } = await withSession();
    backend.link.holdsSyncs = true;
    backend.publish('session:s1', added('m2'), { isLost: true });
    backend.publish('session:s1', added('m3', NOW + 1));
    clock.increment(15_000);
    assert.equal(desk.snapshot.connection.state, 'reconnecting');
  });

  it('takes off a session that is no longer on the desk', async () => {
    const { backend, clock, desk } = await withSession();
    const handle = desk.session('s1')!;
    backend.link.cut();
    backend.removeSession('s1');
    clock.increment(250);
    backend.publish('agent:jonas', { type: 'session.removed', sessionId: 's1', reason: 'taken-over' });
    await until(() => desk.snapshot.connection.state === 'online' && desk.snapshot.sessions.length === 0);
    assert.equal(handle.snapshot.session.phase, 'ended');
    assert.equal(handle.snapshot.session.endReason, 'taken-over');
  });

  it('shows many missed events with one change of the session', async () => {
    const { backend, ids, session: handle } = await withSession();
    let changes = 0;
    handle().subscribe(() => (changes += 1));
    for (let n = 0; n < 50; n++) backend.publish('session:s1', added(`n${n}`, NOW + n), { isLost: true });
    backend.publish('session:s1', added('last', NOW + 99));
    await until(() => ids().length === 52);
    assert.equal(changes, 1);
    assert.equal(handle().snapshot.unreadCount, 52);
  });
});
