import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DeliveryStatus } from '../../src/domain/delivery.js';
import { riseTo } from '../../src/domain/delivery.js';
import type { Command } from '../../src/protocol/commands.js';
import {
  decide,
  emptyState,
  evolve,
  ServiceDesk,
  serviceDeskConfig,
  type LogEnvelope,
  type SendResult,
} from '../../src/service-desk/index.js';
import { Driver, MARA, refusedWith, TOMAS } from './driver.js';

const AGENTS = ['ana', 'ben'];
const CONTACTS = [MARA, TOMAS, { userId: 'JP.3' }];

/** One random thing that happens; it picks what it acts on from what is there. */
type Step = (driver: Driver) => void;

function pick<T>(found: Iterable<T>, at: number): T | undefined {
  const all = [...found];
  return all[at % all.length];
}

const COMMANDS: ((driver: Driver, at: number) => Command | undefined)[] = [
  (driver, at) => ({ type: 'presence.set', id: driver.newId('c'), ready: at % 4 !== 0 }),
  (driver, at) => {
    const offerId = pick(driver.desk.state.offers.keys(), at);
    return offerId === undefined ? undefined : { type: 'offer.accept', id: driver.newId('c'), offerId };
  },
  (driver, at) => {
    const offerId = pick(driver.desk.state.offers.keys(), at);
    return offerId === undefined ? undefined : { type: 'offer.reject', id: driver.newId('c'), offerId };
  },
  ...(['session.wrap-up', 'session.done'] as const).map((type) => (driver: Driver, at: number): Command | undefined => {
    const sessionId = pick(driver.desk.state.sessions.keys(), at);
    return sessionId === undefined ? undefined : { type, id: driver.newId('c'), sessionId };
  }),
  (driver, at) => {
    const sessionId = pick(driver.desk.state.sessions.keys(), at);
    const content = { kind: 'text', body: `m${at}` } as const;
    return sessionId === undefined ? undefined : { type: 'message.send', id: driver.newId('m'), sessionId, content };
  },
  (driver, at) => {
    const message = pick(driver.desk.state.messages.values(), at)?.message;
    if (!message) return undefined;
    const { id: messageId, sessionId } = message;
    return { type: 'message.settle', id: driver.newId('c'), sessionId, messageId };
  },
];

const RESULTS: readonly SendResult[] = [
  { type: 'failed', problem: { code: 131026 } },
  { type: 'failed', problem: { code: 131047 } },
  { type: 'unknown' },
  { type: 'retry', afterMs: 3000 },
];

const STATUSES = ['sent', 'delivered', 'read', 'failed'] as const;

const aCommand = fc
  .record({ which: fc.nat(COMMANDS.length - 1), agent: fc.nat(1), at: fc.nat(50), twice: fc.boolean() })
  .map(({ which, agent, at, twice }): Step => (driver) => {
    const command = COMMANDS[which]!(driver, at);
    if (!command) return;
    driver.command(AGENTS[agent]!, command);
    if (twice) driver.command(AGENTS[agent]!, command);
  });

const aMessage = fc
  .record({ contact: fc.nat(2), wamid: fc.nat(40), late: fc.nat(9000) })
  .map(({ contact, wamid, late }): Step => (driver) => {
    driver.writes(CONTACTS[contact]!, `in ${wamid}`, { providerId: `wamid.in${wamid}`, originAt: driver.now - late });
  });

const aSend = fc.record({ result: fc.nat(RESULTS.length) }).map(({ result }): Step => (driver) => {
  const [messageId] = driver.toSend();
  if (messageId !== undefined) driver.passesOn(messageId, RESULTS[result]);
});

const aStatus = fc.record({ at: fc.nat(50), status: fc.nat(3) }).map(({ at, status }): Step => (driver) => {
  const message = pick(driver.desk.state.messages.values(), at)?.message;
  const providerId = message?.providerId ?? `wamid.${message?.id ?? 'foreign'}`;
  driver.handle({ type: 'inbound.status', channelId: 'orders', providerId, status: STATUSES[status]!, at: driver.now });
});

const time = fc.nat(40_000).map((ms): Step => (driver) => {
  driver.advance(ms);
});

const restart = fc.constant<Step>((driver) => {
  driver.handle({ type: 'restarted' });
});

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: aCommand },
    { weight: 4, arbitrary: aMessage },
    { weight: 3, arbitrary: aSend },
    { weight: 3, arbitrary: aStatus },
    { weight: 2, arbitrary: time },
    { weight: 1, arbitrary: restart },
  ),
  { maxLength: 60 },
);

function played(all: readonly Step[]): Driver {
  const driver = new Driver();
  driver.ready(...AGENTS);
  for (const step of all) step(driver);
  return driver;
}

function assertDense(log: readonly LogEnvelope[]): void {
  const heads = new Map<string, number>();
  for (const { stream, seq } of log) {
    assert.equal(seq, (heads.get(stream) ?? 0) + 1, `the numbers of ${stream} have no holes`);
    heads.set(stream, seq);
  }
}

function assertOwners({ desk }: Driver): void {
  const { agents, sessions, offers } = desk.state;
  for (const [id, { session }] of sessions) {
    const owners = [...agents.values()].filter((agent) => agent.sessionIds.has(id));
    const offered = [...offers.values()].filter(({ offer }) => offer.session.id === id);
    const queued = [...desk.state.queues.values()].flat().filter((other) => other === id);
    const places = {
      queued: [0, 0, 1],
      offered: [0, 1, 0],
      engaged: [1, 0, 0],
      'wrap-up': [1, 0, 0],
      ended: [0, 0, 0],
    };
    assert.deepEqual(
      [owners.length, offered.length, queued.length],
      places[session.phase],
      `places of a ${session.phase} session`,
    );
  }
  for (const { id, capacity } of desk.config.agents) {
    const agent = agents.get(id);
    assert.ok(
      (agent?.sessionIds.size ?? 0) + (agent?.offerIds.size ?? 0) <= capacity,
      'nobody has more than the capacity',
    );
  }
}

