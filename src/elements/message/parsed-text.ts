import type { LinkFinder } from '../../domain/links.js';
import { parseMarkup, type MarkupBlock } from '../../domain/text-markup.js';
import { linkFinderFor } from '../shared/link-finder.js';

interface Parsed {
  readonly text: string;
  readonly finder: LinkFinder | undefined;
  readonly blocks: readonly MarkupBlock[];
}

let last: Parsed | undefined;

/** A text's formatting; remembers the last one, because a message's label and its body read the same text one after the other. */
export function parsedText(text: string): readonly MarkupBlock[] {
  const finder = linkFinderFor(text);
  if (last?.text !== text || last.finder !== finder) last = { text, finder, blocks: parseMarkup(text, finder) };
  return last.blocks;
}
