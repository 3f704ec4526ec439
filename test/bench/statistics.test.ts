import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { schedule } from '../../bench/lib/schedule.js';
import { median, quantile } from '../../bench/lib/statistics.js';
import { failuresOf, summarise } from '../../bench/lib/summary.js';
import { job } from './results.js';

const ours = { contestant: 'wa-transcript', n: 100 };

describe('the statistics of the benchmark', () => {
  it('have the middle value, or the mean of the two in the middle', () => {
    assert.equal(median([3, 1, 2]), 2);
    assert.equal(median([4, 1, 2, 3]), 2.5);
    assert.equal(median([]), undefined);
  });

  it('stay within the values, whatever the share', () => {
    const values = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 });
    fc.assert(
      fc.property(values, fc.double({ noNaN: true, min: 0, max: 1 }), (list, share) => {
        const value = quantile(list, share)!;
        assert.ok(value >= Math.min(...list) && value <= Math.max(...list));
      }),
    );
  });

  it('survive a message that left the view', () => {
    assert.equal(median([Infinity, Infinity]), Infinity);
  });
});

describe('the summary of a figure', () => {
  it('is the median, and the median of the ratios to the limit of the same round', () => {
    const jobs = [
      job('limit-a', { openTask: 10 }, { round: 0 }),
      job('wa-transcript', { openTask: 15 }, { round: 0 }),
      job('limit-a', { openTask: 40 }, { round: 1 }),
      job('wa-transcript', { openTask: 50 }, { round: 1 }),
    ];
    assert.deepEqual(summarise(jobs, 'openTask', ours), { value: 32.5, against: 1.375 });
  });

  it('counts dropped frames beyond those of the limit', () => {
    const jobs = [job('limit-a', { burstDropped: 2 }), job('wa-transcript', { burstDropped: 3 })];
    assert.deepEqual(summarise(jobs, 'burstDropped', ours), { value: 3, against: 1 });
  });

  it('takes the worst round where a reader would have lost the place', () => {
    const jobs = [job('wa-transcript', { prependTop: 0 }), job('wa-transcript', { prependTop: 9 }, { round: 1 })];
    assert.equal(summarise(jobs, 'prependTop', ours)?.value, 9);
  });

  it('is missing where nothing was measured, and has no ratio without the limit', () => {
    assert.equal(summarise([], 'openTask', ours), undefined);
    assert.deepEqual(summarise([job('wa-transcript', { openTask: 5 })], 'openTask', ours), { value: 5 });
  });

  it('names each failure once, with how often', () => {
    const failures = ['nothing was in view'];
    const jobs = [0, 1].map((round) => job('react-virtuoso', {}, { round, failures }));
    assert.deepEqual(failuresOf({ jobs }), ['react-virtuoso at 100: nothing was in view (2 times)']);
  });
});

describe('the schedule of a run', () => {
  it('lets everybody measure at each size in each round, and begin in turn', () => {
    const turns = schedule({ rounds: 2, sizes: [100, 1000], contestants: ['limit-a', 'wa-transcript'] });
    assert.deepEqual(
      turns.map(({ round, n, contestant }) => [round, n, contestant]),
      [
        [0, 100, 'limit-a'],
        [0, 100, 'wa-transcript'],
        [0, 1000, 'limit-a'],
        [0, 1000, 'wa-transcript'],
        [1, 100, 'wa-transcript'],
        [1, 100, 'limit-a'],
        [1, 1000, 'wa-transcript'],
        [1, 1000, 'limit-a'],
      ],
    );
  });
});
