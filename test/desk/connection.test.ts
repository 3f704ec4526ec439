import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { WaError } from 'wa-desk/domain';
import { bench, online } from '../support/desk-bench.js';
import { contactMessage, session } from '../support/memory-backend.js';
import { settle, until } from '../support/until.js';

describe('the connection of a desk', () => {
  it('does nothing until it is started', async () => {
    const { desk, backend } = bench();
    await settle();
    assert.equal(desk.snapshot.connection.state, 'idle');
    assert.equal(backend.opens.length, 0);
  });

  it('shows agent, presence, reasons, options and sessions of the welcome', async () => {
    const made = bench({ options: { 'whatsappsession.max-text-message-size': 100, 'toast.window-title': 'host' } });
    made.backend.options = { 'toast.window-title': 'server', 'no.such-option': 1 };
    made.backend.putSession(session(), [contactMessage('m1')]);
    await online(made);
    const { snapshot } = made.desk;
    assert.equal(snapshot.agent?.name, 'Jonas Weber');
    assert.equal(snapshot.presence?.channels[0]?.ready, true);
    assert.deepEqual(snapshot.notReadyReasons, ['Lunch']);
    assert.equal(snapshot.options.toastWindowTitle, 'server');
    assert.equal(snapshot.options.maxTextMessageSize, 100);
    assert.deepEqual(
      snapshot.sessions.map(({ id }) => id),
      ['s1'],
    );
    assert.match(made.warnings.join(), /no\.such-option/);
  });

  it('waits between a quarter and half a second before the first new attempt', async () => {
    const made = await online(bench({ random: () => 0 }));
    made.backend.link.cut();
    assert.equal(made.desk.snapshot.connection.state, 'reconnecting');
    assert.equal(made.desk.snapshot.connection.nextAttemptAt, made.desk.now() + 250);
    made.clock.increment(249);
    assert.equal(made.backend.opens.length, 1);
    made.clock.increment(1);
    await until(() => made.desk.snapshot.connection.state === 'online');
    assert.equal(made.desk.snapshot.connection.lostAt, undefined);
  });

  it('waits longer after each failure, but never more than 25 seconds', async () => {
    const made = bench({ random: () => 0.999999 });
    made.backend.refusesToOpen = new Error('nobody answers');
    made.desk.start();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      await until(() => made.desk.snapshot.connection.state === 'reconnecting');
      const wait = made.desk.snapshot.connection.nextAttemptAt! - made.desk.now();
      waits.push(Math.round(wait));
      made.clock.increment(wait);
    }
    assert.deepEqual(waits, [500, 1000, 2000, 4000, 8000, 16_000, 25_000, 25_000, 25_000]);
  });

  it('tries again at once when the browser says that the network is back', async () => {
    const made = await online(bench());
    made.network.turn(false);
    made.backend.link.cut();
    assert.equal(made.desk.snapshot.connection.nextAttemptAt, undefined);
    made.clock.increment(60_000);
    assert.equal(made.backend.opens.length, 1, 'nothing is tried without a network');
    made.network.turn(true);
    await until(() => made.desk.snapshot.connection.state === 'online');
  });

  it('gives up a connection that is silent after the network has changed', async () => {
    const made = await online(bench());
    made.backend.link.holdsSyncs = true;
    made.network.turn(false);
    made.clock.increment(4999);
    assert.equal(made.desk.snapshot.connection.state, 'online');
    made.clock.increment(1);
    assert.equal(made.desk.snapshot.connection.state, 'reconnecting');
    made.network.turn(true);
    await until(() => made.desk.snapshot.connection.state === 'online');
  });

  it('keeps a connection that answers after the network has changed', async () => {
    const made = await online(bench());
    made.network.turn(false);
    await until(() => made.backend.syncs.length === 1, 'a sync');
    await settle();
    made.clock.increment(60_000);
    assert.equal(made.desk.snapshot.connection.state, 'online');
    assert.equal(made.backend.opens.length, 1);
  });

  it('tries again at once when it is told to', async () => {
    const made = await online(bench());
    made.backend.link.cut();
    made.desk.reconnect();
    await until(() => made.desk.snapshot.connection.state === 'online');
  });

  it('gives up an opening that takes too long', async () => {
    const made = bench({ credentials: () => new Promise(() => undefined) });
    made.desk.start();
    made.clock.increment(15_000);
    assert.equal(made.desk.snapshot.connection.state, 'reconnecting');
    assert.equal(made.backend.opens[0]?.signal.aborted, true);
  });

  it('asks for new credentials when the old ones have run out', async () => {
    let asked = 0;
    const made = await online(bench({ credentials: async () => (asked += 1) }));
    made.backend.tell({ type: 'fatal', code: 'unauthorized' });
    made.clock.increment(250);
    await until(() => made.desk.snapshot.connection.state === 'online');
    assert.equal(asked, 2);
  });

  it('waits for the host when the new credentials are refused too', async () => {
    const made = bench();
    made.backend.refusesToOpen = new WaError('unauthorized', 'no');
    made.desk.start();
    await until(() => made.desk.snapshot.connection.state === 'unauthorized');
    made.clock.increment(3_600_000);
    assert.equal(made.backend.opens.length, 1);
    made.backend.refusesToOpen = undefined;
    made.desk.reconnect();
    await until(() => made.desk.snapshot.connection.state === 'online');
  });

  for (const code of ['incompatible', 'superseded', 'refused'] as const) {
    it(`stops for good when the other side says "${code}"`, async () => {
      const made = await online(bench());
      made.backend.tell({ type: 'fatal', code });
      assert.equal(made.desk.snapshot.connection.state, 'failed');
      assert.equal(made.desk.snapshot.connection.error?.code, 'transport-fatal');
      made.clock.increment(3_600_000);
      assert.equal(made.backend.opens.length, 1);
    });
  }

  it('stops for good when the other side speaks another version of the protocol', async () => {
    const made = bench();
    made.backend.protocol = 2;
    made.desk.start();
    await until(() => made.desk.snapshot.connection.state === 'failed');
    assert.match(made.desk.snapshot.connection.error!.message, /version 2/);
    assert.equal(made.backend.link.closedFor, 'replaced');
  });

  it('closes the connection when it is stopped, and opens another when it is started again', async () => {
    const made = bench();
    made.backend.putSession(session());
    await online(made);
    await made.desk.stop('unload');
    assert.equal(made.desk.snapshot.connection.state, 'closed');
    assert.equal(made.backend.link.closedFor, 'unload');
    assert.equal(made.desk.snapshot.sessions.length, 1, 'what was there is still to be read');
    await online(made);
    assert.equal(made.backend.links.length, 2);
  });

  it('shows nothing of the customers any more once the agent has logged out', async () => {
    const made = bench();
    made.backend.putSession(session());
    await online(made);
    await made.desk.stop('logout');
    assert.equal(made.backend.link.closedFor, 'logout');
    assert.equal(made.desk.snapshot.agent, undefined);
    assert.deepEqual(made.desk.snapshot.sessions, []);
    assert.equal(made.network.listeners + made.page.listeners, 0, 'nothing is listened to any more');
  });

  it('follows the clock of the server', async () => {
    const made = bench();
    made.backend.serverTime = () => made.clock.now() + 3_600_000;
    await online(made);
    assert.equal(made.desk.now(), made.clock.now() + 3_600_000);
    made.backend.serverTime = () => made.clock.now() + 7_200_000;
    made.backend.tell({ type: 'heads', streams: {}, serverTime: made.backend.serverTime() });
    assert.equal(made.desk.now(), made.clock.now() + 7_200_000);
  });

  it('tells the host of what the transport kept out', async () => {
    const made = await online(bench());
    made.backend.tell({ type: 'violation', what: 'event message.added: "content" is missing' });
    assert.match(made.warnings.join(), /"content" is missing/);
  });

  it('keeps its snapshot as long as nothing changes', async () => {
    const made = bench();
    made.backend.putSession(session());
    await online(made);
    const { snapshot } = made.desk;
    let changes = 0;
    made.desk.subscribe(() => (changes += 1));
    made.backend.tell({ type: 'heads', streams: made.backend.heads(), serverTime: made.backend.serverTime() });
    await settle();
    assert.equal(made.desk.snapshot, snapshot);
    assert.equal(changes, 0);
    assert.ok(Object.isFrozen(snapshot) && Object.isFrozen(snapshot.sessions));
  });
});
