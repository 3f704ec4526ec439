import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createActor, SimulatedClock, type AnyMachineSnapshot, type EventObject } from 'xstate';
import { WaError } from 'wa-desk/domain';
import { backoffMs, deskMachine, RECONNECT_BACKOFF, type DeskPorts } from 'wa-desk/machines';
import type { Link } from 'wa-desk/protocol';
import { labelByType, tableOf, type TableInit } from '../support/machine-table.js';

const never = () => new Promise<never>(() => undefined);
const link = { welcome: { protocol: 1 } } as unknown as Link;

function ports(rest: Partial<DeskPorts> = {}): DeskPorts {
  return {
    open: never,
    welcome: () => undefined,
    hear: () => undefined,
    catchUp: never,
    probe: never,
    hasGap: () => false,
    release: () => undefined,
    isOffline: () => false,
    watchNetwork: () => () => undefined,
    now: () => 0,
    random: () => 0,
    ...rest,
  };
}

const EVENTS = [
  { type: 'desk.start' },
  { type: 'desk.stop' },
  { type: 'desk.reconnect' },
  { type: 'link.opened', link },
  { type: 'link.lost', error: new WaError('transport-lost', 'cut') },
  { type: 'link.fatal', error: new WaError('unauthorized', 'old') },
  { type: 'link.fatal', error: new WaError('transport-fatal', 'no') },
  { type: 'network.online' },
  { type: 'network.offline' },
  { type: 'gap.found' },
  ...['firstSync', 'nextSync', 'probe'].flatMap((id) => [
    { type: `xstate.done.actor.${id}`, output: undefined },
    { type: `xstate.error.actor.${id}`, error: new Error('no') },
  ]),
] as readonly EventObject[];

function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [[name, inner]] = Object.entries(value as object) as [[string, unknown]];
  return `${name}.${pathOf(inner)}`;
}

function labelOf(event: EventObject & { error?: WaError }): string {
  if (event.type === 'link.fatal') return `${event.type} ${event.error!.code}`;
  return labelByType(event).replace('xstate.error.actor.', 'error of ').replace('xstate.done.actor.', 'done: ');
}

const table = (rest: Partial<DeskPorts> = {}) => {
  const init: TableInit = {
    machine: deskMachine,
    input: ports(rest),
    events: EVENTS,
    nameOf: ({ value }: AnyMachineSnapshot) => pathOf(value),
    labelOf,
  };
  return tableOf(init);
};

const STOP = { 'desk.stop': 'closed' };
const LOST = 'reconnecting.waiting';
const LINKED = {
  ...STOP,
  'link.lost': LOST,
  'link.fatal unauthorized': LOST,
  'link.fatal transport-fatal': 'failed',
};
const AGAIN = { ...STOP, 'desk.start': 'linked.connecting', 'desk.reconnect': 'linked.connecting' };

const online = (state: string, more: object) => ({ ...LINKED, 'after steadyAfter': `linked.online.${state}`, ...more });

const WHOLE_TABLE = {
  idle: { ...STOP, 'desk.start': 'linked.connecting' },
  'linked.connecting': {
    ...LINKED,
    'link.opened': 'linked.syncing',
    'link.fatal unauthorized': 'unauthorized',
    'after openTimeout': LOST,
  },
  'linked.syncing': {
    ...LINKED,
    'done: firstSync': 'linked.online.settled',
    'error of firstSync': LOST,
    'after syncTimeout': LOST,
  },
  'linked.online.settled': online('settled', {
    'gap.found': 'linked.online.filling',
    'network.online': 'linked.online.probing',
    'network.offline': 'linked.online.probing',
  }),
  'linked.online.probing': online('probing', {
    'done: probe': 'linked.online.settled',
    'error of probe': 'linked.online.pausing',
    'after probeTimeout': LOST,
  }),
  'linked.online.filling': online('filling', {
    'done: nextSync': 'linked.online.settled',
    'error of nextSync': 'linked.online.pausing',
    'after syncTimeout': LOST,
  }),
  'linked.online.pausing': online('pausing', { 'after resyncBackoff': 'linked.online.settled' }),
  'reconnecting.waiting': {
    ...STOP,
    'desk.reconnect': 'linked.connecting',
    'network.online': 'linked.connecting',
    'network.offline': 'reconnecting.offline',
    'after reconnectBackoff': 'linked.connecting',
  },
  'reconnecting.offline': {
    ...STOP,
    'desk.reconnect': 'linked.connecting',
    'network.online': 'linked.connecting',
  },
  unauthorized: AGAIN,
  failed: AGAIN,
  closed: { ...STOP, 'desk.start': 'linked.connecting' },
};

