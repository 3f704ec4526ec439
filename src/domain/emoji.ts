const graphemeSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The user-perceived characters of `text` in order, lazily, so that a caller may stop early. */
export function* eachGrapheme(text: string): Generator<string> {
  for (const { segment } of graphemeSegmenter.segment(text)) yield segment;
}

/** The user-perceived characters of `text` in order. */
export function graphemes(text: string): readonly string[] {
  return [...eachGrapheme(text)];
}

/** How many user-perceived characters `text` has. */
export function graphemeCount(text: string): number {
  let count = 0;
  for (const segment of graphemeSegmenter.segment(text)) count += segment.segment.length > 0 ? 1 : 0;
  return count;
}

// One pictograph with its variation selector, skin tone and tags; joined ones are several of these around ZWJ.
const PICTOGRAPH = String.raw`(?:\p{Extended_Pictographic}|\p{Emoji_Presentation})(?:\uFE0F|\p{Emoji_Modifier})?[\u{E0020}-\u{E007F}]*`;
const EMOJI = new RegExp(
  String.raw`^(?:[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2}|${PICTOGRAPH}(?:\u200D${PICTOGRAPH})*)$`,
  'u',
);
/** Pictographs that are signs of ordinary text unless a variation selector makes them emojis. */
const TEXT_SIGN = /^[©®™]$/u;

/** Whether one user-perceived character is an emoji. */
export function isEmoji(grapheme: string): boolean {
  return EMOJI.test(grapheme) && !TEXT_SIGN.test(grapheme);
}

/** How many emojis `text` consists of, surrounding blanks aside; 0 when there is anything else in it (WhatsApp enlarges 1 to 3). */
export function emojiOnlyCount(text: string): number {
  let count = 0;
  for (const grapheme of eachGrapheme(text.trim())) {
    if (!isEmoji(grapheme)) return 0;
    count += 1;
  }
  return count;
}

/** An emoji that the operator draws with an image of its own (SPEC B11, L6). */
export interface CustomEmoji {
  /** Code points in lower-case hexadecimal, joined by hyphens: `1f970`, `1f468-200d-1f4bb`. */
  readonly code: string;
  /** The characters that the image replaces. */
  readonly sequence: string;
  /** URL or file name of the image, as configured. */
  readonly image: string;
}

const MAX_SEQUENCE_CODE_POINTS = 16;
const CODE = /^(?:u\+)?[0-9a-f]{1,6}(?:[-_ ](?:u\+)?[0-9a-f]{1,6})*$/i;

/** A custom emoji from its code point sequence, or undefined when `code` is not one. */
export function customEmoji(code: string, image: string): CustomEmoji | undefined {
  const trimmed = code.trim();
  if (trimmed.length > MAX_SEQUENCE_CODE_POINTS * 9 || !CODE.test(trimmed)) return undefined;
  const points = trimmed.split(/[-_ ]/).map((part) => Number.parseInt(part.replace(/^u\+/i, ''), 16));
  if (points.length > MAX_SEQUENCE_CODE_POINTS || !points.every(isScalarValue)) return undefined;
  return {
    code: points.map((point) => point.toString(16)).join('-'),
    sequence: String.fromCodePoint(...points),
    image,
  };
}

function isScalarValue(point: number): boolean {
  return point > 0x1f && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
}

/** A stretch of a text: characters to print, or an emoji to draw in their place; `text` is always what `source.slice(start, end)` gives. */
export type EmojiPiece =
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'emoji';
      readonly emoji: CustomEmoji;
      readonly text: string;
      readonly start: number;
      readonly end: number;
    };

/** Splits `text` where custom emojis stand in it; the longest sequence wins, and a part of a longer emoji is never replaced. */
export function splitCustomEmojis(text: string, emojis: readonly CustomEmoji[]): readonly EmojiPiece[] {
  const byFirst = indexByFirstCodePoint(emojis);
  const pieces: EmojiPiece[] = [];
  let textStart = 0;
  let position = 0;
  while (position < text.length) {
    const point = text.codePointAt(position) ?? 0;
    const match = longestMatch(text, position, byFirst.get(point));
    if (match === undefined) {
      position += point > 0xffff ? 2 : 1;
      continue;
    }
    if (position > textStart) pieces.push(textPiece(text, textStart, position));
    pieces.push({
      kind: 'emoji',
      emoji: match.emoji,
      text: text.slice(position, match.end),
      start: position,
      end: match.end,
    });
    position = match.end;
    textStart = position;
  }
  if (textStart < text.length) pieces.push(textPiece(text, textStart, text.length));
  return pieces;
}

function textPiece(text: string, start: number, end: number): EmojiPiece {
  return { kind: 'text', text: text.slice(start, end), start, end };
}

