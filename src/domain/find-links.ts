import { find } from 'linkifyjs';
import { mayHoldLink, type LinkReader } from './link-reader.js';
import { linkBetween, type LinkSpan } from './links.js';

/**
 * The links of a text, in order: http and https URLs, `www.` and bare domains of a known top level, e-mail addresses. Bare words that
 * look like file names (`file.py`), times (`10.am`) or a missing blank (`home.It`) are not links. Trailing punctuation stays outside.
 */
export function findLinks(text: string): readonly LinkSpan[] {
  const spans: LinkSpan[] = [];
  if (!mayHoldLink(text)) return spans;
  for (const window of windowsOf(text)) {
    for (const found of find(text.slice(window.start, window.end))) {
      const start = window.start + found.start;
      const end = window.start + found.end;
      const span = mayStartAt(text, start, end) ? linkBetween(text, start, end) : undefined;
      if (span !== undefined) spans.push(span);
    }
  }
  return spans;
}

/** What finds links for `parseMarkup`. */
export const linkReader: LinkReader = { find: findLinks, between: linkBetween };

/** Holds the longest link that may be followed, and what stands around it (UTF-16 code units). */
const WINDOW_LENGTH = 8192;

/** Stretches between blanks that are short enough to be searched at a bounded cost; a longer word holds no link that one could follow. */
function* windowsOf(text: string): Generator<{ readonly start: number; readonly end: number }> {
  let start = 0;
  while (start < text.length) {
    const limit = start + WINDOW_LENGTH;
    const end = limit >= text.length ? text.length : lastBlankBefore(text, start, limit);
    if (end > start) yield { start, end };
    start = end > start ? end : nextBlankFrom(text, limit);
  }
}

function lastBlankBefore(text: string, start: number, limit: number): number {
  let end = limit;
  while (end > start && !/\s/.test(text.charAt(end))) end -= 1;
  return end;
}

function nextBlankFrom(text: string, from: number): number {
  const distance = text.slice(from).search(/\s/);
  return distance === -1 ? text.length : from + distance;
}

function mayStartAt(text: string, start: number, end: number): boolean {
  if (/^https?:\/\//i.test(text.slice(start, start + 8)) || text.slice(start, end).includes('@')) return true;
  const before = text.slice(Math.max(0, start - 2), start);
  return !/(?:[/\\@#$.-]|[\p{Letter}\p{Number}]_)$/u.test(before);
}
