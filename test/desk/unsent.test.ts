import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { createDesk, type DeskHandle } from 'wa-desk/desk';
import type { Content } from 'wa-desk/domain';
import { createSimulator, ManualClock } from 'wa-desk/transports/simulator';
import { bench, nextId, online, startOfTime, Switch, type Bench } from '../support/desk-bench.js';
import { CAPABILITIES, MemoryBackend, session } from '../support/memory-backend.js';
import { TabHub } from '../support/tab-hub.js';
import { settle, until } from '../support/until.js';

const MINUTE = 60_000;
const text = (body: string): Content => ({ kind: 'text', body });
const NOT_YOURS = { type: 'refused', code: 'not-yours', retryable: false } as const;

/** What the agent is told of one desk, as words. */
function told(desk: DeskHandle): string[] {
  return desk.snapshot.unsent.flatMap(({ contact, messages }) =>
    messages.map(({ content, state }) => `${contact.name}: ${content.kind === 'text' ? content.body : ''} ${state}`),
  );
}

/** One browser in which desks come and go. */
function browser() {
  const clock = startOfTime();
  const backend = new MemoryBackend(clock);
  backend.putSession(session());
  const hub = new TabHub();
  const storage = { indexedDB: new IDBFactory() };
  const open = () => online(bench({ clock, backend, storage, tabChannel: (name) => hub.open(name) }));
  return { clock, backend, open };
}

/** The server ends the session, and says so. */
function end({ backend }: { backend: MemoryBackend }): void {
  backend.removeSession('s1');
  backend.publish('agent:jonas', { type: 'session.removed', sessionId: 's1', reason: 'transferred' });
}

async function reconnected({ desk, backend }: Bench): Promise<void> {
  backend.refusesToOpen = undefined;
  desk.reconnect();
  await until(() => desk.snapshot.connection.state === 'online');
  await settle();
}

/** A desk on which two messages wait for the connection when the session goes. */
async function strandedOffline() {
  const place = browser();
  const made = await place.open();
  made.backend.link.cut();
  made.backend.refusesToOpen = new Error('down');
  const ids = [await made.session().send(text('first')), await made.session().send(text('second'))] as const;
  made.clock.increment(1000);
  end(made);
  await reconnected(made);
  return { ...place, made, ids };
}

describe('what was not sent before its session went', () => {
  it('is told when the session went while there was no connection', async () => {
    const { made } = await strandedOffline();
    assert.deepEqual(made.desk.snapshot.sessions, []);
    assert.deepEqual(told(made.desk), ['Mara Lindqvist: first not-sent', 'Mara Lindqvist: second not-sent']);
    assert.equal(made.backend.sent('message.send').length, 0);
  });

  it('is told after each reload until the agent has decided, in every tab', async () => {
    const { made, open, ids } = await strandedOffline();
    await made.desk.stop('unload');
    const [left, right] = [await open(), await open()];
    await until(() => told(left.desk).length === 2 && told(right.desk).length === 2);
    await left.desk.discardUnsent(ids[0]);
    assert.deepEqual(told(left.desk), ['Mara Lindqvist: second not-sent']);
    await until(() => told(right.desk).length === 1);
    await right.desk.discardUnsent(ids[1]);
    await until(() => told(left.desk).length === 0);
    const last = await open();
    await settle();
    assert.deepEqual(told(last.desk), []);
  });

  it('is told when the session goes before the server has answered, and only if the server does not have it', async () => {
    for (const [answer, expected] of [
      [NOT_YOURS, ['Mara Lindqvist: on its way not-sent']],
      [{ type: 'done', value: undefined }, []],
    ] as const) {
      const made = await browser().open();
      made.backend.holdsAnswers = true;
      const id = await made.session().send(text('on its way'));
      await until(() => made.backend.asked.length === 1);
      end(made);
      await until(() => made.backend.asked.length === 2);
      assert.equal(made.backend.asked[1]?.command.id, id);
      assert.deepEqual(told(made.desk), []);
      made.backend.asked[1].answer(answer);
      await settle();
      assert.deepEqual(told(made.desk), expected);
    }
  });

  it('is in doubt as long as the server cannot be asked, and is asked again with the next connection', async () => {
    const made = await browser().open();
    made.backend.holdsAnswers = true;
    await made.session().send(text('in doubt'));
    await until(() => made.backend.asked.length === 1);
    end(made);
    await until(() => made.backend.asked.length === 2);
    made.backend.link.cut();
    await until(() => told(made.desk).join() === 'Mara Lindqvist: in doubt in-doubt');
    made.backend.holdsAnswers = false;
    made.backend.decide = () => NOT_YOURS;
    await reconnected(made);
    assert.deepEqual(told(made.desk), ['Mara Lindqvist: in doubt not-sent']);
    assert.equal(made.desk.snapshot.unsent[0]?.messages[0]?.refusal?.code, 'not-yours');
  });

  it('does not go round between two tabs that both cannot ask', async () => {
    const { open, backend } = browser();
    const [left, right] = [await open(), await open()];
    backend.decide = ({ type }) =>
      type === 'message.send' ? { type: 'unconfirmed' } : { type: 'done', value: undefined };
    await left.session().send(text('in doubt'));
    await until(() => backend.sent('message.send').length > 0);
    end({ backend });
    await until(() => told(left.desk).length + told(right.desk).length === 2);
    const asked = backend.sent('message.send').length;
    await settle();
    assert.equal(backend.sent('message.send').length, asked);
  });

  it('is told when the session goes while a message is being written down', async () => {
    const made = await browser().open();
    const sent = made.session().send(text('just now'));
    end(made);
    await sent;
    await until(() => told(made.desk).length === 1);
    assert.deepEqual(told(made.desk), ['Mara Lindqvist: just now not-sent']);
    assert.equal(made.backend.sent('message.send').length, 0);
  });

  it('asks in its session, instead of going by itself, when that comes back', async () => {
    const { made, ids } = await strandedOffline();
    made.backend.putSession(session());
    made.backend.publish('agent:jonas', {
      type: 'session.assigned',
      session: session(),
      capabilities: CAPABILITIES,
    });
    await until(() => made.session()?.snapshot.outbox.length === 2);
    assert.deepEqual(told(made.desk), []);
    await settle();
    assert.deepEqual(
      made.session().snapshot.outbox.map(({ state }) => state),
      ['stale', 'stale'],
    );
    await made.session().sendStale(ids[0]);
    await until(() => made.backend.messagesOf('s1').length === 1);
  });

  it('goes once to where the contact is now, when the agent says so twice', async () => {
    const { made, ids } = await strandedOffline();
    await assert.rejects(made.desk.sendUnsent(ids[0]), { code: 'not-allowed' });
    made.backend.putSession(session({ id: 's2' }));
    made.backend.publish('agent:jonas', {
      type: 'session.assigned',
      session: session({ id: 's2' }),
      capabilities: CAPABILITIES,
    });
    await until(() => made.desk.session('s2') !== undefined);
    assert.equal(made.desk.snapshot.unsent[0]?.openSessionId, 's2');
    await Promise.all([made.desk.sendUnsent(ids[0]), made.desk.sendUnsent(ids[0])]);
    await until(() => made.backend.messagesOf('s2').length > 0);
    await settle();
    assert.equal(made.backend.messagesOf('s2').length, 1);
    assert.deepEqual(told(made.desk), ['Mara Lindqvist: second not-sent']);
  });

  it('leaves alone what another tab writes in a session that this one has not heard of yet', async () => {
    const { open, backend, clock } = browser();
    const left = await open();
    const right = await open();
    clock.increment(MINUTE);
    backend.links[1]!.isCut = true;
    backend.putSession(session({ id: 's2' }));
    backend.publish('agent:jonas', {
      type: 'session.assigned',
      session: session({ id: 's2' }),
      capabilities: CAPABILITIES,
    });
    await until(() => left.desk.session('s2') !== undefined);
    left.backend.holdsAnswers = true;
    await left.desk.session('s2')!.send(text('fresh'));
    await until(() => left.desk.session('s2')!.snapshot.outbox[0]?.state === 'sending');
    await settle();
    assert.deepEqual(told(right.desk), []);
    assert.equal(left.desk.session('s2')!.snapshot.outbox[0]?.state, 'sending');
  });

  it('belongs to the agent who wrote it', async () => {
    const { made, open } = await strandedOffline();
    await made.desk.stop('logout');
    made.backend.agent = { id: 'priya', name: 'Priya Nair' };
    const other = await open();
    await settle();
    assert.deepEqual(told(other.desk), []);
  });
});

