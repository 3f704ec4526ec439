import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createActor, SimulatedClock, type AnyMachineSnapshot, type EventObject } from 'xstate';
import { SESSION_END_REASONS } from 'wa-desk/domain';
import { sessionMachine, type SessionInput, type SessionMachineEvent } from 'wa-desk/machines';
import { labelByType, pathsOf, tableOf, type TableInit } from '../support/machine-table.js';

const HOUR = 3_600_000;

function inputOf(rest: Partial<SessionInput> = {}): SessionInput {
  return {
    phase: 'offered',
    expiresAt: 30_000,
    window: { openedAt: 0, closesAt: 24 * HOUR },
    thresholds: { lateAfterMs: 30_000, overdueAfterMs: 50_000 },
    dispositionMissing: false,
    perform: () => undefined,
    askSync: () => undefined,
    isOnline: () => true,
    isInView: () => true,
    hasUnsent: () => false,
    now: () => 0,
    ...rest,
  };
}

const LIFECYCLE_EVENTS: readonly SessionMachineEvent[] = [
  { type: 'offer.accept' },
  { type: 'offer.reject' },
  ...(['timeout', 'taken', 'contact-left', 'cancelled', 'rejected'] as const).map(
    (reason) => ({ type: 'offer.withdrawn', reason }) as const,
  ),
  { type: 'session.assigned' },
  ...SESSION_END_REASONS.map((reason) => ({ type: 'session.removed', reason }) as const),
  { type: 'session.wrap-up' },
  { type: 'session.finish' },
  { type: 'wrap-up.started' },
  { type: 'wrap-up.cancelled' },
  { type: 'wish.refused', retryable: true },
  { type: 'wish.refused', retryable: false },
  { type: 'wish.unconfirmed' },
];

function labelOf(event: EventObject & { reason?: string; retryable?: boolean }): string {
  const more = event.reason ?? (event.retryable === undefined ? undefined : event.retryable ? 'for now' : 'for good');
  return more === undefined ? labelByType(event) : `${event.type} ${more}`;
}

const lifecycle = (input: SessionInput): TableInit => ({
  machine: sessionMachine,
  input,
  events: LIFECYCLE_EVENTS,
  nameOf: ({ value }: AnyMachineSnapshot) => Object.entries((value as { lifecycle: object }).lifecycle)[0]!.join('.'),
  labelOf,
});

/** Without the timers of the other regions, which are not about the lifecycle. */
function lifecycleTable(input: SessionInput) {
  const others = /untilWindow|untilLate|untilOverdue|typingTimeout/;
  const rows = Object.entries(tableOf(lifecycle(input)));
  return Object.fromEntries(
    rows.map(([state, cells]) => [
      state,
      Object.fromEntries(Object.entries(cells).filter(([event]) => !others.test(event))),
    ]),
  );
}

const REMOVED = Object.fromEntries(
  SESSION_END_REASONS.map((reason) => [`session.removed ${reason}`, `ended.${reason}`]),
);
const OFFERED = {
  ...REMOVED,
  'session.assigned': 'engaged.active',
  'offer.withdrawn timeout': 'ended.missed',
  'offer.withdrawn taken': 'ended.taken',
  'offer.withdrawn contact-left': 'ended.contact-left',
  'offer.withdrawn cancelled': 'ended.cancelled',
  'offer.withdrawn rejected': 'ended.rejected',
};
const ENGAGED = { ...REMOVED, 'wrap-up.started': 'wrapUp.pending' };
const WRAP_UP = { ...REMOVED, 'wrap-up.cancelled': 'engaged.active' };
const backTo = (state: string) => ({
  'wish.refused for now': state,
  'wish.refused for good': state,
  'wish.unconfirmed': state,
});

