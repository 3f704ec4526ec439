import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { asyncapi, document } from '../../tools/asyncapi.js';

function refsIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

function at(root: unknown, ref: string): unknown {
  const parts = ref.replace('#/', '').split('/');
  return parts.reduce<unknown>((place, part) => (place as Record<string, unknown> | undefined)?.[part], root);
}

describe('the description of the wire protocol', () => {
  it('is what the schemas say', async () => {
    const file = readFileSync(new URL('../../docs/protocol/asyncapi.yaml', import.meta.url), 'utf8');
    assert.equal(file, await asyncapi(), 'docs/protocol/asyncapi.yaml is out of date: run `npm run asyncapi`');
  });

  it('refers to nothing that is not there', () => {
    const whole = document();
    const refs = new Set(refsIn(whole));
    assert.ok(refs.size > 30);
    for (const ref of refs) assert.ok(at(whole, ref), `${ref} is there`);
  });
});
