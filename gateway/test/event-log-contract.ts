import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { EventLog, LogEntry, NewEntry } from '../src/event-log/event-log.js';

/** One log for one test: `reopen` is what a process finds that starts after this one was lost without a farewell. */
export interface LogUnderTest {
  readonly log: EventLog;
  reopen(): Promise<EventLog>;
  dispose(): Promise<void>;
}

const entry = (stream: string, text: string): NewEntry => ({ stream, data: { text } });

const texts = (entries: readonly LogEntry[]): unknown[] => entries.map(({ data }) => (data as { text: string }).text);

async function replayed(log: EventLog): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for await (const one of log.replay()) entries.push(one);
  return entries;
}

/** What every event log must do, whatever it is kept in. */
export function describeEventLog(name: string, make: () => Promise<LogUnderTest>): void {
  describe(`${name} as an event log`, () => {
    let subject: LogUnderTest;
    beforeEach(async () => {
      subject = await make();
    });
    afterEach(() => subject.dispose());

    it('numbers each stream from one without holes', async () => {
      const { log } = subject;
      await log.append({ entries: [entry('a', 'a1'), entry('b', 'b1'), entry('a', 'a2')], expect: {} });
      const result = await log.append({ entries: [entry('a', 'a3')], expect: { a: 2 } });
      assert.equal(result.type, 'appended');
      assert.deepEqual(
        (await log.read('a', 0, 10)).map(({ seq }) => seq),
        [1, 2, 3],
      );
      assert.deepEqual(
        (await log.read('b', 0, 10)).map(({ seq }) => seq),
        [1],
      );
    });

    it('answers with the entries as they are read later', async () => {
      const { log } = subject;
      const result = await log.append({ entries: [entry('a', 'a1'), entry('b', 'b1')], expect: {} });
      assert.ok(result.type === 'appended');
      assert.deepEqual(result.entries, await replayed(log));
    });

    it('refuses a writer who does not know the last entry, and writes nothing of it', async () => {
      const { log } = subject;
      await log.append({ entries: [entry('a', 'a1')], expect: {} });
      const result = await log.append({ entries: [entry('b', 'b1'), entry('a', 'late')], expect: { a: 0 } });
      assert.deepEqual(result, { type: 'conflict', stream: 'a', lastSeq: 1 });
      assert.deepEqual(texts(await replayed(log)), ['a1']);
    });

    it('lets one of two writers win who append at the same time', async () => {
      const { log } = subject;
      const results = await Promise.all(
        ['x', 'y'].map((text) => log.append({ entries: [entry('a', text)], expect: {} })),
      );
      assert.deepEqual(results.map(({ type }) => type).sort(), ['appended', 'conflict']);
      assert.equal((await replayed(log)).length, 1);
    });

    it('writes nothing more after a conflict until it was replayed, because it was decided on what is not there', async () => {
      const { log } = subject;
      await log.append({ entries: [entry('a', 'a1')], expect: {} });
      await log.append({ entries: [entry('a', 'late')], expect: {} });
      await assert.rejects(log.append({ entries: [entry('b', 'on top of it')], expect: {} }));
      assert.deepEqual(texts(await replayed(log)), ['a1']);
      assert.equal((await log.append({ entries: [entry('b', 'b1')], expect: {} })).type, 'appended');
    });

    it('reads a stream onward from a place, and at most so many', async () => {
      const { log } = subject;
      await log.append({ entries: ['1', '2', '3', '4'].map((text) => entry('a', text)), expect: {} });
      assert.deepEqual(texts(await log.read('a', 1, 2)), ['2', '3']);
      assert.deepEqual(await log.read('nothing', 0, 10), []);
    });

    it('replays everything in the order of writing, however much it is', async () => {
      const { log } = subject;
      const written: string[] = [];
      const heads: Record<string, number> = {};
      for (let index = 0; index < 1200; index += 100) {
        const numbers = Array.from({ length: 100 }, (_, offset) => index + offset);
        const batch = numbers.map((number) => entry(`s${number % 7}`, String(number)));
        await log.append({ entries: batch, expect: { ...heads } });
        for (const { stream } of batch) heads[stream] = (heads[stream] ?? 0) + 1;
        written.push(...numbers.map(String));
      }
      assert.deepEqual(texts(await replayed(log)), written);
    });

    it('keeps text exactly, whatever is in it', async () => {
      const text = 'a\u0000b \u{1f468}\u200d\u{1f4bb} \u202e \\ " \n \u2028';
      await subject.log.append({ entries: [entry('a', text)], expect: {} });
      assert.deepEqual(texts(await replayed(await subject.reopen())), [text]);
    });

    it('has everything that it answered for, and its epoch, after its process was lost', async () => {
      const { log } = subject;
      const appends = Array.from({ length: 20 }, (_, index) =>
        log.append({ entries: [entry(`s${index}`, String(index))], expect: {} }),
      );
      await Promise.all(appends);
      const again = await subject.reopen();
      assert.equal((await replayed(again)).length, 20);
      assert.equal(again.epoch, log.epoch);
    });

    it('goes on numbering where the lost process stopped', async () => {
      await subject.log.append({ entries: [entry('a', 'a1')], expect: {} });
      const again = await subject.reopen();
      const result = await again.append({ entries: [entry('a', 'a2')], expect: { a: 1 } });
      assert.ok(result.type === 'appended');
      assert.equal(result.entries[0]?.seq, 2);
    });
  });
}
