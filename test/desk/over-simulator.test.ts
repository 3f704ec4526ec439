import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createDesk, type DeskHandle } from 'wa-desk/desk';
import { createSimulator, ManualClock, Random, type FaultKind, type Simulator } from 'wa-desk/transports/simulator';
import { nextId, Switch } from '../support/desk-bench.js';
import { settle, until } from '../support/until.js';

interface Stage {
  readonly clock: ManualClock;
  readonly simulator: Simulator;
  readonly desk: DeskHandle;
  readonly errors: string[];
  /** Another desk of the same agent, in another window. */
  open(): DeskHandle;
}

function stage(seed = 1): Stage {
  const clock = new ManualClock();
  const simulator = createSimulator({ clock, seed });
  const random = new Random(seed);
  const errors: string[] = [];
  const open = () =>
    createDesk(simulator.transport, {
      clock,
      ids: nextId,
      random: () => random.next(),
      storage: 'memory',
      network: new Switch(),
      page: new Switch(),
      onWarning: (message) => errors.push(message),
    });
  return { clock, simulator, desk: open(), errors, open };
}

/** Lets time go by in small steps, with everything that comes of it. */
async function pass({ clock }: Stage, ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 500) {
    clock.advance(Math.min(500, ms - passed));
    await settle();
  }
}

/** A desk that has accepted a session of Mara's. */
async function talking(seed?: number) {
  const made = stage(seed);
  const { desk, simulator } = made;
  desk.start();
  await until(() => desk.snapshot.connection.state === 'online');
  await desk.setPresence({ ready: true });
  const mara = simulator.contact('Mara');
  mara.writes('Where is my order?');
  await until(() => desk.snapshot.offers.length === 1);
  desk.acceptOffer(desk.snapshot.offers[0]!.offer.id);
  await until(() => desk.snapshot.sessions.length === 1 && desk.snapshot.sessions[0]!.transcript.size > 0);
  return { ...made, mara, session: () => desk.snapshot.sessions[0]! };
}

function bodies(desk: DeskHandle): string[] {
  const { transcript } = desk.snapshot.sessions[0]!;
  return Array.from({ length: transcript.size }, (_, index) => {
    const { content } = transcript.at(index)!;
    return content.kind === 'text' ? content.body : content.kind;
  });
}

