import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  displayFileName,
  displayName,
  fileNameParts,
  hasHiddenCharacters,
  mimeMismatch,
  singleLine,
  trueExtension,
  withoutHiddenCharacters,
} from '../../src/domain/display-text.js';
import { graphemes } from '../../src/domain/emoji.js';
import { anyText, assertLinear, BOMBS, textOf } from '../support/hostile-text.js';

const BIDI_CONTROLS = [...'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069\u200E\u200F\u061C'];
const nastyText = fc.oneof(
  anyText,
  textOf(
    'a',
    ' ',
    '\n',
    '\u202E',
    '\u200B',
    '\u200D',
    '\u0301',
    '.',
    '/',
    '\\',
    ':',
    '.pdf',
    '\u{E0041}',
    '👩',
    '💻',
    'ن',
    '\uD83D',
    '\uFFFF',
    '\u2800',
    '\u3164',
    '\u{1F3F4}',
  ),
);

describe('displayName', () => {
  it('leaves honest names as they are', () => {
    for (const name of [
      "O'Brien",
      'José Álvarez',
      'محمد',
      'יעל',
      '陈大文',
      'Nguyễn Văn A',
      'नेहा',
      'Jose\u0301',
      '👩‍💻 Lia',
      'נָעֳמִי',
      '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
      'نامه\u200Cها',
      'ශ්\u200Dරී',
      '❤️',
      '*Ana*',
      '<b>Ana</b>',
      '__proto__',
    ]) {
      assert.equal(displayName(name, 'Customer'), name);
    }
  });

  it('takes out every control that reorders text', () => {
    for (const control of BIDI_CONTROLS) assert.equal(displayName(`An${control}a`, ''), 'Ana');
    assert.equal(displayName('Ana\u202EtnegA', ''), 'AnatnegA');
  });

  it('takes out characters that one does not see, and joiners and tags that join nothing', () => {
    for (const invisible of [
      '\u200B',
      '\u2060',
      '\uFEFF',
      '\u00AD',
      '\u180E',
      '\u034F',
      '\u3164',
      '\u200C',
      '\u200D',
      '\u{E0041}',
    ]) {
      assert.equal(displayName(`Age${invisible}nt`, ''), 'Agent', JSON.stringify(invisible));
    }
  });

  it('keeps a name on one line', () => {
    for (const name of [
      'Ana\nAgent: refunded',
      'Ana\r\n\u2028Agent:\u0000refunded',
      'Ana\t\u00A0 Agent:\u2800refunded',
      ' Ana Agent: refunded ',
    ]) {
      assert.equal(displayName(name, ''), 'Ana Agent: refunded', JSON.stringify(name));
    }
  });

  it('gives the fallback when nothing is left to see', () => {
    for (const name of [
      undefined,
      '',
      ' ',
      '\u200B',
      '\u3164',
      '\u2800',
      '\u00A0',
      '\u202E',
      '\u{E0041}\u{E0042}',
      '\u0000\n',
      '\u200D',
    ]) {
      assert.equal(displayName(name, 'Customer'), 'Customer', JSON.stringify(name));
    }
  });

  it('replaces what is no character', () => {
    for (const name of ['\uD83D', '\uDC00', '\uFFFE', '\uFDD0']) assert.equal(displayName(`A${name}b`, ''), 'A\uFFFDb');
  });

  it('keeps four of piled-up combining marks, and 128 characters', () => {
    assert.equal(displayName(`Ze${'\u0301'.repeat(50)}d`, ''), `Ze${'\u0301'.repeat(4)}d`);
    assert.equal(displayName('W'.repeat(500), ''), `${'W'.repeat(127)}…`);
  });

  it('gives the same again when shown again, on one line without controls, whatever the name', () => {
    fc.assert(
      fc.property(nastyText, (raw) => {
        const name = displayName(raw, 'Customer');
        assert.equal(displayName(name, 'Customer'), name);
        assert.doesNotMatch(name, /[\p{Cc}\p{Cs}\u2028\u2029]/u);
        assert.ok(!hasHiddenCharacters(name) && name.trim() === name && name !== '');
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time linear in the name', () => {
    for (const [name, makeText] of Object.entries(BOMBS)) assertLinear(name, makeText, (text) => displayName(text, ''));
  });
});

describe('displayFileName', () => {
  it('leaves honest names as they are', () => {
    for (const name of [
      'invoice 2026-11.pdf',
      'IMG-20261124-WA0001.jpg',
      'résumé.docx',
      'فاتورة.pdf',
      'חשבונית.pdf',
      '請求書.pdf',
      'cafe\u0301.pdf',
      '👨‍👩‍👧.png',
      'archive.tar.gz',
      'v1.2.3.zip',
      'a-b_c (d) [e] {f}.pdf',
      "O'Brien & Sons.pdf",
      '100% done.pdf',
      'نامه\u200Cها.pdf',
      'README',
      '.htaccess',
      '%2e%2e%2fa.pdf',
    ]) {
      assert.equal(displayFileName(name), name);
    }
  });

  it('shows the true extension last, whatever tries to hide it', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['photo_\u202Egpj.exe', 'photo_gpj.exe'],
      [`invoice.pdf${' '.repeat(200)}.exe`, 'invoice.pdf .exe'],
      ['invoice.pdf\u3000\u2800.exe', 'invoice.pdf .exe'],
      ['a.gif\u200B.exe', 'a.gif.exe'],
      ['a.exe.', 'a.exe'],
      ['a.exe. . \u00A0', 'a.exe'],
      ['a.pdf:evil.exe', 'a.pdf_evil.exe'],
      [`${'a'.repeat(5_000)}.scr`, `${'a'.repeat(119)}….scr`],
      ['a\n.pdf', 'a .pdf'],
    ];
    for (const [raw, shown] of cases) {
      assert.equal(displayFileName(raw), shown);
      assert.equal(`.${trueExtension(raw)}`, /\.[a-z]+$/.exec(shown)?.[0], raw);
    }
  });

  it('drops folders', () => {
    for (const raw of [
      '../../etc/passwd',
      '..\\..\\passwd',
      'C:\\Windows\\passwd',
      'file:///etc/passwd',
      '\\\\host\\share\\passwd',
    ]) {
      assert.equal(displayFileName(raw), 'passwd');
    }
  });

  it('names a nameless file by its type', () => {
    for (const raw of [undefined, '', '..', '/', '\u200B', ' . ']) {
      assert.equal(displayFileName(raw), 'file');
      assert.equal(displayFileName(raw, 'application/pdf; charset=x'), 'file.pdf');
    }
    assert.equal(displayFileName('', 'application/x-unknown'), 'file');
  });

  it('keeps stem and extension apart for setting in isolation', () => {
    assert.deepEqual(fileNameParts('فاتورة.PDF'), { stem: 'فاتورة', extension: '.PDF' });
    assert.deepEqual(fileNameParts('README'), { stem: 'README', extension: '' });
    assert.deepEqual(fileNameParts(`a.${'x'.repeat(17)}`), { stem: `a.${'x'.repeat(17)}`, extension: '' });
  });

  it('gives the same again when shown again, with the same extension, whatever the name', () => {
    fc.assert(
      fc.property(nastyText, (raw) => {
        const name = displayFileName(raw);
        assert.equal(displayFileName(name), name);
        assert.equal(trueExtension(name), trueExtension(raw));
        assert.doesNotMatch(name, /[\p{Cc}\p{Cs}\\/:\u2028\u2029]|[. ]$/u);
        assert.ok(!hasHiddenCharacters(name) && name !== '');
      }),
      { numRuns: 2000 },
    );
  });

  it('takes time linear in the name', () => {
    for (const [name, makeText] of Object.entries(BOMBS)) assertLinear(name, makeText, (text) => displayFileName(text));
  });
});

describe('trueExtension', () => {
  it('is the last one, in lower case', () => {
    for (const [name, extension] of [
      ['a.PDF', 'pdf'],
      ['a.pdf.exe', 'exe'],
      ['archive.tar.gz', 'gz'],
      ['README', ''],
      ['a.', ''],
      ['', ''],
    ] as const) {
      assert.equal(trueExtension(name), extension, name);
    }
  });
});

describe('mimeMismatch', () => {
  it('warns when name and type say different things', () => {
    for (const [name, mime] of [
      ['a.exe', 'image/jpeg'],
      ['invoice.pdf', 'application/x-msdownload'],
      ['a.pdf.js', 'application/pdf'],
      ['a.jpg', 'image/svg+xml'],
      ['a\u202Egpj.exe', 'image/jpeg'],
    ] as const) {
      assert.equal(mimeMismatch(name, mime), true, name);
    }
  });

  it('is silent when they agree or when one of them says nothing', () => {
    for (const [name, mime] of [
      ['a.jpg', 'image/jpeg'],
      ['A.JPEG', 'IMAGE/JPEG'],
      ['a.opus', 'audio/ogg; codecs=opus'],
      ['a.csv', 'text/plain'],
      ['README', 'application/pdf'],
      ['a.pdf', 'application/octet-stream'],
      ['a.pdf', ''],
      ['a.xyz', 'application/x-xyz'],
    ] as const) {
      assert.equal(mimeMismatch(name, mime), false, name);
    }
  });
});

describe('singleLine', () => {
  it('puts a text on one line of at most so many characters', () => {
    assert.equal(singleLine('one\n\n two\u202E three', 50), 'one two three');
    assert.equal(singleLine('one two three', 8), 'one two…');
    assert.equal(singleLine('', 8), '');
  });

  it('keeps its length and gives the same again, whatever the text', () => {
    fc.assert(
      fc.property(nastyText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const line = singleLine(text, max);
        assert.ok(graphemes(line).length <= max);
        assert.equal(singleLine(line, max), line);
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time linear in the text', () => {
    for (const [name, makeText] of Object.entries(BOMBS)) assertLinear(name, makeText, (text) => singleLine(text, 80));
  });
});

describe('withoutHiddenCharacters', () => {
  it('leaves line breaks and joiners, which are not its business', () => {
    assert.equal(withoutHiddenCharacters('a\u202E\nb\u200Dc\u200Bd'), 'a\nb\u200Dcd');
  });
});
