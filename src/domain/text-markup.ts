import type { LinkReader } from './link-reader.js';
import { readInline, type CodeNode, type MarkupInline, type Span } from './text-markup-inline.js';

export type { CodeNode, LinkNode, MarkupInline, StyledNode, TextNode } from './text-markup-inline.js';

/** A line without its break but with its prefix (`* `, `1. `, `> `); no children when it is empty. */
export interface MarkupLine extends Span {
  readonly children: readonly MarkupInline[];
}

/** A line of a numbered list with the number that was typed. */
export interface NumberedLine extends MarkupLine {
  readonly value: number;
}

/** Neighbouring lines of one kind, to be joined by line breaks or shown as items of one list. */
export interface LinesBlock extends Span {
  readonly kind: 'paragraph' | 'bullet' | 'quote';
  readonly lines: readonly MarkupLine[];
}

export interface NumberedBlock extends Span {
  readonly kind: 'numbered';
  readonly lines: readonly NumberedLine[];
}

/** Fenced code of several lines; it stands as a block of its own even where its fence opens amid a line. */
export type CodeBlock = CodeNode;

export type MarkupBlock = LinesBlock | NumberedBlock | CodeBlock;

const FENCE = '```';

/**
 * Reads WhatsApp formatting (bold, italic, strike, code, bullet, numbered and quoted lines) and, where `links` can be read, links, in
 * time linear in the text.
 *
 * Every node carries `start` and `end`, offsets into the source. Round trip: a leaf's `text` is the source at its place
 * (`source.slice(start, end)` for text and link, from `textStart` for code), leaves stand in the order of the source, and between them
 * there is nothing but marks, line prefixes and line breaks; so whoever prints the leaves and keeps the lines loses no character.
 */
export function parseMarkup(source: string, links?: LinkReader): readonly MarkupBlock[] {
  const blocks: MarkupBlock[] = [];
  let open: OpenBlock | undefined;
  for (const row of source === '' ? [] : rowsOf(source)) {
    if (row.kind === 'code') {
      open = undefined;
      blocks.push(row);
      continue;
    }
    const { kind, line } = readLine(source, row, links);
    if (open?.kind !== kind || !row.startsLine) {
      open = { kind, start: line.start, end: line.end, lines: [] };
      blocks.push(open as MarkupBlock);
    }
    open.lines.push(line);
    open.end = line.end;
  }
  return blocks;
}

interface OpenBlock {
  readonly kind: LinesBlock['kind'] | 'numbered';
  readonly start: number;
  end: number;
  readonly lines: MarkupLine[];
}

// ---- Fences and rows

/** What stands between two line breaks or fenced blocks. */
interface Row extends Span {
  readonly kind: 'row';
  /** Whether it begins where a line of the source begins, so that a prefix counts. */
  readonly startsLine: boolean;
  /** Fenced code of a single line, which stays within its row. */
  readonly fenced: readonly CodeNode[];
}

/** The fenced code of a text: from a fence to the next one that leaves more than blanks between them. */
function fencedCode(source: string): CodeNode[] {
  const found: CodeNode[] = [];
  let open = source.indexOf(FENCE);
  while (open !== -1) {
    const textStart = open + FENCE.length;
    const close = closingFence(source, textStart);
    if (close === -1) break;
    const end = close + FENCE.length;
    found.push({ kind: 'code', text: source.slice(textStart, close), textStart, start: open, end });
    open = source.indexOf(FENCE, end);
  }
  return found;
}

function closingFence(source: string, from: number): number {
  const next = source.indexOf(FENCE, from);
  if (next === -1 || source.slice(from, next).trim() !== '') return next;
  return source.indexOf(FENCE, next + FENCE.length);
}

