import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  customEmoji,
  emojiOnlyCount,
  graphemes,
  importCustomEmojis,
  isEmoji,
  splitCustomEmojis,
  type CustomEmoji,
} from '../../src/domain/emoji.js';
import { anyText, assertLinear, BOMBS, textOf } from '../support/hostile-text.js';

const FAMILY = '👨‍👩‍👧‍👦';

function emoji(code: string): CustomEmoji {
  const made = customEmoji(code, `${code}.png`);
  assert.ok(made);
  return made;
}

describe('graphemes', () => {
  it('keeps together what is one character to a reader', () => {
    assert.deepEqual(graphemes(`ae\u0301${FAMILY}🇧🇷👍🏽\r\n`), ['a', 'e\u0301', FAMILY, '🇧🇷', '👍🏽', '\r\n']);
  });

  it('gives the same for a long text as for a short one', () => {
    const text = `x${FAMILY}🇧🇷e\u0301`;
    assert.deepEqual(graphemes(text.repeat(500)), Array.from({ length: 500 }, () => graphemes(text)).flat());
  });

  it('loses nothing of any text, in linear time', () => {
    fc.assert(fc.property(anyText, (text) => graphemes(text).join('') === text));
    for (const [name, makeText] of Object.entries(BOMBS)) assertLinear(name, makeText, graphemes);
  });
});

describe('emojiOnlyCount', () => {
  it('counts emojis of every make', () => {
    for (const text of ['😀', '❤️', '❤', '👍🏽', FAMILY, '🇧🇷', '1️⃣', '#⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '👁️‍🗨️', '🏻', '©️', '🏳️‍🌈']) {
      assert.equal(emojiOnlyCount(text), 1, text);
      assert.ok(isEmoji(text), text);
    }
    assert.equal(emojiOnlyCount(' 😀😀🇧🇷\n'), 3);
    assert.equal(emojiOnlyCount('😀'.repeat(12)), 12);
  });

  it('is 0 as soon as there is anything else', () => {
    for (const text of [
      '',
      ' ',
      'a',
      '😀a',
      'a😀',
      '😀 😀',
      '1',
      '#',
      '12',
      '©',
      '™',
      '🇧',
      '😀\u200D',
      '\u200D',
      '\uFE0F',
      '❤︎',
      '😀e\u0301',
    ]) {
      assert.equal(emojiOnlyCount(text), 0, JSON.stringify(text));
    }
  });

  it('takes time linear in the text', () => {
    for (const [name, makeText] of Object.entries(BOMBS)) assertLinear(name, makeText, emojiOnlyCount);
  });
});

describe('customEmoji', () => {
  it('reads a sequence of code points, however it is written', () => {
    assert.deepEqual(customEmoji('1F970', 'a.png'), { code: '1f970', sequence: '🥰', image: 'a.png' });
    for (const code of ['1f468-200d-1f4bb', '1F468_200D_1F4BB', 'U+1F468 U+200D U+1F4BB']) {
      assert.equal(customEmoji(code, 'x')?.sequence, '👨‍💻', code);
    }
  });

  it('refuses what is no sequence of characters', () => {
    for (const code of ['', 'smile', '1f97g', 'd800', '110000', '0', 'a', '1f970--1f970', '1f970 '.repeat(20)]) {
      assert.equal(customEmoji(code, 'x'), undefined, code);
    }
  });
});

describe('splitCustomEmojis', () => {
  const emojis = [emoji('1f468'), emoji('1f468-200d-1f4bb'), emoji('2764')];

  function pieces(text: string): readonly string[] {
    return splitCustomEmojis(text, emojis).map((piece) =>
      piece.kind === 'emoji' ? `<${piece.emoji.code}>` : piece.text,
    );
  }

  it('replaces each configured sequence where it stands', () => {
    assert.deepEqual(pieces('a👨b❤'), ['a', '<1f468>', 'b', '<2764>']);
    assert.deepEqual(pieces('nothing'), ['nothing']);
    assert.deepEqual(pieces(''), []);
  });

  it('prefers the longest sequence and swallows a variation selector', () => {
    assert.deepEqual(pieces('👨‍💻❤️!'), ['<1f468-200d-1f4bb>', '<2764>', '!']);
  });

  it('never replaces a part of another emoji', () => {
    for (const text of ['👨🏽', '👨‍👩‍👧', '👩‍❤', '❤︎']) assert.deepEqual(pieces(text), [text]);
  });

  it('gives pieces that make up the text', () => {
    fc.assert(
      fc.property(textOf('👨', '\u200D', '💻', '❤', '\uFE0F', '🏽', 'a', '\uD83D'), (text) => {
        const split = splitCustomEmojis(text, emojis);
        assert.equal(split.map((piece) => piece.text).join(''), text);
        for (const piece of split) assert.equal(text.slice(piece.start, piece.end), piece.text);
      }),
    );
  });

  it('takes time linear in the text', () => {
    for (const [name, makeText] of Object.entries(BOMBS)) {
      assertLinear(name, makeText, (text) => splitCustomEmojis(text, emojis));
    }
  });
});

describe('importCustomEmojis', () => {
  it('reads the file of the guide', () => {
    const xml = `\uFEFF<?xml version="1.0" encoding="utf-8"?>
      <!-- <Emoticon Code="1f600"/> -->
      <Emoticons>
        <Emoticon Emoji="🥰" Code= "1f970"/>
        <Emoticon Code='2764' Emoji='&#x2764;&#xFE0F;'></Emoticon>
      </Emoticons>`;
    assert.deepEqual(importCustomEmojis(xml), {
      emojis: [
        { code: '1f970', sequence: '🥰', image: '1f970.png' },
        { code: '2764', sequence: '❤', image: '2764.png' },
      ],
      problems: [],
    });
  });

  it('tells what is wrong by line and goes on', () => {
    const xml = [
      '<!DOCTYPE x [<!ENTITY e "v">]>',
      '<Emoticon Emoji="x"/>',
      '<Emoticon Code="smile"/>',
      '<Emoticon Emoji="😀" Code="1f970"/>',
      '<Emoticon Code="1F970"/>',
      'stray',
      '<Emoticon Code="2764"',
    ].join('\n');
    const { emojis, problems } = importCustomEmojis(xml);
    assert.deepEqual(
      emojis.map(({ code }) => code),
      ['1f970'],
    );
    const told = problems.map(({ kind, line }) => `${line} ${kind}`);
    for (const expected of [
      '1 document-type',
      '2 no-code',
      '3 bad-code',
      '4 emoji-differs-from-code',
      '5 duplicate-code',
      '7 not-xml',
    ]) {
      assert.ok(told.includes(expected), `${expected} in ${told.join(', ')}`);
    }
  });

  it('takes anything in linear time without throwing', () => {
    fc.assert(
      fc.property(
        textOf('<', '>', '!--', '-->', '<?', 'Emoticon', ' Code="', '1f970', '"', '/', '&#x', ';'),
        (text) => {
          importCustomEmojis(text);
        },
      ),
    );
    for (const [name, makeText] of Object.entries(BOMBS)) assertLinear(name, makeText, importCustomEmojis);
    assertLinear('entries', (length) => '<Emoticon Code="1f970"/>'.repeat(length / 24), importCustomEmojis);
  });
});
