import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { buildContestant, buildPages } from '../../bench/lib/build.js';
import { runTurn } from '../../bench/lib/job.js';
import { PageServer } from '../../bench/lib/page-server.js';

describe('one turn of the benchmark', () => {
  const server = new PageServer();

  before(() => server.start());
  after(() => server.stop());

  it('shows our element in a browser, reads what it cost, and weighs what a host ships', async () => {
    await buildPages();
    const transfer = await buildContestant('wa-transcript');
    const turn = { round: 0, n: 100, contestant: 'wa-transcript' };
    const { figures, failures } = await runTurn(server.url, turn, new Set(['open', 'heap']));
    assert.deepEqual(failures, []);
    for (const name of ['openPaint', 'openTask', 'fill', 'heapAdded'] as const) assert.ok(figures[name]! > 0, name);
    assert.ok(transfer.first > 10_000 && transfer.lazy > 0);
  });
});
