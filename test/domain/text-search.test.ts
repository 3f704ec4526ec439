import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findText, foldText, hasText, messageMatcher, type Content, type Message } from 'wa-desk/domain';

const found = (text: string, query: string): readonly string[] =>
  findText(text, foldText(query)).map(({ start, end }) => text.slice(start, end));

describe('looking for words in a text', () => {
  it('takes upper and lower case as one, also where they differ in length', () => {
    assert.deepEqual(found('Straße, STRASSE', 'strasse'), ['Straße', 'STRASSE']);
    assert.deepEqual(found('ΣΟΦΟΣ σοφός', 'σοφος'), ['ΣΟΦΟΣ', 'σοφός']);
    assert.deepEqual(found('İstanbul ve ısı', 'istanbul'), ['İstanbul']);
  });

  it('looks through accents and vowel points, composed or not', () => {
    assert.deepEqual(found('Tomás, Toma\u0301s, TOMAS', 'tomás'), ['Tomás', 'Toma\u0301s', 'TOMAS']);
    assert.deepEqual(found('شُكْرًا', 'شكرا'), ['شُكْرًا']);
    assert.deepEqual(found('שָׁלוֹם', 'שלום'), ['שָׁלוֹם']);
  });

  it('keeps apart what marks make another letter', () => {
    assert.deepEqual(found('が', 'か'), []);
    assert.deepEqual(found('कि', 'क'), []);
  });

  it('matches whole graphemes', () => {
    assert.deepEqual(found('👨‍👩‍👧 and 👨', '👨'), ['👨']);
    assert.deepEqual(found('👍🏽', '👍'), []);
    assert.deepEqual(found('❤️', '❤'), ['❤️']);
    assert.equal(hasText('👨‍👩‍👧', foldText('👩')), false);
  });

  it('takes every blank for a space', () => {
    assert.deepEqual(found('front\u00a0light, front\nlight', 'front light'), ['front\u00a0light', 'front\nlight']);
  });

  it('finds what it was cut from, whatever is around it, in ranges that are in order and apart', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, words, words, (before, middle, after) => {
        // A neighbour could join a grapheme with the cut; blanks keep them apart.
        const text = `${before} ${middle} ${after}`;
        const query = foldText(middle);
        fc.pre(query.trim() !== '' && query !== ' ');
        const ranges = findText(text, query);
        assert.ok(ranges.length > 0);
        assert.equal(hasText(text, query), true);
        ranges.forEach(({ start, end }, index) => {
          assert.equal(foldText(text.slice(start, end)), query);
          assert.ok(index === 0 || start >= ranges[index - 1]!.end);
        });
      }),
    );
  });
});

describe('looking for a message', () => {
  const message = (content: Content, rest: Partial<Message> = {}): Message => ({
    id: 'm',
    sessionId: 's',
    channelId: 'c',
    author: { kind: 'system' },
    originAt: 1,
    arrivedAt: 1,
    content,
    ...rest,
  });
  const says = (query: string, content: Content, rest?: Partial<Message>) =>
    messageMatcher(query)?.(message(content, rest));

  it('reads texts without the marks of their formatting', () => {
    assert.equal(says('front light', { kind: 'text', body: 'The *front* _light_ is here' }), true);
    assert.equal(says('*front*', { kind: 'text', body: 'The *front* light' }), false);
  });

  it('reads captions, file names, places, people, choices and what was offered', () => {
    const media = { source: { kind: 'stored', id: 'x' }, mimeType: 'application/pdf' } as const;
    const contents: readonly Content[] = [
      { kind: 'image', media, caption: 'A lamp' },
      { kind: 'document', media, fileName: 'lamp.pdf' },
      { kind: 'location', name: 'Lamp Street' },
      { kind: 'contacts', cards: [{ name: { formatted: 'Lena Lamp' } }] },
      { kind: 'choice', of: 'button', title: 'The lamp' },
      {
        kind: 'interactive',
        interactive: { body: 'Which one?', action: { kind: 'buttons', buttons: [{ id: '1', title: 'Lamp 80' }] } },
      },
      { kind: 'template', template: { name: 't', language: 'en', body: [{ kind: 'text', text: 'Your lamp' }] } },
      { kind: 'order', catalogId: 'c', text: 'A lamp, please', items: [] },
    ];
    for (const content of contents) assert.equal(says('LAMP', content), true, content.kind);
  });

  it('finds nothing in what was taken back, and has no test for blanks', () => {
    assert.equal(says('lamp', { kind: 'text', body: 'lamp' }, { revokedAt: 2 }), false);
    assert.equal(messageMatcher('  '), undefined);
  });
});
