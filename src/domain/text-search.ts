/** A stretch of a source text, by offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Marks that readers look through: accents, Arabic and Hebrew vowel points; not those that make another letter (が, कि). */
const MARKS = /(?![\u3099\u309a])(?=\p{M})[\p{Script=Inherited}\p{Script=Hebrew}]/gu;

const ASCII = /^[\0-\x7f]*$/;

/**
 * A text as the search compares it: upper and lower case are one (`ß` is `ss`), accents and compatibility forms are looked
 * through, every blank is a space.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/\s/g, ' ');
  return text
    .normalize('NFKD')
    .replace(MARKS, '')
    .toUpperCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/ς/g, 'σ')
    .replace(/\s/g, ' ');
}

/** Is `query`, folded already and not empty, read in `text`? Whole graphemes match: `👨` is not in `👨‍👩‍👧`. */
export function hasText(text: string, query: string): boolean {
  return foldText(text).includes(query) && (ASCII.test(text) || matchesIn(text, query, 1).length > 0);
}

/** Where `query`, folded already and not empty, is read in `text`, in offsets of `text`; ranges do not overlap. */
export function findText(text: string, query: string): readonly TextRange[] {
  return foldText(text).includes(query) ? matchesIn(text, query, Infinity) : [];
}

function matchesIn(text: string, query: string, most: number): readonly TextRange[] {
  const { folded, startAt, endAt } = readByGraphemes(text);
  const found: TextRange[] = [];
  for (let at = folded.indexOf(query); at >= 0 && found.length < most;) {
    const start = startAt.get(at);
    const end = endAt.get(at + query.length);
    const isWhole = start !== undefined && end !== undefined;
    if (isWhole) found.push({ start, end });
    at = folded.indexOf(query, at + (isWhole ? query.length : 1));
  }
  return found;
}

/** The folded text, with the places in it at which a grapheme of the source begins or ends. */
function readByGraphemes(text: string) {
  const startAt = new Map<number, number>();
  const endAt = new Map<number, number>();
  let folded = '';
  for (const { segment, index } of graphemes.segment(text)) {
    const part = foldText(segment === '\r\n' ? ' ' : segment);
    if (part !== '') startAt.set(folded.length, index);
    folded += part;
    // A grapheme that folds to nothing belongs to the one before it.
    endAt.set(folded.length, index + segment.length);
  }
  return { folded, startAt, endAt };
}