const WHOLE_TABLE = {
  'offered.ringing': {
    ...OFFERED,
    'offer.accept': 'offered.accepting',
    'offer.reject': 'offered.rejecting',
    'after untilOfferExpires': 'offered.expiring',
  },
  'offered.accepting': {
    ...OFFERED,
    ...backTo('offered.ringing'),
    'wish.refused for good': 'ended.taken',
    'after factTimeout': 'offered.accepting',
  },
  'offered.rejecting': { ...OFFERED, ...backTo('offered.ringing'), 'after factTimeout': 'offered.rejecting' },
  'offered.expiring': { ...OFFERED, 'after offerGrace': 'ended.missed' },
  'engaged.active': { ...ENGAGED, 'session.wrap-up': 'engaged.leaving', 'session.finish': 'engaged.finishing' },
  'engaged.finishing': { ...ENGAGED, ...backTo('engaged.active'), 'after factTimeout': 'engaged.active' },
  'engaged.leaving': { ...ENGAGED, ...backTo('engaged.active'), 'after factTimeout': 'engaged.active' },
  'wrapUp.pending': { ...WRAP_UP, 'session.finish': 'wrapUp.closing' },
  'wrapUp.closing': { ...WRAP_UP, ...backTo('wrapUp.pending'), 'after factTimeout': 'wrapUp.pending' },
  ...Object.fromEntries(SESSION_END_REASONS.map((reason) => [`ended.${reason}`, {}])),
};

describe('the lifecycle of a session', () => {
  it('handles or ignores every event in every state', () => {
    assert.deepEqual(lifecycleTable(inputOf()), WHOLE_TABLE);
  });

  it('has a way from the offer to each of its ends, and to every other state', () => {
    const table = lifecycle(inputOf());
    const reached = pathsOf(table).map(({ state }) => table.nameOf(state));
    assert.deepEqual([...new Set(reached)].sort(), Object.keys(WHOLE_TABLE).sort());
  });

  it('begins where the session was found', () => {
    const firstOf = (phase: SessionInput['phase']) =>
      lifecycle(inputOf()).nameOf(pathsOf(lifecycle(inputOf({ phase })))[0]!.state);
    assert.deepEqual((['offered', 'engaged', 'wrap-up'] as const).map(firstOf), [
      'offered.ringing',
      'engaged.active',
      'wrapUp.pending',
    ]);
  });

  it('accepts and rejects only while there is a connection', () => {
    const offline = lifecycleTable(inputOf({ isOnline: () => false }));
    assert.equal(offline['offered.ringing']?.['offer.accept'], undefined);
    assert.equal(offline['offered.ringing']?.['offer.reject'], undefined);
  });

  it('neither begins the wrap-up nor ends while something is unsent', () => {
    const engaged = lifecycleTable(inputOf({ hasUnsent: () => true }))['engaged.active'];
    assert.equal(engaged?.['session.wrap-up'], undefined);
    assert.equal(engaged?.['session.finish'], undefined);
  });

  it('is not done without the disposition that it needs', () => {
    const missing = lifecycleTable(inputOf({ dispositionMissing: true }));
    assert.equal(missing['wrapUp.pending']?.['session.finish'], undefined);
    assert.equal(missing['engaged.active']?.['session.finish'], undefined);
    const actor = createActor(sessionMachine, {
      input: inputOf({ phase: 'wrap-up', dispositionMissing: true }),
    }).start();
    actor.send({ type: 'disposition.changed', missing: false });
    assert.ok(actor.getSnapshot().can({ type: 'session.finish' }));
    actor.stop();
  });

  it('asks for each wish once, and for a sync when the fact does not come in ten seconds', () => {
    const asked: string[] = [];
    const clock = new SimulatedClock();
    const input = inputOf({
      perform: (wish) => asked.push(wish),
      askSync: () => asked.push('sync'),
      now: () => clock.now(),
    });
    const actor = createActor(sessionMachine, { input, clock }).start();
    actor.send({ type: 'offer.accept' });
    clock.increment(10_000);
    actor.send({ type: 'session.assigned' });
    actor.send({ type: 'session.wrap-up' });
    clock.increment(10_000);
    actor.send({ type: 'wrap-up.started' });
    actor.send({ type: 'session.finish' });
    assert.deepEqual(asked, ['accept', 'sync', 'wrap-up', 'sync', 'done']);
    actor.stop();
  });

  it('lets an offer ring for as long as the clock of the server says', () => {
    let now = 0;
    const clock = new SimulatedClock();
    const actor = createActor(sessionMachine, { input: inputOf({ now: () => now }), clock }).start();
    now = 25_000;
    actor.send({ type: 'clock.changed' });
    clock.increment(4999);
    assert.deepEqual(actor.getSnapshot().value.lifecycle, { offered: 'ringing' });
    clock.increment(1);
    assert.deepEqual(actor.getSnapshot().value.lifecycle, { offered: 'expiring' });
    actor.stop();
  });
});

