import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { linkReader } from '../../../src/domain/find-links.js';
import { parseMarkup } from '../../../src/domain/text-markup.js';
import { findInMarkup } from '../../../src/elements/shared/text-matches.js';

function found(source: string, query: string): readonly string[] {
  return findInMarkup(parseMarkup(source, linkReader), query).map(({ start, end }) => source.slice(start, end));
}

describe('findInMarkup', () => {
  it('finds every place, in upper and lower case', () => {
    assert.deepEqual(found('Light, light and delight', 'LIGHT'), ['Light', 'light', 'light']);
  });

  it('looks through the marks of formatting', () => {
    assert.deepEqual(found('the *light* goes out', 'light goes'), ['light', ' goes']);
  });

  it('finds nothing across lines, and nothing for blanks', () => {
    assert.deepEqual(found('one\ntwo', 'onetwo'), []);
    assert.deepEqual(found('one two', '   '), []);
  });

  it('finds in code, lists, quotes and links', () => {
    assert.deepEqual(found('```light```\n- light\n> light\nhttps://light.example/', 'light'), Array(4).fill('light'));
  });

  it('keeps its place after letters whose lower case is longer', () => {
    assert.deepEqual(found('İİİ light', 'light'), ['light']);
  });
});
