import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { movedBy, WHOLE, zoomedBy, type Stage } from '../../../src/elements/lightbox/zoom.js';

const STAGE: Stage = { room: { width: 800, height: 600 }, picture: { width: 800, height: 400 } };

describe('the zoom of a picture', () => {
  it('keeps what is under the pointer under it', () => {
    const zoom = zoomedBy(WHOLE, 4, STAGE, { x: 100, y: 50 });
    assert.deepEqual(zoom, { scale: 4, x: -300, y: -150 });
  });

  it('never goes below the whole picture nor beyond eight times', () => {
    assert.deepEqual(zoomedBy(WHOLE, 0.1, STAGE, { x: 9, y: 9 }), WHOLE);
    assert.equal(zoomedBy(WHOLE, 100, STAGE).scale, 8);
  });

  it('moves no further than the edge of the picture, and not at all where all of it is in view', () => {
    const large = zoomedBy(WHOLE, 2, STAGE);
    assert.deepEqual(movedBy(large, { x: 9999, y: 9999 }, STAGE), { scale: 2, x: 400, y: 100 });
    assert.deepEqual(movedBy(WHOLE, { x: 50, y: 50 }, STAGE), WHOLE);
  });

  it('comes back to the whole picture however it was enlarged and moved', () => {
    const point = fc.record({ x: fc.integer({ min: -400, max: 400 }), y: fc.integer({ min: -300, max: 300 }) });
    fc.assert(
      fc.property(fc.double({ min: 1, max: 8, noNaN: true }), point, point, (factor, at, by) => {
        const zoom = movedBy(zoomedBy(WHOLE, factor, STAGE, at), by, STAGE);
        const { x, y, scale } = zoomedBy(zoom, 0.01, STAGE, at);
        assert.deepEqual([Math.abs(x), Math.abs(y), scale], [0, 0, 1]);
      }),
    );
  });
});