describe('a desk over the simulator', () => {
  it('takes a session from the offer to its end', async () => {
    const made = await talking();
    const { desk, session, mara, simulator } = made;
    assert.equal(desk.snapshot.currentSessionId, session().id);
    assert.equal(session().snapshot.unreadCount, 1);
    session().markRead(session().transcript.at(0)!.id);
    assert.equal(session().snapshot.pendingLevel, 'waiting');
    const id = await session().send({ kind: 'text', body: 'On its way' });
    await until(() => session().snapshot.outbox.length === 0);
    await pass(made, 10_000);
    assert.equal(session().snapshot.pendingLevel, 'none');
    assert.ok(['delivered', 'read'].includes(session().transcript.get(id)!.delivery!.status));
    mara.writes('Thanks!');
    await until(() => session().transcript.size === 3);
    assert.equal(session().snapshot.unreadCount, 1);
    assert.equal((await session().setNote('all good')).type, 'done');
    assert.equal((await session().wrapUp()).type, 'done');
    await until(() => session().snapshot.session.phase === 'wrap-up');
    const { capabilities } = session().snapshot;
    if (capabilities.dispositionRequired) await session().setDisposition(capabilities.dispositions[0]!.code);
    const handle = session();
    assert.equal((await handle.done()).type, 'done');
    await until(() => desk.snapshot.sessions.length === 0);
    assert.equal(handle.snapshot.session.endReason, 'done');
    simulator.stop();
  });

  it('is engaged again when the contact writes during the wrap-up', async () => {
    const { session, mara, simulator } = await talking();
    await session().wrapUp();
    await until(() => session().snapshot.session.phase === 'wrap-up');
    mara.writes('One more thing');
    await until(() => session().snapshot.sendMode === 'free');
    simulator.stop();
  });

  it('lets an offer go that nobody answers', async () => {
    const made = stage();
    made.desk.start();
    await until(() => made.desk.snapshot.connection.state === 'online');
    await made.desk.setPresence({ ready: true });
    made.simulator.contact('Mara').writes('Hello?');
    await until(() => made.desk.snapshot.offers.length === 1);
    const { expiresAt } = made.desk.snapshot.offers[0]!.offer;
    made.clock.advance(expiresAt - made.desk.now());
    await until(() => made.desk.snapshot.offers[0]?.state === 'gone');
    assert.equal(made.desk.snapshot.offers[0]?.goneReason, 'timeout');
    made.simulator.stop();
  });

  for (const fault of [
    'drop-event',
    'repeat-event',
    'swap-event',
    'break-event',
    'lose-command',
    'lose-outcome',
  ] as const) {
    it(`has every message once and in order in spite of "${fault}"`, async () => {
      const made = await talking();
      made.simulator.faults.inject(fault);
      await made.session().send({ kind: 'text', body: 'first' });
      await made.session().send({ kind: 'text', body: 'second' });
      await pass(made, 2000);
      made.simulator.beat();
      await pass(made, 60_000);
      assert.deepEqual(bodies(made.desk), ['Where is my order?', 'first', 'second']);
      assert.deepEqual(made.session().snapshot.outbox, []);
      made.simulator.stop();
    });
  }

  it('goes on after the log has become another one', async () => {
    const made = await talking();
    await made.session().send({ kind: 'text', body: 'before' });
    await pass(made, 1000);
    made.simulator.changeEpoch();
    await made.session().send({ kind: 'text', body: 'after' });
    await pass(made, 60_000);
    made.simulator.beat();
    await pass(made, 5000);
    assert.deepEqual(bodies(made.desk), ['Where is my order?', 'before', 'after']);
    made.simulator.stop();
  });

  it('ends as a fresh desk begins, whatever went wrong meanwhile', async () => {
    const faults: readonly FaultKind[] = [
      ...(['drop-event', 'repeat-event', 'swap-event', 'break-event'] as const),
      ...(['lose-command', 'lose-outcome', 'fail-to-connect'] as const),
    ];
    for (let seed = 1; seed <= 12; seed++) {
      const made = await talking(seed);
      const { desk, session, mara, simulator } = made;
      const random = new Random(seed * 7919);
      const pick = <T>(from: readonly T[]) => from[Math.floor(random.next() * from.length)]!;
      const sent: string[] = [];
      for (let step = 0; step < 25; step++) {
        const what = random.next();
        if (what < 0.35) sent.push(await session().send({ kind: 'text', body: `agent ${step}` }));
        else if (what < 0.55) mara.writes(`mara ${step}`);
        else if (what < 0.8) simulator.faults.inject(pick(faults));
        else if (what < 0.9) simulator.cutLink();
        else await pass(made, 3000);
        await settle();
        assert.equal(new Set(bodies(desk)).size, bodies(desk).length, `seed ${seed}: a message shows twice`);
        for (const id of sent) assert.ok(session().transcript.get(id), `seed ${seed}: a message does not show`);
      }
      for (let round = 0; round < 4; round++) {
        await pass(made, 30_000);
        simulator.beat();
      }
      await pass(made, 30_000);
      assert.deepEqual(session().snapshot.outbox, [], `seed ${seed}`);
      const fresh = made.open();
      fresh.start();
      await until(
        () => fresh.snapshot.connection.state === 'online' || fresh.snapshot.connection.state === 'reconnecting',
      );
      await pass(made, 60_000);
      assert.deepEqual(bodies(desk), bodies(fresh), `seed ${seed}`);
      const order = sent.map((id) => session().transcript.indexOf(id));
      assert.deepEqual(
        order,
        [...order].sort((a, b) => a - b),
        `seed ${seed}: the agent's own order`,
      );
      assert.ok(!order.includes(-1), `seed ${seed}: nothing is lost`);
      simulator.stop();
    }
  });
});
