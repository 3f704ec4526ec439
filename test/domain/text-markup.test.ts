import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { linkReader } from '../../src/domain/find-links.js';
import {
  markupToPlainText,
  parseMarkup,
  type MarkupBlock,
  type MarkupInline,
  type MarkupLine,
} from '../../src/domain/text-markup.js';
import { anyText, assertLinear, BOMBS, textOf } from '../support/hostile-text.js';

/** The tree as short text: b() i() s() c() a() for nodes, p: ul: ol: q: for lines, pre() for code blocks. */
function sketch(source: string): string {
  return parseMarkup(source, linkReader).map(sketchBlock).join(' / ');
}

function sketchBlock(block: MarkupBlock): string {
  switch (block.kind) {
    case 'code':
      return `pre(${block.text})`;
    case 'numbered':
      return block.lines.map((line) => `ol${line.value}:${sketchLine(line)}`).join('|');
    default:
      return block.lines
        .map((line) => `${{ paragraph: 'p', bullet: 'ul', quote: 'q' }[block.kind]}:${sketchLine(line)}`)
        .join('|');
  }
}

function sketchLine(line: MarkupLine): string {
  return line.children.map(sketchInline).join('');
}

function sketchInline(node: MarkupInline): string {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'code':
      return `c(${node.text})`;
    case 'link':
      return `a(${node.text})`;
    default:
      return `${node.kind.charAt(0)}(${node.children.map(sketchInline).join('')})`;
  }
}

function assertReads(cases: readonly (readonly [source: string, tree: string])[]): void {
  for (const [source, tree] of cases) assert.equal(sketch(source), tree, JSON.stringify(source));
}

describe('inline marks', () => {
  it('format what stands between them', () => {
    assertReads([
      ['*a*', 'p:b(a)'],
      ['_a_', 'p:i(a)'],
      ['~a~!', 'p:s(a)!'],
      ['`a`', 'p:c(a)'],
      ['*a b* c', 'p:b(a b) c'],
      ['*a*.', 'p:b(a).'],
      ['x *a* y _b_ z', 'p:x b(a) y i(b) z'],
      ['>*a*', 'p:>b(a)'],
    ]);
  });

  it('nest in any order', () => {
    assertReads([
      ['*_~x~_*', 'p:b(i(s(x)))'],
      ['~_x_~ *y*', 'p:s(i(x)) b(y)'],
      ['*a _b_ c*', 'p:b(a i(b) c)'],
    ]);
  });

  it('are literal inside words, next to blanks, doubled, empty or alone', () => {
    for (const source of [
      '2*3*4',
      'snake_case_name',
      'a*b*',
      '*a*b',
      '(*x*)',
      'x * a * y',
      '**',
      '**a**',
      '***',
      '*a',
      'a*',
      '__init__',
    ]) {
      assertReads([[source, `p:${source}`]]);
    }
  });

  it('keep a mark within a word that is marked', () => {
    assertReads([['_a_b_', 'p:i(a_b)']]);
  });

  it('never reach beyond a line', () => {
    assertReads([['*a\nb*', 'p:*a|p:b*']]);
  });

  it('mean nothing inside code, and no mark reaches into code', () => {
    assertReads([
      ['`*a*`', 'p:c(*a*)'],
      ['*a `b* c` d*', 'p:b(a c(b* c) d)'],
      ['`a`*b*', 'p:c(a)b(b)'],
    ]);
  });
});

describe('fenced code', () => {
  it('is inline on one line and a block over several', () => {
    assertReads([
      ['```*a*```', 'p:c(*a*)'],
      ['*x ```y``` z*', 'p:b(x c(y) z)'],
      ['```\nx\n  y\n```\nz', 'pre(x\n  y) / p:z'],
      ['a ```b\n* c``` d', 'p:a  / pre(b\n* c) / p: d'],
      ['a\n```\r\nx\r\n```', 'p:a / pre(x)'],
    ]);
  });

  it('is literal without an end, and with only blanks inside', () => {
    assertReads([
      ['```a', 'p:```a'],
      ['``` ```', 'p:``` ```'],
      ['``` ```a```', 'p:c( ```a)'],
    ]);
  });

  it('does not make what follows on its line the start of one', () => {
    assertReads([['```a\nb```* c', 'pre(a\nb) / p:* c']]);
  });
});

