import type { LinkReader } from '../../domain/link-reader.js';
import { parseMarkup, type MarkupBlock } from '../../domain/text-markup.js';
import { linkReaderFor } from '../shared/link-reader.js';

interface Parsed {
  readonly text: string;
  readonly links: LinkReader | undefined;
  readonly blocks: readonly MarkupBlock[];
}

let last: Parsed | undefined;

/** A text's formatting; remembers the last one, because a message's label and its body read the same text one after the other. */
export function parsedText(text: string): readonly MarkupBlock[] {
  const links = linkReaderFor(text);
  if (last?.text !== text || last.links !== links) last = { text, links, blocks: parseMarkup(text, links) };
  return last.blocks;
}