describe('two desks of one agent over the simulator', () => {
  it('never lose a message without a word when one ends the session while the other sends', async () => {
    const outcomes = new Set<string>();
    for (let turns = 0; turns < 12; turns++) {
      const clock = new ManualClock();
      const simulator = createSimulator({ clock, seed: 1 });
      const hub = new TabHub();
      const storage = { indexedDB: new IDBFactory() };
      const open = () => {
        const desk = createDesk(simulator.transport, {
          clock,
          ids: nextId,
          storage,
          tabChannel: (name) => hub.open(name),
          network: new Switch(),
          page: new Switch(),
          random: () => 0,
        });
        desk.start();
        return desk;
      };
      const [writer, closer] = [open(), open()];
      await until(() => [writer, closer].every((desk) => desk.snapshot.connection.state === 'online'));
      await writer.setPresence({ ready: true });
      simulator.contact('Mara').writes('Hello');
      await until(() => writer.snapshot.offers.length === 1);
      writer.acceptOffer(writer.snapshot.offers[0]!.offer.id);
      await until(() => [writer, closer].every((desk) => desk.snapshot.sessions.length === 1));
      const handle = writer.snapshot.sessions[0]!;
      const { capabilities } = handle.snapshot;
      if (capabilities.dispositionRequired) await handle.setDisposition(capabilities.dispositions[0]!.code);
      const ended = closer.snapshot.sessions[0]!.done();
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      const isSent = await handle.send(text('last words')).then(
        () => true,
        () => false,
      );
      await ended;
      await settle();
      const isTold = writer.snapshot.unsent.length === 1;
      const last = handle.transcript.at(handle.transcript.size - 1)!;
      const hasArrived = last.author.kind === 'agent' && last.seq !== undefined;
      const isOpen = writer.snapshot.sessions.length === 1;
      assert.ok(!isSent || isTold || hasArrived, `after ${turns} turns: neither sent nor told`);
      assert.ok(!(isTold && hasArrived), `after ${turns} turns: sent, and told that it was not`);
      outcomes.add(`${isSent ? 'taken' : 'refused'} ${isTold ? 'told' : ''} ${isOpen ? 'open' : 'ended'}`);
      simulator.stop();
    }
    assert.ok(
      [...outcomes].some((outcome) => outcome.includes('told')),
      [...outcomes].join('; '),
    );
  });
});