const region = (
  name: 'window' | 'pending' | 'attention' | 'typing',
  input: SessionInput,
  events: readonly SessionMachineEvent[],
) =>
  tableOf({
    machine: sessionMachine,
    input,
    events,
    nameOf: ({ value }: AnyMachineSnapshot) => String((value as Record<string, string>)[name]),
    labelOf: (event) =>
      'since' in event && typeof event.since === 'number' ? `${event.type} ${event.since}` : labelOf(event),
  });

describe('the other regions of a session', () => {
  const engaged = (rest: Partial<SessionInput> = {}) => inputOf({ phase: 'engaged', ...rest });

  it('judge the service window anew with each fact, and by the clock', () => {
    const closed = { type: 'window.changed', window: {} } as const;
    const open = { type: 'window.changed', window: { openedAt: 0, closesAt: 24 * HOUR } } as const;
    const near = { type: 'window.changed', window: { openedAt: 0, closesAt: HOUR } } as const;
    for (const [fact, phase] of [
      [open, 'open'],
      [near, 'near'],
      [closed, 'closed'],
    ] as const) {
      const table = region('window', engaged(), [fact, { type: 'clock.changed' }]);
      for (const row of Object.values(table)) assert.equal(row['window.changed'], phase);
    }
    const table = region('window', engaged(), [closed]);
    assert.equal(table['open']?.['after untilWindowNear'], 'near');
    assert.equal(table['near']?.['after untilWindowCloses'], 'closed');
  });

  it('judge how long the contact waits by when the first message came, also after a reload', () => {
    const levelAt = (now: number, pendingSince?: number) => {
      const actor = createActor(sessionMachine, { input: engaged({ now: () => now, pendingSince }) }).start();
      const { pending } = actor.getSnapshot().value;
      actor.stop();
      return pending;
    };
    assert.deepEqual(
      [levelAt(0), levelAt(0, 0), levelAt(29_999, 0), levelAt(30_000, 0), levelAt(50_000, 0)],
      ['none', 'waiting', 'waiting', 'late', 'overdue'],
    );
    const table = region('pending', engaged(), [{ type: 'pending.changed', since: 0 }, { type: 'pending.changed' }]);
    assert.deepEqual(table['waiting']?.['after untilLate'], 'late');
    assert.deepEqual(table['late']?.['after untilOverdue'], 'overdue');
    for (const row of Object.values(table)) {
      assert.equal(row['pending.changed 0'], 'waiting');
      assert.equal(row['pending.changed'], 'none');
    }
  });

  it('judge the waiting anew when the thresholds change', () => {
    const actor = createActor(sessionMachine, { input: engaged({ pendingSince: 0, now: () => 10_000 }) }).start();
    actor.send({ type: 'thresholds.changed', thresholds: { lateAfterMs: 5000, overdueAfterMs: 9000 } });
    assert.equal(actor.getSnapshot().value.pending, 'overdue');
    actor.stop();
  });

  it('call for attention while the contact waits out of view', () => {
    const events = [{ type: 'session.seen' }, { type: 'session.left' }, { type: 'pending.changed' }] as const;
    const calling = region('attention', engaged({ pendingSince: 0, isInView: () => false }), events);
    assert.equal(calling['calling']?.['pending.changed'], 'quiet');
    assert.deepEqual(Object.keys(calling), ['calling', 'quiet']);
    const quiet = region('attention', engaged({ pendingSince: 0, isInView: () => true }), events);
    assert.deepEqual(Object.keys(quiet), ['quiet']);
  });

  it('show that the contact types until it is silent or has written', () => {
    const table = region('typing', engaged(), [{ type: 'contact.typing' }, { type: 'contact.wrote' }]);
    assert.deepEqual([table['silent']?.['contact.typing'], table['silent']?.['contact.wrote']], ['typing', undefined]);
    assert.deepEqual(
      [
        table['typing']?.['contact.typing'],
        table['typing']?.['contact.wrote'],
        table['typing']?.['after typingTimeout'],
      ],
      ['typing', 'silent', 'silent'],
    );
  });
});