describe('the connection of a desk, as a machine', () => {
  it('handles or ignores every event in every state', () => {
    assert.deepEqual(table(), WHOLE_TABLE);
  });

  it('waits for the network when the browser says that there is none', () => {
    const offline = table({ isOffline: () => true });
    assert.equal(offline['linked.syncing']?.['link.lost'], 'reconnecting.offline');
  });

  it('goes on filling as long as something is missing', () => {
    const behind = table({ hasGap: () => true });
    assert.equal(behind['linked.syncing']?.['done: firstSync'], 'linked.online.filling');
    assert.equal(behind['linked.online.filling']?.['done: nextSync'], 'linked.online.pausing');
    assert.equal(behind['linked.online.pausing']?.['after resyncBackoff'], 'linked.online.filling');
  });

  it('counts attempts until a connection has held for ten seconds', () => {
    const clock = new SimulatedClock();
    const actor = createActor(deskMachine, { input: ports({ catchUp: async () => undefined }), clock }).start();
    const attempt = () => actor.getSnapshot().context.attempt;
    const lose = () => actor.send({ type: 'link.lost', error: new WaError('transport-lost', 'cut') });
    actor.send({ type: 'desk.start' });
    lose();
    clock.increment(250);
    actor.send({ type: 'link.opened', link });
    lose();
    assert.equal(attempt(), 2, 'opening alone proves nothing');
    actor.stop();
  });

  it('forgets the attempts once the connection has held', async () => {
    const clock = new SimulatedClock();
    const actor = createActor(deskMachine, { input: ports({ catchUp: async () => undefined }), clock }).start();
    actor.send({ type: 'desk.start' });
    actor.send({ type: 'link.lost', error: new WaError('transport-lost', 'cut') });
    clock.increment(250);
    actor.send({ type: 'link.opened', link });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(actor.getSnapshot().context.attempt, 1);
    clock.increment(10_000);
    assert.equal(actor.getSnapshot().context.attempt, 0);
    actor.stop();
  });

  it('lets go of a connection that opens after it was given up', async () => {
    let opened: (fresh: Link) => void = () => undefined;
    const released: Link[] = [];
    const input = ports({
      open: () => new Promise((resolve) => (opened = resolve)),
      release: (old) => released.push(old),
    });
    const actor = createActor(deskMachine, { input, clock: new SimulatedClock() }).start();
    actor.send({ type: 'desk.start' });
    actor.send({ type: 'desk.stop' });
    opened(link);
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(released, [link]);
    actor.stop();
  });

  it('takes in the welcome before anything that the transport told earlier', async () => {
    const heard: string[] = [];
    const input = ports({
      open: async (_, sink) => {
        sink({ type: 'heads', streams: {}, serverTime: 0 });
        return link;
      },
      welcome: () => heard.push('welcome'),
      hear: ({ type }) => heard.push(type),
    });
    const actor = createActor(deskMachine, { input, clock: new SimulatedClock() }).start();
    actor.send({ type: 'desk.start' });
    await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(heard, ['welcome', 'heads']);
    actor.stop();
  });
});

describe('the wait before a new attempt', () => {
  it('lies between the least and a ceiling that doubles up to the most', () => {
    assert.equal(backoffMs(RECONNECT_BACKOFF, 1, 0), 250);
    assert.equal(backoffMs(RECONNECT_BACKOFF, 1, 1), 500);
    assert.equal(backoffMs(RECONNECT_BACKOFF, 4, 0.5), 2125);
    assert.equal(backoffMs(RECONNECT_BACKOFF, 40, 1), 25_000);
  });
});
