import assert from 'node:assert/strict';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, it } from 'node:test';
import type { CreateDeskOptions, TabStorage } from 'wa-desk/desk';
import { bench, online, type Bench } from '../support/desk-bench.js';
import { contactMessage, session, type MemoryBackend } from '../support/memory-backend.js';
import { until } from '../support/until.js';

/** What one tab keeps through a reload. */
function tab(): TabStorage {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

type Browser = Pick<CreateDeskOptions, 'storage' | 'tabStorage'>;

async function twoSessions(options: Browser): Promise<Bench> {
  const made = bench(options);
  made.backend.putSession(session(), [contactMessage('m1')]);
  made.backend.putSession(session({ id: 's2' }), [contactMessage('m2')]);
  return online(made);
}

async function reloaded(backend: MemoryBackend, options: Browser): Promise<Bench> {
  return online(bench({ ...options, backend }));
}

describe('the session in view', () => {
  it('is in view again after a reload, with what the agent has typed and not sent', async () => {
    const browser = { tabStorage: tab(), storage: { indexedDB: new IDBFactory() } };
    const { desk, backend } = await twoSessions(browser);
    desk.show('s2');
    const { draft } = desk.session('s2')!;
    draft.set({ ...draft.snapshot, text: 'Half a sen' });
    await desk.stop('unload');
    const again = await reloaded(backend, browser);
    assert.equal(again.desk.snapshot.currentSessionId, 's2');
    await until(() => again.desk.session('s2')!.draft.snapshot.text === 'Half a sen', 'the draft');
  });

  it('is another tab’s own affair', async () => {
    const { desk, backend } = await twoSessions({ tabStorage: tab() });
    desk.show('s2');
    const other = await reloaded(backend, { tabStorage: tab() });
    assert.equal(other.desk.snapshot.currentSessionId, undefined);
  });

  it('is none after a reload when the agent had gone back to the list', async () => {
    const browser = { tabStorage: tab() };
    const { desk, backend } = await twoSessions(browser);
    desk.show('s2');
    desk.show(undefined);
    const again = await reloaded(backend, browser);
    assert.equal(again.desk.snapshot.currentSessionId, undefined);
  });

  it('stays the one that the agent has chosen when the former one comes back later', async () => {
    const browser = { tabStorage: tab() };
    const { desk, backend } = await twoSessions(browser);
    desk.show('s2');
    const again = bench({ ...browser, backend });
    backend.removeSession('s2');
    await online(again);
    again.desk.show('s1');
    again.desk.show(undefined);
    backend.putSession(session({ id: 's2' }), [contactMessage('m2')]);
    backend.link.cut();
    again.desk.reconnect();
    await until(() => again.desk.session('s2') !== undefined, 'the former session');
    assert.equal(again.desk.snapshot.currentSessionId, undefined);
  });

  it('is forgotten where the browser forbids to keep it', async () => {
    const forbidden = (): never => {
      throw new DOMException('forbidden', 'SecurityError');
    };
    const tabStorage = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };
    const { desk } = await twoSessions({ tabStorage });
    desk.show('s2');
    assert.equal(desk.snapshot.currentSessionId, 's2');
  });
});
