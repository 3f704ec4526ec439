import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { before, describe, it } from 'node:test';
import { run, type Run } from '../tools/hostile/core.js';
import { readPayloads } from '../tools/hostile/payload.js';

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
/** A harmless name that is shown otherwise than it is: what the run must find. */
const CHANGED = { name: 'changed', text: 'two  blanks.pdf', benign: true };

describe('hostile content', () => {
  const payloads = readPayloads([fileOf('fixtures/hostile.json')]);
  let result: Run;

  before(async () => {
    result = await run([...payloads, CHANGED], { pictures: true });
  });

  it('runs nothing, makes no element and is read as it was sent, wherever it shows', () => {
    const hostile = result.judged.slice(0, payloads.length);
    assert.equal(hostile.length, payloads.length);
    for (const { payload, faults } of hostile) assert.deepEqual(faults, [], payload.name);
  });

  it('is photographed for the report, every payload once', () => {
    const names = result.pictures.flatMap(({ judged }) => judged.map(({ payload }) => payload.name));
    assert.deepEqual(
      names,
      [...payloads, CHANGED].map(({ name }) => name),
    );
    for (const { image } of result.pictures) assert.ok(image.byteLength > 10_000, 'a picture shows something');
  });

  it('is told from a harmless name that does not show as it is', () => {
    assert.deepEqual(result.judged.at(-1)?.faults, ['file name: a harmless name is not shown as it is']);
  });
});

describe('the payloads of a file', () => {
  it('must be strings, or rows that carry one', () => {
    assert.throws(() => readPayloads([fileOf('../package.json')]), /an array is expected/);
  });
});
