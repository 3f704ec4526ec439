import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { graphemes } from '../../src/domain/emoji.js';
import { characterCount, clampGraphemes, textExcess, textSize, utf8Length } from '../../src/domain/text-size.js';
import { anyText, assertLinear, BOMBS } from '../support/hostile-text.js';

describe('utf8Length', () => {
  it('counts one to four bytes a character', () => {
    for (const [text, bytes] of [
      ['', 0],
      ['a', 1],
      ['é', 2],
      ['€', 3],
      ['😀', 4],
      ['\uD800', 3],
      ['a\uDC00b', 5],
    ] as const) {
      assert.equal(utf8Length(text), bytes, JSON.stringify(text));
    }
  });

  it('agrees with what is sent, whatever the text', () => {
    const encoder = new TextEncoder();
    fc.assert(fc.property(anyText, (text) => utf8Length(text) === encoder.encode(text).length));
  });
});

describe('characterCount', () => {
  it('counts code points', () => {
    fc.assert(fc.property(anyText, (text) => characterCount(text) === Array.from(text).length));
    assert.equal(characterCount('👍🏽'), 2);
  });
});

describe('textExcess', () => {
  it('is how far a text goes over a limit in its unit', () => {
    const text = 'é'.repeat(10);
    assert.equal(textExcess(text, { unit: 'bytes', max: 20 }), 0);
    assert.equal(textExcess(text, { unit: 'bytes', max: 17 }), 3);
    assert.equal(textExcess(text, { unit: 'characters', max: 9 }), 1);
    assert.equal(textSize(text, 'bytes'), 20);
  });
});

describe('clampGraphemes', () => {
  it('cuts between characters as a reader sees them, the ellipsis included in the count', () => {
    assert.equal(clampGraphemes('abcdef', 6), 'abcdef');
    assert.equal(clampGraphemes('abcdefg', 6), 'abcde…');
    assert.equal(clampGraphemes('👍🏽👍🏽👍🏽', 2), '👍🏽…');
    assert.equal(clampGraphemes('one two', 5), 'one…');
    assert.equal(clampGraphemes('abc', 2, ''), 'a');
    assert.equal(clampGraphemes('abc', 0), '');
  });

  it('gives at most that many characters of bounded length, and a fitting text unchanged', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 50 }), (text, max) => {
        const clamped = clampGraphemes(text, max);
        assert.ok(graphemes(clamped).length <= max);
        if (text.length <= max) assert.equal(clamped, text);
        assert.equal(clampGraphemes(clamped, max), clamped);
      }),
    );
  });

  it('does not let one endless character through', () => {
    assert.ok(clampGraphemes(`a${'\u0301'.repeat(10_000)}`, 80).length < 3_000);
  });

  it('costs no more than what it gives', () => {
    for (const [name, makeText] of Object.entries(BOMBS))
      assertLinear(name, makeText, (text) => clampGraphemes(text, 80));
  });
});
