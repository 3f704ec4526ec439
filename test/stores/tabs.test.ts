import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { SimulatedClock } from 'xstate';
import { Listeners, Tabs, type TabLocks } from 'wa-desk/stores';
import { HeldLocks, TabHub } from '../support/tab-hub.js';
import { settle } from '../support/until.js';

function tabs(locks?: TabLocks, hub = new TabHub()) {
  const clock = new SimulatedClock();
  return { clock, tabs: new Tabs({ agentId: 'jonas', clock, locks, openChannel: (name) => hub.open(name) }) };
}

const forever = new AbortController().signal;

/** Work that goes on until it is let go. */
function longWork() {
  let finish: () => void = () => undefined;
  let runs = 0;
  const done = new Promise<void>((resolve) => (finish = resolve));
  const work = () => {
    runs += 1;
    return done;
  };
  return { work, finish, runs: () => runs };
}

describe('the tabs of one agent', () => {
  it('let one of them work at a time', async () => {
    const locks = new HeldLocks();
    const [first, second] = [longWork(), longWork()];
    const ends = [tabs(locks), tabs(locks)].map((made, index) =>
      made.tabs.alone('s1', forever, [first, second][index]!.work),
    );
    await settle();
    assert.deepEqual([first.runs(), second.runs()], [1, 0]);
    first.finish();
    await settle();
    assert.equal(second.runs(), 1);
    second.finish();
    await Promise.all(ends);
  });

  it('do not wait for another session', async () => {
    const locks = new HeldLocks();
    const [first, second] = [longWork(), longWork()];
    const { tabs: made } = tabs(locks);
    void made.alone('s1', forever, first.work);
    void made.alone('s2', forever, second.work);
    await settle();
    assert.deepEqual([first.runs(), second.runs()], [1, 1]);
  });

  it('go ahead without a lock that is not given, and only once', async () => {
    const locks = new HeldLocks();
    locks.freeze();
    const { tabs: made, clock } = tabs(locks);
    const { work, finish, runs } = longWork();
    const end = made.alone('s1', forever, work);
    clock.increment(14_999);
    await settle();
    assert.equal(runs(), 0);
    clock.increment(1);
    await settle();
    assert.equal(runs(), 1);
    finish();
    await end;
  });

  it('go ahead where the page may not lock at all', async () => {
    const refusing = { request: () => Promise.reject(new DOMException('no', 'SecurityError')) } as unknown as TabLocks;
    let runs = 0;
    await tabs(refusing).tabs.alone('s1', forever, async () => void (runs += 1));
    assert.equal(runs, 1);
  });

  it('give up waiting when they are told to', async () => {
    const locks = new HeldLocks();
    locks.freeze();
    const abort = new AbortController();
    const { work, runs } = longWork();
    const end = tabs(locks).tabs.alone('s1', abort.signal, work);
    abort.abort();
    await end;
    assert.equal(runs(), 0);
  });

  it('pass on what goes wrong in the work', async () => {
    const work = () => Promise.reject(new Error('broken'));
    await assert.rejects(tabs(new HeldLocks()).tabs.alone('s1', forever, work), /broken/);
  });

  it('tell each other what has changed', async () => {
    const hub = new TabHub();
    const [left, right] = [tabs(undefined, hub).tabs, tabs(undefined, hub).tabs];
    const heard: string[] = [];
    left.onChange((sessionId) => heard.push(`left ${sessionId}`));
    const stop = right.onChange((sessionId) => heard.push(`right ${sessionId}`));
    left.tellOthers('s1');
    await settle();
    assert.deepEqual(heard, ['right s1']);
    stop();
    left.tellOthers('s2');
    right.close();
    await settle();
    assert.equal(heard.length, 1);
  });
});

describe('listeners', () => {
  it('hear of everything even when one of them throws, which shows as an uncaught error', (context) => {
    const uncaught: (() => void)[] = [];
    context.mock.method(globalThis, 'queueMicrotask', (task: () => void) => uncaught.push(task));
    const listeners = new Listeners<[number]>();
    const heard: number[] = [];
    listeners.add(() => {
      throw new Error('mine');
    });
    listeners.add((value) => heard.push(value));
    listeners.tell(7);
    assert.deepEqual(heard, [7]);
    assert.throws(() => uncaught[0]!(), /mine/);
  });
});
