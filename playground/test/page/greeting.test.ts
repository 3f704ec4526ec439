import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DeskHandle } from 'wa-desk';
import { Greeting } from '../../src/page/greeting.js';

/** What a tab keeps while pages come and go in it. */
function tab(): Pick<Storage, 'getItem' | 'setItem'> {
  const kept = new Map<string, string>();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) };
}

/** Opens the page, which connects to a gateway with the log `epoch`; answers which presence was set. */
function visit(storage: ReturnType<typeof tab>, { agent = 'ana', epoch = 'log-1' } = {}): unknown[] {
  const wishes: unknown[] = [];
  const listeners: (() => void)[] = [];
  const desk = {
    snapshot: { connection: { state: 'online' } },
    subscribe: (listener: () => void) => void listeners.push(listener),
    setPresence: (presence: unknown) => void wishes.push(presence),
  } as unknown as DeskHandle;
  const greeting = new Greeting(agent, storage);
  greeting.watch(desk);
  const welcome = { type: 'welcome', welcome: { desk: { position: { epoch, seq: 0 } } } };
  greeting.hear({ direction: 'received', text: JSON.stringify(welcome) });
  for (const listener of [...listeners, ...listeners]) listener();
  return wishes;
}

describe('The greeting', () => {
  it('makes an agent ready at the first visit in a tab, and leaves a later choice alone', () => {
    const storage = tab();
    assert.deepEqual(visit(storage), [{ ready: true }]);
    assert.deepEqual(visit(storage), []);
  });

  it('makes another agent in the same tab ready too', () => {
    const storage = tab();
    visit(storage);
    assert.deepEqual(visit(storage, { agent: 'ben' }), [{ ready: true }]);
  });

  it('makes the agent ready again when everything has been forgotten', () => {
    const storage = tab();
    visit(storage);
    assert.deepEqual(visit(storage, { epoch: 'log-2' }), [{ ready: true }]);
  });
});
