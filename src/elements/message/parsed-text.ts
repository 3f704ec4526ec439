import type { LinkFinder } from '../../domain/links.js';
import { parseMarkup, type MarkupBlock } from '../../domain/text-markup.js';
import { linkFinder, wantLinksOf } from '../shared/link-finder.js';

let last: { readonly text: string; readonly finder: LinkFinder; readonly blocks: readonly MarkupBlock[] } | undefined;

/** A text's formatting; remembers the last one, because a message's label and its body read the same text one after the other. */
export function parsedText(text: string): readonly MarkupBlock[] {
  wantLinksOf(text);
  const finder = linkFinder();
  if (last?.text !== text || last.finder !== finder) last = { text, finder, blocks: parseMarkup(text, finder) };
  return last.blocks;
}