function indexByFirstCodePoint(emojis: readonly CustomEmoji[]): ReadonlyMap<number, readonly CustomEmoji[]> {
  const index = new Map<number, CustomEmoji[]>();
  for (const emoji of emojis) {
    const first = emoji.sequence.codePointAt(0);
    if (first === undefined) continue;
    const same = index.get(first) ?? [];
    same.push(emoji);
    index.set(first, same);
  }
  for (const same of index.values()) same.sort((a, b) => b.sequence.length - a.sequence.length);
  return index;
}

const JOINS_WHAT_STANDS_BEFORE = /^(?:[\u200D\u20E3\uFE0E]|\p{Emoji_Modifier}|[\u{E0020}-\u{E007F}])/u;

function longestMatch(
  text: string,
  position: number,
  candidates: readonly CustomEmoji[] | undefined,
): { readonly emoji: CustomEmoji; readonly end: number } | undefined {
  if (candidates === undefined || text[position - 1] === '\u200D') return undefined;
  for (const emoji of candidates) {
    if (!text.startsWith(emoji.sequence, position)) continue;
    const bare = position + emoji.sequence.length;
    const end = text[bare] === '\uFE0F' ? bare + 1 : bare;
    if (!JOINS_WHAT_STANDS_BEFORE.test(text.slice(end, end + 2))) return { emoji, end };
  }
  return undefined;
}

/** What is wrong in a `CustomEmojis.xml`; the entry concerned is left out, except with `emoji-differs-from-code`, where the code is believed. */
export interface CustomEmojiProblem {
  readonly kind: 'not-xml' | 'document-type' | 'no-code' | 'bad-code' | 'duplicate-code' | 'emoji-differs-from-code';
  /** Line of the file, from 1. */
  readonly line: number;
}

/** What {@link importCustomEmojis} made of a file. */
export interface CustomEmojiImport {
  readonly emojis: readonly CustomEmoji[];
  readonly problems: readonly CustomEmojiProblem[];
}

// A tag, a comment, an instruction or a declaration; nothing else than blanks may stand between them.
const MARKUP = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<[^<>]*>/g;
const ATTRIBUTE = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** Reads the guide's `CustomEmojis.xml`: entries `<Emoticon Emoji="…" Code="1f970"/>`, each with the image `<code>.png`. */
export function importCustomEmojis(xml: string): CustomEmojiImport {
  const emojis = new Map<string, CustomEmoji>();
  const problems: CustomEmojiProblem[] = [];
  const lineAt = lineCounter(xml);
  let end = 0;
  for (const match of xml.matchAll(MARKUP)) {
    const start = match.index;
    if (!isBlank(xml.slice(end, start))) problems.push({ kind: 'not-xml', line: lineAt(end) });
    end = start + match[0].length;
    const problem = readTag(match[0], emojis);
    if (problem !== undefined) problems.push({ kind: problem, line: lineAt(start) });
  }
  if (!isBlank(xml.slice(end))) problems.push({ kind: 'not-xml', line: lineAt(end) });
  return { emojis: [...emojis.values()], problems };
}

function readTag(tag: string, emojis: Map<string, CustomEmoji>): CustomEmojiProblem['kind'] | undefined {
  if (/^<!DOCTYPE/i.test(tag)) return 'document-type';
  if (!/^<Emoticon[\s/>]/.test(tag)) return undefined;
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single] of tag.matchAll(ATTRIBUTE)) {
    attributes.set(name, decodeCharacterReferences(double ?? single ?? ''));
  }
  const code = attributes.get('Code');
  if (code === undefined) return 'no-code';
  const emoji = customEmoji(code, `${code.trim()}.png`);
  if (emoji === undefined) return 'bad-code';
  if (emojis.has(emoji.code)) return 'duplicate-code';
  emojis.set(emoji.code, emoji);
  const written = attributes.get('Emoji');
  return written === undefined || isSameEmoji(written, emoji.sequence) ? undefined : 'emoji-differs-from-code';
}

function isSameEmoji(written: string, sequence: string): boolean {
  const bare = (value: string): string => value.replaceAll('\uFE0F', '').trim();
  return bare(written) === bare(sequence);
}

function isBlank(text: string): boolean {
  return text.replace('\uFEFF', '').trim() === '';
}

function lineCounter(text: string): (offset: number) => number {
  let line = 1;
  let counted = 0;
  return (offset) => {
    for (; counted < offset; counted++) if (text[counted] === '\n') line += 1;
    return line;
  };
}

const NAMED_REFERENCES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decodeCharacterReferences(value: string): string {
  return value.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name !== undefined) return NAMED_REFERENCES.get(name) ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return isScalarValue(point) ? String.fromCodePoint(point) : whole;
    },
  );
}