function rowsOf(source: string): readonly (Row | CodeBlock)[] {
  const rows: (Row | CodeBlock)[] = [];
  const breaks = lineBreaksOf(source);
  let row = { start: 0, startsLine: true, fenced: [] as CodeNode[] };
  const endRow = (end: number, next: number, startsLine: boolean): void => {
    rows.push({ kind: 'row', start: row.start, end, startsLine: row.startsLine, fenced: row.fenced });
    row = { start: next, startsLine, fenced: [] };
  };
  for (const code of fencedCode(source)) {
    for (const lineBreak of breaks.takeBefore(code.start)) endRow(lineBreak.start, lineBreak.end, true);
    const inside = breaks.takeBefore(code.end);
    if (inside.length === 0) {
      row.fenced.push(code);
      continue;
    }
    if (code.start > row.start) endRow(code.start, code.start, false);
    rows.push(withoutOuterBreaks(code));
    const after = breaks.takeBefore(code.end + 1).at(0);
    row = { start: after?.end ?? code.end, startsLine: after !== undefined, fenced: [] };
  }
  for (const lineBreak of breaks.takeBefore(source.length)) endRow(lineBreak.start, lineBreak.end, true);
  if (row.startsLine || row.start < source.length) endRow(source.length, source.length, false);
  return rows;
}

/** The line breaks of a text, to be taken from left to right. */
function lineBreaksOf(source: string): { readonly takeBefore: (offset: number) => readonly Span[] } {
  const breaks = Array.from(source.matchAll(/\r\n?|\n/g), ({ 0: text, index }) => ({
    start: index,
    end: index + text.length,
  }));
  let next = 0;
  const takeBefore = (offset: number): readonly Span[] => {
    const from = next;
    while ((breaks[next]?.start ?? Infinity) < offset) next += 1;
    return breaks.slice(from, next);
  };
  return { takeBefore };
}

/** The line breaks next to the fences belong to the fences. */
function withoutOuterBreaks(code: CodeNode): CodeBlock {
  const leading = /^(?:\r\n?|\n)?/.exec(code.text)?.[0].length ?? 0;
  const text = code.text.slice(leading).replace(/(?:\r\n|\r|\n)$/, '');
  return { ...code, text, textStart: code.textStart + leading };
}

// ---- Lines

const PREFIX = /^(?:[*-] |(\d{1,2})\. |> )/;

function readLine(
  source: string,
  row: Row,
  links: LinkReader | undefined,
): { readonly kind: OpenBlock['kind']; readonly line: MarkupLine | NumberedLine } {
  const prefix = row.startsLine ? PREFIX.exec(source.slice(row.start, Math.min(row.end, row.start + 4))) : null;
  const start = row.start + (prefix?.[0].length ?? 0);
  const line = {
    children: readInline({ source, start, end: row.end }, row.fenced, links),
    start: row.start,
    end: row.end,
  };
  if (prefix === null) return { kind: 'paragraph', line };
  if (prefix[1] !== undefined) return { kind: 'numbered', line: { ...line, value: Number(prefix[1]) } };
  return { kind: prefix[0] === '> ' ? 'quote' : 'bullet', line };
}

// ---- Plain text

/** What a reader hears or sees where formatting cannot be shown: no marks, bullets as `• `, numbers as typed, lines joined by line breaks. */
export function markupToPlainText(blocks: readonly MarkupBlock[]): string {
  return blocks.map(plainBlock).join('\n');
}

function plainBlock(block: MarkupBlock): string {
  switch (block.kind) {
    case 'code':
      return block.text;
    case 'numbered':
      return block.lines.map((line) => `${line.value}. ${plainInline(line.children)}`).join('\n');
    case 'bullet':
      return block.lines.map((line) => `• ${plainInline(line.children)}`).join('\n');
    case 'paragraph':
    case 'quote':
      return block.lines.map((line) => plainInline(line.children)).join('\n');
  }
}

function plainInline(nodes: readonly MarkupInline[]): string {
  return nodes.map((node) => ('children' in node ? plainInline(node.children) : node.text)).join('');
}
