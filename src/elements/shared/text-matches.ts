import type { MarkupBlock, MarkupInline } from '../../domain/text-markup.js';

/** A stretch of a source text, by offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Leaf {
  readonly text: string;
  readonly start: number;
}

/** Where `query` is read in `blocks`, in offsets of their source; upper and lower case are one, marks are looked through. */
export function findInMarkup(blocks: readonly MarkupBlock[], query: string): readonly TextRange[] {
  const wanted = fold(query.trim());
  if (!wanted) return [];
  return blocks.flatMap(runsOf).flatMap((leaves) => findInLeaves(leaves, wanted));
}

/** What is read in one piece: the leaves of a line, or a block of code. */
function runsOf(block: MarkupBlock): readonly (readonly Leaf[])[] {
  if (block.kind === 'code') return [[{ text: block.text, start: block.textStart }]];
  return block.lines.map((line) => line.children.flatMap(leavesOf));
}

function leavesOf(node: MarkupInline): readonly Leaf[] {
  if ('children' in node) return node.children.flatMap(leavesOf);
  return [{ text: node.text, start: node.kind === 'code' ? node.textStart : node.start }];
}

function findInLeaves(leaves: readonly Leaf[], wanted: string): readonly TextRange[] {
  const read = fold(leaves.map(({ text }) => text).join(''));
  const ranges: TextRange[] = [];
  for (let at = read.indexOf(wanted); at >= 0; at = read.indexOf(wanted, at + wanted.length)) {
    ranges.push(...inSource(leaves, at, at + wanted.length));
  }
  return ranges;
}

function inSource(leaves: readonly Leaf[], from: number, to: number): readonly TextRange[] {
  const ranges: TextRange[] = [];
  let offset = 0;
  for (const { text, start } of leaves) {
    const first = Math.max(from - offset, 0);
    const last = Math.min(to - offset, text.length);
    if (first < last) ranges.push({ start: start + first, end: start + last });
    offset += text.length;
  }
  return ranges;
}

/** Lower case of the same length, so that offsets stay right (`İ` would become two characters). */
function fold(text: string): string {
  return text.replace(/./gsu, (character) => {
    const lower = character.toLowerCase();
    return lower.length === character.length ? lower : character;
  });
}
