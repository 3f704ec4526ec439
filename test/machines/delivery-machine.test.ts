import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createActor, SimulatedClock, type EventObject } from 'xstate';
import { deliveryMachine, type DeliveryInput } from 'wa-desk/machines';
import type { Outcome } from 'wa-desk/protocol';
import { labelByType, pathsOf, tableOf, type TableInit } from '../support/machine-table.js';

const CREATED = 1_000_000;
const MINUTE = 60_000;
const never = () => new Promise<never>(() => undefined);

function inputOf(rest: Partial<DeliveryInput> = {}): DeliveryInput {
  return {
    createdAt: CREATED,
    state: 'queued',
    attempts: 0,
    send: never,
    catchUp: never,
    now: () => CREATED,
    random: () => 0.5,
    ...rest,
  };
}

const answer = (output: object) => ({ type: 'xstate.done.actor.send', output });

const EVENTS: readonly EventObject[] = [
  { type: 'turn.given' },
  { type: 'age.check' },
  { type: 'message.release' },
  { type: 'message.cancel' },
  { type: 'message.added' },
  answer({ type: 'done' }),
  answer({ type: 'refused', retryable: false }),
  answer({ type: 'refused', retryable: true }),
  answer({ type: 'unconfirmed' }),
  answer({ type: 'cancelled' }),
  { type: 'xstate.error.actor.send', error: new Error('no') },
  { type: 'xstate.done.actor.catchUp', output: undefined },
  { type: 'xstate.error.actor.catchUp', error: new Error('no') },
] as never;

function labelOf(event: EventObject & { output?: { type: string; retryable?: boolean } }): string {
  if (event.type === 'xstate.done.actor.send') {
    const { type, retryable } = event.output!;
    return type === 'refused' ? `answer refused ${retryable ? 'for now' : 'for good'}` : `answer ${type}`;
  }
  return labelByType(event).replace('xstate.error.actor.', 'error of ').replace('xstate.done.actor.', 'done: ');
}

type NameOf = TableInit['nameOf'];

const byState: NameOf = ({ value }) => String(value);
const byStateAndRelease: NameOf = ({ value, context }) =>
  (context as DeliveryInput).releasedAt === undefined ? String(value) : `${String(value)} (released)`;

const table = (input: DeliveryInput, nameOf = byState): TableInit => ({
  machine: deliveryMachine,
  input,
  events: EVENTS,
  nameOf,
  labelOf,
});

const ARRIVED = { 'message.added': 'accepted' };
const DECIDED = { ...ARRIVED, 'message.release': 'queued', 'message.cancel': 'cancelled' };

const SENDING = {
  ...ARRIVED,
  'answer done': 'confirming',
  'answer refused for good': 'refused',
  'answer refused for now': 'waiting',
  'answer unconfirmed': 'unconfirmed',
  'answer cancelled': 'cancelled',
  'error of send': 'unconfirmed',
  'after answerTimeout': 'unconfirmed',
};

describe('the delivery of a message', () => {
  it('handles or ignores every event in every state', () => {
    assert.deepEqual(tableOf(table(inputOf())), {
      queued: { ...ARRIVED, 'turn.given': 'sending', 'message.cancel': 'cancelled' },
      sending: SENDING,
      confirming: { ...ARRIVED, 'after eventTimeout': 'unconfirmed' },
      unconfirmed: { ...ARRIVED, 'done: catchUp': 'waiting', 'error of catchUp': 'waiting' },
      waiting: { ...ARRIVED, 'message.cancel': 'cancelled', 'after resendBackoff': 'queued' },
      refused: DECIDED,
      accepted: {},
      cancelled: {},
    });
  });

  it('never sends by itself what is older than ten minutes', () => {
    const old = tableOf(table(inputOf({ now: () => CREATED + 10 * MINUTE + 1 }), byStateAndRelease));
    assert.equal(old['queued']?.['turn.given'], 'stale');
    assert.equal(old['queued']?.['age.check'], 'stale');
    assert.deepEqual(old['stale'], { ...DECIDED, 'message.release': 'queued (released)' });
    assert.equal(old['queued (released)']?.['turn.given'], 'sending (released)');
    const young = tableOf(table(inputOf({ now: () => CREATED + 10 * MINUTE })));
    assert.equal(young['queued']?.['turn.given'], 'sending');
  });

  it('reaches every state, and its end from each of them', () => {
    const reached = [
      ...pathsOf(table(inputOf())),
      ...pathsOf(table(inputOf({ now: () => CREATED + 11 * MINUTE }))),
    ].map(({ state }) => String(state.value));
    const states = Object.keys(deliveryMachine.states).filter((state) => state !== 'restored');
    assert.deepEqual([...new Set(reached)].sort(), states.sort());
    for (const [name, row] of Object.entries(tableOf(table(inputOf())))) {
      if (name !== 'accepted' && name !== 'cancelled') assert.equal(row['message.added'], 'accepted', name);
    }
  });

  it('goes on from where a reload found it', () => {
    const stateAfter = (state: DeliveryInput['state']) =>
      createActor(deliveryMachine, { input: inputOf({ state, attempts: 1 }) })
        .start()
        .getSnapshot().value;
    assert.deepEqual((['queued', 'sending', 'unconfirmed', 'stale', 'refused'] as const).map(stateAfter), [
      'queued',
      'unconfirmed',
      'unconfirmed',
      'stale',
      'refused',
    ]);
  });

  it('is accepted without its event when the server has said that it has it', async () => {
    const clock = new SimulatedClock();
    const done: Outcome = { type: 'done', value: undefined };
    const input = inputOf({ send: async () => done, catchUp: async () => undefined });
    const actor = createActor(deliveryMachine, { input, clock }).start();
    actor.send({ type: 'turn.given' });
    await new Promise((resolve) => setImmediate(resolve));
    clock.increment(10_000);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(actor.getSnapshot().value, 'accepted');
  });

  it('waits longer before each further attempt, at most thirty seconds', async () => {
    const clock = new SimulatedClock();
    const input = inputOf({ send: async () => ({ type: 'refused', code: 'unavailable', retryable: true }) });
    const actor = createActor(deliveryMachine, { input: { ...input, random: () => 1 }, clock }).start();
    const waits: number[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      actor.send({ type: 'turn.given' });
      await new Promise((resolve) => setImmediate(resolve));
      const before = clock.now();
      while (actor.getSnapshot().value === 'waiting') clock.increment(100);
      waits.push(clock.now() - before);
    }
    assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });
});
