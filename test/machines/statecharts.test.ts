import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { statecharts } from '../../tools/statecharts.js';

describe('docs/statecharts.md', () => {
  it('shows the machines as they are', async () => {
    const written = await readFile(new URL('../../docs/statecharts.md', import.meta.url), 'utf8');
    assert.equal(written, await statecharts(), 'run `npm run statecharts`');
  });
});
