import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { StreamFollower } from 'wa-desk/machines';
import type { EventEnvelope } from 'wa-desk/protocol';

const STREAM = 'session:s1';

const envelope = (seq: number, epoch = 'e1'): EventEnvelope => ({
  stream: STREAM,
  epoch,
  seq,
  at: 0,
  event: { type: 'note.set', note: String(seq) },
});

function following(seq = 0, epoch = 'e1') {
  const follower = new StreamFollower();
  follower.start(STREAM, { epoch, seq });
  const receive = (...envelopes: readonly EventEnvelope[]) =>
    envelopes.flatMap((each) => follower.receive(each).map(({ seq: applied }) => applied));
  return { follower, receive };
}

describe('following a stream', () => {
  it('applies the next event and drops what was applied', () => {
    const { follower, receive } = following(4);
    assert.deepEqual(receive(envelope(5), envelope(5), envelope(3), envelope(6)), [5, 6]);
    assert.equal(follower.hasGap, false);
    assert.deepEqual(follower.positionOf(STREAM), { epoch: 'e1', seq: 6 });
  });

  it('holds what comes too early until the hole is filled', () => {
    const { follower, receive } = following();
    assert.deepEqual(receive(envelope(3), envelope(2)), []);
    assert.equal(follower.hasGap, true);
    assert.deepEqual(receive(envelope(1)), [1, 2, 3]);
    assert.equal(follower.hasGap, false);
  });

  it('sees by the head that the end is missing', () => {
    const { follower, receive } = following(1);
    follower.hear(STREAM, { epoch: 'e1', seq: 1 });
    assert.equal(follower.hasGap, false);
    follower.hear(STREAM, { epoch: 'e1', seq: 2 });
    assert.equal(follower.hasGap, true);
    receive(envelope(2));
    assert.equal(follower.hasGap, false);
  });

  it('applies nothing of another log, and goes on with it from a snapshot', () => {
    const { follower, receive } = following(7);
    assert.deepEqual(receive(envelope(2, 'e2')), []);
    assert.equal(follower.hasGap, true);
    follower.start(STREAM, { epoch: 'e2', seq: 2 });
    assert.equal(follower.hasGap, false);
    assert.deepEqual(receive(envelope(8), envelope(3, 'e2')), [3]);
  });

  it('forgets another log that a sync did not confirm', () => {
    const { follower, receive } = following(7);
    receive(envelope(2, 'e0'));
    follower.settle();
    assert.equal(follower.hasGap, false);
    follower.hear(STREAM, { epoch: 'e1', seq: 9 });
    follower.settle();
    assert.equal(follower.hasGap, true, 'what the same log has more is still missing');
  });

  it('applies what waited for a snapshot', () => {
    const { follower, receive } = following(1);
    receive(envelope(4), envelope(9));
    assert.deepEqual(
      follower.start(STREAM, { epoch: 'e1', seq: 3 }).map(({ seq }) => seq),
      [4],
    );
    assert.equal(follower.hasGap, true);
  });

  it('knows nothing of streams that it does not follow', () => {
    const { follower } = following();
    follower.stop(STREAM);
    assert.deepEqual(follower.receive(envelope(1)), []);
    follower.hear(STREAM, { epoch: 'e1', seq: 9 });
    assert.equal(follower.hasGap, false);
    assert.deepEqual(follower.resumePoint, { streams: {} });
  });

  it('applies every event once and in order, however they come, with a sync at the end', () => {
    const deliveries = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 80 });
    fc.assert(
      fc.property(deliveries, fc.nat(10), (seqs, start) => {
        const { follower, receive } = following(start);
        const applied = receive(...seqs.map((seq) => envelope(seq)));
        follower.hear(STREAM, { epoch: 'e1', seq: 30 });
        const from = follower.resumePoint.streams[STREAM]!.seq;
        const missed = Array.from({ length: 30 - from }, (_, n) => envelope(from + 1 + n));
        applied.push(...receive(...missed));
        assert.deepEqual(
          applied,
          Array.from({ length: 30 - start }, (_, n) => start + 1 + n),
        );
        assert.equal(follower.hasGap, false);
      }),
    );
  });

  it('does not hold without end', () => {
    const { follower, receive } = following();
    receive(...Array.from({ length: 2000 }, (_, n) => envelope(n + 2)));
    const applied = receive(envelope(1));
    assert.equal(applied.length, 501);
    assert.equal(follower.hasGap, true, 'the rest is asked for');
  });
});
