import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { findLinks } from '../../src/domain/find-links.js';
import { safeHref, type LinkWarning } from '../../src/domain/links.js';
import { anyText, assertLinear, BOMBS, textOf } from '../support/hostile-text.js';

function foundIn(text: string): readonly string[] {
  return findLinks(text).map((span) => span.text);
}

function hrefIn(text: string): string | undefined {
  return findLinks(text)[0]?.link.href;
}

describe('findLinks', () => {
  it('finds web addresses, bare domains and e-mail addresses', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['see https://example.com/a?b=c#d now', 'https://example.com/a?b=c#d'],
      ['HTTP://EXAMPLE.COM', 'http://example.com/'],
      ['www.example.com', 'https://www.example.com/'],
      ['on example.co.uk/path today', 'https://example.co.uk/path'],
      ['write to ana@example.com', 'mailto:ana@example.com'],
      ['mailto:ana@example.com', 'mailto:ana@example.com'],
      ['http://bücher.example/ü', 'http://xn--bcher-kva.example/%C3%BC'],
      ['президент.рф', 'https://xn--d1abbgf6aiiy.xn--p1ai/'],
    ];
    for (const [text, href] of cases) assert.equal(hrefIn(text), href, text);
  });

  it('leaves punctuation and brackets around a link outside', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['(https://example.com/a)', 'https://example.com/a'],
      ['https://example.com/a_(b)', 'https://example.com/a_(b)'],
      ['https://example.com/a...', 'https://example.com/a'],
      ['Is it https://example.com?', 'https://example.com'],
      ['<https://example.com/a>', 'https://example.com/a'],
      ['"https://example.com/a"', 'https://example.com/a'],
      ['请看 https://example.com/a，谢谢', 'https://example.com/a'],
      ['「https://example.com/a」です', 'https://example.com/a'],
      ['https://example.com/a`b', 'https://example.com/a'],
      ['https://example.com/(', 'https://example.com/'],
    ];
    for (const [text, link] of cases) assert.deepEqual(foundIn(text), [link], text);
  });

  it('takes file names, times, paths, handles and missing blanks for words', () => {
    const texts = [
      'file.py',
      'README.md and run.sh',
      'src/main.rs',
      'archive.tar.gz',
      'at 10.am',
      'Hello.It is me',
      '@example.com',
      '#example.com',
      '$example.com',
      'hppt://example.com',
      'ftp://example.com',
      'example.invalid',
      'foo@bar',
      'javascript:alert(1)',
      '1.2.3.4',
    ];
    for (const text of texts) assert.deepEqual(foundIn(text), [], text);
  });

  it('knows a domain by its path even under a top level that is also a file extension', () => {
    assert.deepEqual(foundIn('rust at docs.rs/serde'), ['docs.rs/serde']);
  });

  it('finds several, each at its place', () => {
    const text = 'a.com, https://b.com and c@d.com';
    assert.deepEqual(
      findLinks(text).map(({ start, end }) => text.slice(start, end)),
      ['a.com', 'https://b.com', 'c@d.com'],
    );
  });

  it('keeps suspicious links, marked as not to be clicked', () => {
    const [span] = findLinks('https://example.com@evil.example/');
    assert.equal(span?.link.clickable, false);
    assert.equal(span.link.warning, 'credentials');
  });

  it('finds the links after a very long text, and none in a word longer than any link', () => {
    assert.deepEqual(foundIn(`${'word '.repeat(5_000)}example.com`), ['example.com']);
    assert.deepEqual(foundIn(`${'a.com/'.repeat(5_000)} example.com`), ['example.com']);
  });

  it('gives spans that are in order, apart from one another and safe, whatever the text', () => {
    const linkText = textOf(
      'http://',
      'https://',
      'a',
      '.com',
      '@',
      '/',
      ' ',
      '.',
      '(',
      ')',
      '*',
      ':',
      'www.',
      '"',
      '。',
      'é',
      '%',
      '\\',
    );
    fc.assert(
      fc.property(fc.oneof(anyText, linkText), (text) => {
        let position = 0;
        for (const span of findLinks(text)) {
          assert.ok(span.start >= position);
          assert.equal(text.slice(span.start, span.end), span.text);
          assert.match(span.link.href, /^(?:https?:\/\/|mailto:)/);
          position = span.end;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('takes time linear in the text', () => {
    for (const [name, makeText] of Object.entries(BOMBS)) assertLinear(name, makeText, findLinks);
  });
});

describe('safeHref', () => {
  it('gives the parsed address of an allowed scheme', () => {
    assert.deepEqual(safeHref('https://Example.com/a b'), {
      href: 'https://example.com/a%20b',
      scheme: 'https',
      host: 'example.com',
      clickable: true,
    });
    assert.deepEqual(safeHref('tel:+1 (415) 555-2671'), { href: 'tel:+14155552671', scheme: 'tel', clickable: true });
    assert.equal(safeHref(' mailto:ana@example.com ')?.href, 'mailto:ana@example.com');
  });

  it('refuses every other scheme, however it is written', () => {
    const hostile = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'java\tscript:alert(1)',
      '\u0001javascript:alert(1)',
      '\uFEFFjavascript:alert(1)',
      'javascript://example.com/%0aalert(1)',
      'data:text/html,x',
      'vbscript:x',
      'blob:https://example.com/1',
      'file:///etc/passwd',
      'ftp://example.com/',
      'whatsapp://send?phone=1',
      'view-source:https://example.com',
      '//example.com',
      'example.com',
      '',
    ];
    for (const raw of hostile) assert.equal(safeHref(raw), undefined, raw);
  });

  it('refuses what a parser would read otherwise than a person does', () => {
    const hostile = [
      'https:example.com',
      'https:/example.com',
      'https:///example.com',
      'https://exam\tple.com',
      'https://example.com\\@evil.example/',
      'https:/\\evil.example',
      'http://',
      'https://?',
      'https://[::1',
      'https://example.com:99999/',
      'https://example.com\u0000.evil.example/',
    ];
    for (const raw of hostile) assert.equal(safeHref(raw), undefined, raw);
  });

  it('refuses phone codes and mail addresses that hold more than an address', () => {
    for (const raw of [
      'tel:*#06#',
      'tel:+15551234;ext=1',
      'tel:12',
      'mailto:',
      'mailto:a',
      'mailto:a%0d%0ab@example.com',
      'mailto:a@b,c@d.com',
    ]) {
      assert.equal(safeHref(raw), undefined, raw);
    }
    assert.equal(safeHref('mailto:a@example.com?bcc=b@example.com&body=x')?.href, 'mailto:a@example.com');
  });

  it('shows suspicious addresses as text and says why', () => {
    const cases: readonly (readonly [string, LinkWarning])[] = [
      ['https://example.com@evil.example/', 'credentials'],
      ['https://user:pass@evil.example/', 'credentials'],
      [`https://example.com/${'a'.repeat(4096)}`, 'too-long'],
      ['http://192.168.0.1/', 'ip-address'],
      ['http://2130706433/', 'ip-address'],
      ['http://0x7f.1/', 'ip-address'],
      ['http://[::1]/', 'ip-address'],
      ['http://localhost:8080/', 'local-host'],
      ['http://metadata.google.internal/', 'local-host'],
      ['https://ex\u200Bample.com/', 'hidden-characters'],
      ['https://evil.example/\u202Emoc.elpmaxe', 'hidden-characters'],
      ['https://example.com%2eevil.example/', 'hidden-characters'],
    ];
    for (const [raw, warning] of cases) {
      const link = safeHref(raw);
      assert.equal(link?.clickable, false, raw);
      assert.equal(link.warning, warning, raw);
    }
  });

  it('warns of look-alike hosts and tells the host as it is', () => {
    const cases: readonly (readonly [raw: string, warning: LinkWarning, host: string])[] = [
      ['https://\u0430pple.com/', 'mixed-script', 'xn--pple-43d.com'],
      ['https://\u0440\u0430\u0443\u0440\u0430\u04CF.com/', 'confusable', 'xn--80aa0cbo65f.com'],
      ['https://example.com\u2215evil.example/', 'confusable', 'example.xn--comevil-ef0d.example'],
      ['https://example\u3002com/', 'confusable', 'example.com'],
      ['https://\u{1D41E}xample.com/', 'confusable', 'example.com'],
      ['https://g\u0131thub.com/', 'confusable', 'xn--gthub-n4a.com'],
      ['mailto:ana@\u0430pple.com', 'mixed-script', 'xn--pple-43d.com'],
    ];
    for (const [raw, warning, host] of cases) {
      const link = safeHref(raw);
      assert.deepEqual([link?.warning, link?.host, link?.clickable], [warning, host, true], raw);
    }
  });

  it('does not warn of honest hosts in any script', () => {
    for (const raw of [
      'https://münchen.example/',
      'https://例え.テスト/',
      'https://пример.рф/',
      'https://παράδειγμα.ελ/',
      'https://xn--mnchen-3ya.example/',
      'https://example.com/счёт',
      'https://q日本.example/',
    ]) {
      assert.equal(safeHref(raw)?.warning, undefined, raw);
    }
  });

  it('never throws, and gives back only addresses that mean the same when given again', () => {
    fc.assert(
      fc.property(fc.constantFrom('https://', 'http://', 'mailto:', 'tel:', ''), anyText, (scheme, rest) => {
        const link = safeHref(scheme + rest);
        if (link?.clickable !== true || link.warning !== undefined) return;
        assert.equal(safeHref(link.href)?.href, link.href);
      }),
      { numRuns: 1000 },
    );
  });
});
