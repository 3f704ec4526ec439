import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toggleMark, type ToggleMark } from '../../src/domain/mark-toggle.js';
import { anyText, textOf } from '../support/hostile-text.js';

/** A text with its selection in square brackets; `[]` is a caret. */
function read(marked: string): { readonly text: string; readonly start: number; readonly end: number } {
  return { text: marked.replace(/[[\]]/g, ''), start: marked.indexOf('['), end: marked.indexOf(']') - 1 };
}

function toggled(marked: string, mark: ToggleMark): string {
  const { text, start, end } = read(marked);
  const result = toggleMark(text, start, end, mark);
  return `${result.text.slice(0, result.start)}[${result.text.slice(result.start, result.end)}]${result.text.slice(result.end)}`;
}

describe('toggleMark', () => {
  it('puts the mark around the selection and takes it off again', () => {
    const cases: readonly (readonly [ToggleMark, string, string])[] = [
      ['bold', 'a [word] b', 'a *[word]* b'],
      ['italic', '[word]', '_[word]_'],
      ['strike', '[a b]', '~[a b]~'],
      ['code', 'x [y]', 'x `[y]`'],
    ];
    for (const [mark, before, after] of cases) {
      assert.equal(toggled(before, mark), after);
      assert.equal(toggled(after, mark), before);
    }
  });

  it('takes off marks that are selected together with the text', () => {
    assert.equal(toggled('a [*word*] b', 'bold'), 'a [word] b');
  });

  it('leaves blanks at the ends of the selection outside, where a mark would not count', () => {
    assert.equal(toggled('a[ word ]b', 'bold'), 'a *[word]* b');
  });

  it('opens an empty pair around the caret, and closes it again', () => {
    assert.equal(toggled('a []', 'bold'), 'a *[]*');
    assert.equal(toggled('a *[]*', 'bold'), 'a []');
  });

  it('marks every line by itself, without its prefix', () => {
    assert.equal(toggled('[- one\n\n- two]', 'bold'), '- [*one*\n\n- *two*]');
    assert.equal(toggled('- [*one*\n\n- *two*]', 'bold'), '- [one\n\n- two]');
  });

  it('marks the lines that are not marked yet when some are', () => {
    assert.equal(toggled('[*one*\ntwo]', 'bold'), '[*one*\n*two*]');
  });

  it('fences code of several lines', () => {
    assert.equal(toggled('[a\nb]', 'code'), '```[a\nb]```');
    assert.equal(toggled('```[a\nb]```', 'code'), '[a\nb]');
  });

  it('takes a selection made backwards or beyond the text', () => {
    assert.deepEqual(toggleMark('ab', 2, 0, 'bold'), { text: '*ab*', start: 1, end: 3 });
    assert.deepEqual(toggleMark('ab', -3, 99, 'bold'), { text: '*ab*', start: 1, end: 3 });
  });

  it('gives the text back when used twice on words without marks', () => {
    const words = textOf('a', 'bc ', ' ', '\n', 'd.', '- ');
    fc.assert(
      fc.property(
        words,
        fc.nat(80),
        fc.nat(80),
        fc.constantFrom<ToggleMark>('bold', 'italic', 'strike'),
        (text, a, b, mark) => {
          const once = toggleMark(text, a, b, mark);
          assert.equal(toggleMark(once.text, once.start, once.end, mark).text, text);
        },
      ),
    );
  });

  it('never loses a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer(), fc.integer(), (text, a, b) => {
        const result = toggleMark(text, a, b, 'bold');
        assert.equal(result.text.replaceAll('*', ''), text.replaceAll('*', ''));
        assert.ok(result.start >= 0 && result.start <= result.end && result.end <= result.text.length);
      }),
    );
  });
});
