import type { LinkReader } from './link-reader.js';
import type { SafeLink } from './links.js';

/** A stretch of the source text: offsets in UTF-16 code units, `end` not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Plain characters; custom emojis in them are left to the renderer. */
export interface TextNode extends Span {
  readonly kind: 'text';
  readonly text: string;
}

/** Inline nodes between a pair of marks, which `start` and `end` include. */
export interface StyledNode extends Span {
  readonly kind: 'bold' | 'italic' | 'strike';
  readonly children: readonly MarkupInline[];
}

/** Monospaced characters, in which nothing else is formatted; `start` and `end` include the marks, `textStart` comes after the opening one. */
export interface CodeNode extends Span {
  readonly kind: 'code';
  readonly text: string;
  readonly textStart: number;
}

export interface LinkNode extends Span {
  readonly kind: 'link';
  readonly text: string;
  readonly link: SafeLink;
}

export type MarkupInline = TextNode | StyledNode | CodeNode | LinkNode;

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
type StyleMark = keyof typeof STYLES;

/** The part of a line in which inline marks are read. */
export interface InlineLine extends Span {
  readonly source: string;
}

const HAS_MARKS_OR_LINKS = /[*_~`.@:]/;

/** Reads the marks, the code and, with `links`, the links of one line; `fenced` is code already found in it. */
export function readInline(
  line: InlineLine,
  fenced: readonly CodeNode[],
  links: LinkReader | undefined,
): readonly MarkupInline[] {
  const { source, start, end } = line;
  if (start === end) return [];
  if (!HAS_MARKS_OR_LINKS.test(source.slice(start, end))) return [textNode(source, start, end)];
  const code = codeOf(line, fenced);
  const atoms = links ? withLinks(line, code, links) : code;
  return readRange({ ...line, atoms, nextAtom: 0, closers: closersOf(line, atoms) }, start, end);
}

/** A line on its way from left to right; atoms are what no mark can open or close inside. */
interface InlineReader extends InlineLine {
  readonly atoms: readonly (CodeNode | LinkNode)[];
  nextAtom: number;
  readonly closers: Readonly<Record<StyleMark, CloserQueue>>;
}

/** Where a mark may close, in order; read once from left to right, because no question goes back. */
interface CloserQueue {
  readonly positions: readonly number[];
  next: number;
}

/** A mark opens at the start, after a blank, `>` or another mark, and before something that is neither blank nor the same mark. */
function canOpen({ source, start, end }: InlineLine, position: number): boolean {
  const mark = source.charAt(position);
  const next = position + 1 < end ? source.charAt(position + 1) : ' ';
  if (next === mark || isBlank(next)) return false;
  const before = position === start ? ' ' : source.charAt(position - 1);
  return isBlank(before) || (before !== mark && '>*_~`'.includes(before));
}

/** A mark closes after something that is not blank, at the end or before anything but an ASCII letter or digit. */
function canClose({ source, start, end }: InlineLine, position: number): boolean {
  if (position <= start || isBlank(source.charAt(position - 1))) return false;
  return position + 1 >= end || !/[A-Za-z0-9]/.test(source.charAt(position + 1));
}

function isBlank(character: string): boolean {
  return character.trim() === '';
}

/** Inline code of a line, the fenced and the one between single backticks, in order. */
function codeOf(line: InlineLine, fenced: readonly CodeNode[]): readonly CodeNode[] {
  const found: CodeNode[] = [];
  let position = line.start;
  for (const code of [...fenced, undefined]) {
    collectBackticked(line, position, code?.start ?? line.end, found);
    if (code === undefined) break;
    found.push(code);
    position = code.end;
  }
  return found;
}

function collectBackticked(line: InlineLine, from: number, to: number, found: CodeNode[]): void {
  const { source } = line;
  const closers = positionsOf(source, '`', from, to).filter((position) => canClose(line, position));
  let next = 0;
  let free = from;
  for (const open of positionsOf(source, '`', from, to)) {
    if (open < free || !canOpen(line, open)) continue;
    while ((closers[next] ?? Infinity) < open + 2) next += 1;
    const close = closers[next];
    if (close === undefined) return;
    found.push({ kind: 'code', text: source.slice(open + 1, close), textStart: open + 1, start: open, end: close + 1 });
    free = close + 1;
  }
}

function positionsOf(source: string, character: string, from: number, to: number): readonly number[] {
  const positions: number[] = [];
  for (let at = source.indexOf(character, from); at !== -1 && at < to; at = source.indexOf(character, at + 1)) {
    positions.push(at);
  }
  return positions;
}