function assertRising(log: readonly LogEnvelope[]): void {
  const statuses = new Map<string, DeliveryStatus>();
  for (const { event } of log) {
    if (event.type !== 'message.delivery') continue;
    const before = statuses.get(event.messageId);
    const { status } = event.delivery;
    const isSame = before === status;
    const rises = before === undefined || riseTo({ status: before, at: 0 }, { status, at: 1 }).at === 1;
    assert.ok(isSame || rises, `${before} does not become ${status}`);
    statuses.set(event.messageId, status);
  }
}

function assertOnce(log: readonly LogEnvelope[]): void {
  const added = log.flatMap(({ event }) => (event.type === 'message.added' ? [event.message] : []));
  const inbound = added.filter(({ author }) => author.kind === 'contact').map(({ providerId }) => providerId);
  assert.equal(new Set(inbound).size, inbound.length, 'every inbound message once');
  assert.equal(new Set(added.map(({ id }) => id)).size, added.length, 'every id once');
}

/** Each message is handed to WhatsApp at most once, unless WhatsApp certainly did not take it. */
function assertSentOnce(log: readonly LogEnvelope[]): void {
  const started = new Map<string, number>();
  for (const { event } of log) {
    if (event.type === 'send.delayed') started.set(event.messageId, (started.get(event.messageId) ?? 0) - 1);
    if (event.type !== 'message.delivery' || event.delivery.status !== 'sending') continue;
    started.set(event.messageId, (started.get(event.messageId) ?? 0) + 1);
    assert.ok(started.get(event.messageId)! <= 1, 'no second automatic send');
  }
}

function transcripts({ state }: ServiceDesk): readonly (readonly string[])[] {
  const lists = [...state.sessions.values(), ...state.conversations.values()].map(({ messages }) => messages);
  return lists.map((list) => list.slice(0, list.size).map(({ id }) => id));
}

describe('whatever happens', () => {
  it('numbers have no holes, a session has one place, nobody has too much, statuses rise and nothing is doubled', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const driver = played(all);
        assertDense(driver.log);
        assertOwners(driver);
        assertRising(driver.log);
        assertOnce(driver.log);
        assertSentOnce(driver.log);
      }),
      { numRuns: 300 },
    );
  });

  it('the log alone gives the same state, also with events that come twice', () => {
    fc.assert(
      fc.property(steps, fc.array(fc.nat(500), { maxLength: 20 }), (all, repeats) => {
        const driver = played(all);
        const rebuilt = new ServiceDesk({ epoch: 'e1', config: driver.desk.config });
        driver.log.forEach((envelope, index) => {
          rebuilt.apply(structuredClone(envelope));
          if (repeats.includes(index)) rebuilt.apply(structuredClone(envelope));
        });
        for (const index of repeats) if (driver.log[index]) rebuilt.apply(structuredClone(driver.log[index]));
        assert.deepEqual(rebuilt.state, driver.desk.state);
        assert.deepEqual(transcripts(rebuilt), transcripts(driver.desk));
        assert.deepEqual(rebuilt.welcome('ana', driver.now), driver.desk.welcome('ana', driver.now));
      }),
      { numRuns: 150 },
    );
  });

  it('deciding changes nothing, and a refusal leaves no event', () => {
    fc.assert(
      fc.property(steps, fc.nat(COMMANDS.length - 1), fc.nat(50), (all, which, at) => {
        const driver = played(all);
        const command = COMMANDS[which]!(driver, at);
        if (!command) return;
        const before = structuredClone([...driver.desk.state.heads]);
        const context = {
          ...driver,
          state: driver.desk.state,
          config: driver.desk.config,
          epoch: 'e1',
          now: driver.now,
        };
        const decision = decide(
          { ...context, newId: () => driver.newId() },
          { type: 'command', agentId: 'ana', command },
        );
        assert.deepEqual([...driver.desk.state.heads], before);
        if (refusedWith(decision.outcome) !== undefined) assert.deepEqual(decision.events, []);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a log', () => {
  it('with a hole is refused', () => {
    const driver = new Driver();
    driver.engaged();
    const state = emptyState();
    const [first, ...others] = driver.log.filter(({ stream }) => stream === 'agent:ana');
    assert.ok(first);
    assert.throws(() => others.forEach((envelope) => evolve(state, envelope)), { code: 'contract-violated' });
  });

  it('of 20,000 messages is added to as quickly at its end as at its beginning', () => {
    const desk = new ServiceDesk({ epoch: 'e', config: serviceDeskConfig({ channels: [{ id: 'c', name: 'C' }] }) });
    let ids = 0;
    const write = (count: number): number => {
      const start = performance.now();
      for (let index = 0; index < count; index += 1) {
        ids += 1;
        const message = { providerId: `w${ids}`, content: { kind: 'text', body: 'x' }, originAt: ids } as const;
        const surroundings = { now: ids, newId: () => `i${(ids += 1)}` };
        desk.handle({ type: 'inbound.message', channelId: 'c', contact: MARA, message }, surroundings);
      }
      return performance.now() - start;
    };
    write(1000);
    const early = write(2000);
    write(15_000);
    const late = write(2000);
    assert.ok(late < early * 6 + 50, `2,000 messages took ${early} ms at first and ${late} ms at last`);
  });
});
