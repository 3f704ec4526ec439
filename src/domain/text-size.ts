import { eachGrapheme } from './emoji.js';

/** How many bytes `text` takes in UTF-8; a lone surrogate counts as the three bytes of U+FFFD that would be sent for it. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (isPair(unit, text.charCodeAt(index + 1))) {
      bytes += 4;
      index += 1;
    } else bytes += 3;
  }
  return bytes;
}

/** How many characters `text` has as WhatsApp's limits count them: Unicode code points. */
export function characterCount(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index++) {
    if (isPair(text.charCodeAt(index), text.charCodeAt(index + 1))) index += 1;
    count += 1;
  }
  return count;
}

function isPair(high: number, low: number): boolean {
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

/** A limit on the size of a text, in UTF-8 bytes (SPEC C2) or in characters (WhatsApp's own limits). */
export interface TextLimit {
  readonly unit: 'bytes' | 'characters';
  readonly max: number;
}

/** The size of `text` in the unit of a limit. */
export function textSize(text: string, unit: TextLimit['unit']): number {
  return unit === 'bytes' ? utf8Length(text) : characterCount(text);
}

/** By how much `text` goes over `limit`; 0 when it fits. */
export function textExcess(text: string, limit: TextLimit): number {
  return Math.max(0, textSize(text, limit.unit) - limit.max);
}

/** The longest emoji has 15 code units; a "character" of many more is an attack on the reader and is cut. */
const MAX_UNITS_PER_GRAPHEME = 32;

/** `text` cut to at most `max` user-perceived characters, the last of them `ellipsis` when something was cut; costs no more than the result. */
export function clampGraphemes(text: string, max: number, ellipsis = '…'): string {
  const budget = max * MAX_UNITS_PER_GRAPHEME;
  if (text.length <= max) return text;
  const kept: string[] = [];
  let units = 0;
  for (const grapheme of eachGrapheme(text.slice(0, budget + MAX_UNITS_PER_GRAPHEME))) {
    units += grapheme.length;
    if (kept.length === max || units > budget) return withEllipsis(kept, max, ellipsis);
    kept.push(grapheme);
  }
  return text;
}

function withEllipsis(kept: readonly string[], max: number, ellipsis: string): string {
  if (max <= 0) return '';
  return (
    kept
      .slice(0, max - 1)
      .join('')
      .trimEnd() + ellipsis
  );
}