describe('line prefixes', () => {
  it('make bullets, numbers and quotes, in which marks work', () => {
    assertReads([
      ['* a', 'ul:a'],
      ['- a\n- *b*', 'ul:a|ul:b(b)'],
      ['10. x\n7. y', 'ol10:x|ol7:y'],
      ['> *q*\n> r', 'q:b(q)|q:r'],
      ['* a *', 'ul:a *'],
    ]);
  });

  it('need their blank, column 0 and at most two digits', () => {
    assertReads([
      ['-a', 'p:-a'],
      [' - a', 'p: - a'],
      ['100. x', 'p:100. x'],
      ['1.x', 'p:1.x'],
      ['>q', 'p:>q'],
    ]);
  });

  it('gather neighbouring lines of one kind, empty ones included', () => {
    assertReads([['a\n\nb\n- c\n- d\ne', 'p:a|p:|p:b / ul:c|ul:d / p:e']]);
    assert.equal(parseMarkup('a\n\nb\n- c\n- d\ne', linkReader).length, 3);
  });
});

describe('links in marked text', () => {
  it('are never cut by marks inside them', () => {
    assertReads([
      ['https://ex.com/a_b_c', 'p:a(https://ex.com/a_b_c)'],
      ['_x_ https://ex.com/a_b_ y', 'p:i(x) a(https://ex.com/a_b_) y'],
    ]);
  });

  it('leave a mark that closes an open one outside', () => {
    assertReads([
      ['*https://x.com*', 'p:b(a(https://x.com))'],
      ['_*https://x.com/a*_ and', 'p:i(b(a(https://x.com/a))) and'],
      ['*see www.x.com/a_*', 'p:b(see a(www.x.com/a_))'],
      ['*https://x.com.*', 'p:b(a(https://x.com).)'],
      ['_ana@example.com_', 'p:i(a(ana@example.com))'],
      ['see `https://x.com` now', 'p:see c(https://x.com) now'],
    ]);
  });

  it('are not looked for in code', () => {
    assertReads([['```https://x.com/*a*```', 'p:c(https://x.com/*a*)']]);
  });
});

describe('markupToPlainText', () => {
  it('says what is read, without marks', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['*a* _b_ ~c~ `d`', 'a b c d'],
      ['* a\n* b', '• a\n• b'],
      ['3. a\n4. *b*', '3. a\n4. b'],
      ['> q\nr', 'q\nr'],
      ['```\nx\n```\ny', 'x\ny'],
      ['see *https://x.com*', 'see https://x.com'],
      ['', ''],
    ];
    for (const [source, plain] of cases) assert.equal(markupToPlainText(parseMarkup(source, linkReader)), plain);
  });
});

type Leaf = { readonly start: number; readonly end: number; readonly text: string };

function leavesOf(nodes: readonly MarkupInline[]): readonly Leaf[] {
  return nodes.flatMap((node): readonly Leaf[] => ('children' in node ? leavesOf(node.children) : [leafOf(node)]));
}

function leafOf(node: { readonly text: string; readonly start: number; readonly textStart?: number }): Leaf {
  const start = node.textStart ?? node.start;
  return { start, end: start + node.text.length, text: node.text };
}

function allLeaves(blocks: readonly MarkupBlock[]): readonly Leaf[] {
  return blocks.flatMap((block) =>
    block.kind === 'code' ? [leafOf(block)] : block.lines.flatMap((line) => leavesOf(line.children)),
  );
}

const markupText = textOf(
  '*',
  '_',
  '~',
  '`',
  '```',
  ' ',
  '\n',
  '\r\n',
  'a',
  'Bc',
  '1. ',
  '- ',
  '> ',
  'https://x.com/',
  'a@b.com',
  '.',
  '(',
);

describe('every text', () => {
  it('is found again in the leaves, in order, with only marks, prefixes and line breaks between them', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, markupText), (source) => {
        let position = 0;
        for (const leaf of allLeaves(parseMarkup(source, linkReader))) {
          assert.equal(source.slice(leaf.start, leaf.end), leaf.text);
          assert.ok(leaf.start >= position);
          assert.match(source.slice(position, leaf.start), /^(?:[*_~`\r\n]|\d{1,2}\. |- |> |\* )*$/);
          position = leaf.end;
        }
        assert.match(source.slice(position), /^(?:[*_~`\r\n]|\d{1,2}\. |- |> |\* )*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it('has nodes within their parents, in order', () => {
    const check = (nodes: readonly MarkupInline[], start: number, end: number): void => {
      let position = start;
      for (const node of nodes) {
        assert.ok(node.start >= position && node.end <= end && node.end > node.start);
        if ('children' in node) check(node.children, node.start + 1, node.end - 1);
        position = node.end;
      }
    };
    fc.assert(
      fc.property(markupText, (source) => {
        for (const block of parseMarkup(source, linkReader)) {
          if (block.kind === 'code') continue;
          for (const line of block.lines) check(line.children, line.start, line.end);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is read in time linear in its length', () => {
    for (const [name, makeText] of Object.entries(BOMBS)) {
      assertLinear(name, makeText, (text) => markupToPlainText(parseMarkup(text, linkReader)));
    }
  });
});
