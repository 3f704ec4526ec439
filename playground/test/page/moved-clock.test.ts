import assert from 'node:assert/strict';
import { describe, it, mock } from 'node:test';
import { MovedClock } from '../../src/page/moved-clock.js';

const HOUR_MS = 3_600_000;

describe("The page's clock", () => {
  it('goes along with the stand-in’s, and what has become due happens', () => {
    const clock = new MovedClock(0);
    const due = mock.fn();
    const notDue = mock.fn();
    clock.setTimeout(due, HOUR_MS);
    const later = clock.setTimeout(notDue, 3 * HOUR_MS);
    const before = clock.now();
    clock.follow(2 * HOUR_MS);
    assert.ok(clock.now() - before >= 2 * HOUR_MS);
    assert.equal(due.mock.callCount(), 1);
    assert.equal(notDue.mock.callCount(), 0);
    clock.clearTimeout(later);
  });

  it('forgets what has been cancelled', () => {
    const clock = new MovedClock(0);
    const run = mock.fn();
    clock.clearTimeout(clock.setTimeout(run, HOUR_MS));
    clock.follow(2 * HOUR_MS);
    assert.equal(run.mock.callCount(), 0);
  });
});
