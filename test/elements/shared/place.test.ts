import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { position } from '../../../src/elements/shared/place.js';

const view = { width: 800, height: 600 };
const panel = { width: 200, height: 100 };
const anchorAt = (left: number, top: number) => ({ left, right: left + 40, top, bottom: top + 32 });

const cases = [
  {
    title: 'stands 8 px below its anchor, at its start',
    anchor: anchorAt(100, 100),
    placement: { side: 'below', align: 'start' },
    expected: { left: 100, top: 140 },
  },
  {
    title: 'stands 8 px above its anchor, at its end',
    anchor: anchorAt(300, 300),
    placement: { side: 'above', align: 'end' },
    expected: { left: 140, top: 192 },
  },
  {
    title: 'turns to the other side where there is no room below',
    anchor: anchorAt(100, 550),
    placement: { side: 'below', align: 'start' },
    expected: { left: 100, top: 442 },
  },
  {
    title: 'turns to the other side where there is no room above',
    anchor: anchorAt(100, 20),
    placement: { side: 'above', align: 'start' },
    expected: { left: 100, top: 60 },
  },
  {
    title: 'is pushed into the window at its right edge',
    anchor: anchorAt(750, 100),
    placement: { side: 'below', align: 'start' },
    expected: { left: 592, top: 140 },
  },
  {
    title: 'is pushed into the window at its left edge',
    anchor: anchorAt(0, 100),
    placement: { side: 'below', align: 'end' },
    expected: { left: 8, top: 140 },
  },
] as const;

describe('position', () => {
  for (const { title, anchor, placement, expected } of cases) {
    it(title, () => {
      assert.deepEqual(position(anchor, panel, view, placement, false), expected);
    });
  }

  it('turns start and end round from right to left', () => {
    assert.equal(position(anchorAt(300, 100), panel, view, { side: 'below', align: 'start' }, true).left, 140);
    assert.equal(position(anchorAt(300, 100), panel, view, { side: 'below', align: 'end' }, true).left, 300);
  });

  it('keeps the start of a panel in view that is larger than the window', () => {
    const large = { width: 900, height: 700 };
    const placed = position(anchorAt(300, 100), large, view, { side: 'below', align: 'start' }, false);
    assert.deepEqual(placed, { left: 8, top: 8 });
  });
});
