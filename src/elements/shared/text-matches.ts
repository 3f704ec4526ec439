import type { MarkupBlock, MarkupInline } from '../../domain/text-markup.js';
import { findText, foldText, type TextRange } from '../../domain/text-search.js';

interface Leaf {
  readonly text: string;
  readonly start: number;
}

/** Where `query` is read in `blocks`, in offsets of their source; upper and lower case are one, accents and marks are looked through. */
export function findInMarkup(blocks: readonly MarkupBlock[], query: string): readonly TextRange[] {
  const wanted = foldText(query.trim());
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
  const read = leaves.map(({ text }) => text).join('');
  return findText(read, wanted).flatMap(({ start, end }) => inSource(leaves, start, end));
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
