import { parseMarkup, type MarkupBlock } from '../../domain/text-markup.js';

let last: { readonly text: string; readonly blocks: readonly MarkupBlock[] } | undefined;

/** A text's formatting; remembers the last one, because a message's label and its body read the same text one after the other. */
export function parsedText(text: string): readonly MarkupBlock[] {
  if (last?.text !== text) last = { text, blocks: parseMarkup(text) };
  return last.blocks;
}