function closersOf(line: InlineLine, atoms: readonly Span[]): Readonly<Record<StyleMark, CloserQueue>> {
  const queue = (mark: StyleMark): CloserQueue => {
    let atom = 0;
    const positions = positionsOf(line.source, mark, line.start, line.end).filter((position) => {
      while ((atoms[atom]?.end ?? Infinity) <= position) atom += 1;
      return position < (atoms[atom]?.start ?? Infinity) && canClose(line, position);
    });
    return { positions, next: 0 };
  };
  return { '*': queue('*'), _: queue('_'), '~': queue('~') };
}

/** Reads `[start, end)`; inside a style its own mark cannot open again, so this nests three deep at most. */
function readRange(reader: InlineReader, start: number, end: number): readonly MarkupInline[] {
  const nodes: MarkupInline[] = [];
  let textStart = start;
  let position = start;
  const add = (node: MarkupInline): void => {
    if (node.start > textStart) nodes.push(textNode(reader.source, textStart, node.start));
    nodes.push(node);
    position = node.end;
    textStart = node.end;
  };
  while (position < end) {
    const node = atomAt(reader, position) ?? styledAt(reader, position, end);
    if (node === undefined) position += 1;
    else add(node);
  }
  if (textStart < end) nodes.push(textNode(reader.source, textStart, end));
  return nodes;
}

function textNode(source: string, start: number, end: number): TextNode {
  return { kind: 'text', text: source.slice(start, end), start, end };
}

function atomAt(reader: InlineReader, position: number): CodeNode | LinkNode | undefined {
  const atom = reader.atoms[reader.nextAtom];
  if (atom?.start !== position) return undefined;
  reader.nextAtom += 1;
  return atom;
}

function styledAt(reader: InlineReader, position: number, end: number): StyledNode | undefined {
  const mark = reader.source.charAt(position);
  if (!isStyleMark(mark) || !canOpen(reader, position)) return undefined;
  const close = nextCloser(reader.closers[mark], position + 2);
  if (close === undefined || close >= end) return undefined;
  const children = readRange(reader, position + 1, close);
  return { kind: STYLES[mark], children, start: position, end: close + 1 };
}

function isStyleMark(character: string): character is StyleMark {
  return Object.hasOwn(STYLES, character);
}

function nextCloser(queue: CloserQueue, from: number): number | undefined {
  while ((queue.positions[queue.next] ?? Infinity) < from) queue.next += 1;
  return queue.positions[queue.next];
}

// ---- Links

/** The code and the links of a line, in order; a mark at a link's end that closes one opened before it is not the link's. */
function withLinks(line: InlineLine, code: readonly CodeNode[], links: LinkReader): readonly (CodeNode | LinkNode)[] {
  const atoms: (CodeNode | LinkNode)[] = [];
  const open = new Set<string>();
  let nextCode = 0;
  let position = line.start;
  const takeCodeBefore = (limit: number): void => {
    for (let next = code[nextCode]; next !== undefined && next.start < limit; next = code[++nextCode]) {
      followMarks(line, position, next.start, open);
      atoms.push(next);
      position = next.end;
    }
  };
  for (const found of links.find(line.source.slice(line.start, line.end))) {
    const start = found.start + line.start;
    takeCodeBefore(start);
    if (start < position) continue;
    followMarks(line, position, start, open);
    const link = links.between(line.source, start, endWithoutMarks(line, start, found.end + line.start, open));
    position = link?.end ?? start;
    if (link !== undefined) atoms.push({ kind: 'link', text: link.text, link: link.link, start, end: link.end });
  }
  takeCodeBefore(line.end);
  return atoms;
}

/** Keeps track of which marks are open between two places. */
function followMarks(line: InlineLine, from: number, to: number, open: Set<string>): void {
  for (let position = from; position < to; position++) {
    const mark = line.source.charAt(position);
    if (!isStyleMark(mark)) continue;
    if (open.has(mark) && canClose(line, position)) open.delete(mark);
    else if (canOpen(line, position)) open.add(mark);
  }
}

/** Where a link ends, when the marks at its end that close one opened before it are not its own. */
function endWithoutMarks(line: InlineLine, start: number, end: number, open: ReadonlySet<string>): number {
  const left = new Set(open);
  let last = end;
  while (last > start && canClose(line, last - 1) && left.delete(line.source.charAt(last - 1))) last -= 1;
  return last;
}
