import type { LinkSpan } from './links.js';

/** Reads the links of texts; it is handed to `parseMarkup`, because what finds links outweighs what reads formatting many times. */
export interface LinkReader {
  /** The links of a text, in order. */
  find(text: string): readonly LinkSpan[];
  /** The link that begins at `start` of `source` and ends at `end` at the latest; undefined when nothing linkable is left. */
  between(source: string, start: number, end: number): LinkSpan | undefined;
}

/** False when a text holds no link for certain: most messages hold none, and reading one for links costs more than all the rest of showing it. */
export function mayHoldLink(text: string): boolean {
  return /[^\s.]\.[^\s.]|@|:\/\//.test(text);
}
