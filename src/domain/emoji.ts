const graphemeSegmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const CHUNK_LENGTH = 512;

/**
 * The user-perceived characters of `text` in order, lazily, so that a caller may stop early. The segmenter gets the text in chunks, because
 * engines walk a long one in quadratic time; a "character" longer than a chunk comes in parts.
 */
export function* eachGrapheme(text: string): Generator<string> {
  let position = 0;
  while (position < text.length) {
    const end = position + CHUNK_LENGTH >= text.length ? text.length : pairBoundary(text, position + CHUNK_LENGTH);
    const segments = Array.from(graphemeSegmenter.segment(text.slice(position, end)), ({ segment }) => segment);
    // The last one may go on in the next chunk.
    const whole = end === text.length || segments.length === 1 ? segments : segments.slice(0, -1);
    for (const segment of whole) {
      yield segment;
      position += segment.length;
    }
  }
}

function pairBoundary(text: string, offset: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) ? offset - 1 : offset;
}

/** The user-perceived characters of `text` in order. */
export function graphemes(text: string): readonly string[] {
  return [...eachGrapheme(text)];
}

// One pictograph with its variation selector, skin tone and tags; joined ones are several of these around ZWJ.
const PICTOGRAPH = String.raw`(?!\p{Regional_Indicator})[\p{Extended_Pictographic}\p{Emoji_Presentation}](?:\uFE0F|\p{Emoji_Modifier})?[\u{E0020}-\u{E007F}]*`;
const EMOJI = String.raw`(?:[0-9#*]\uFE0F?\u20E3|\p{Regional_Indicator}{2}|(?![©®™](?!\uFE0F))${PICTOGRAPH}(?:\u200D${PICTOGRAPH})*)`;
const ONE_EMOJI = new RegExp(`^${EMOJI}$`, 'u');
const NEXT_EMOJI = new RegExp(EMOJI, 'uy');

/** Whether one user-perceived character is an emoji. */
export function isEmoji(grapheme: string): boolean {
  return ONE_EMOJI.test(grapheme);
}

/** How many emojis `text` consists of, surrounding blanks aside; 0 when there is anything else in it (WhatsApp enlarges 1 to 3). */
export function emojiOnlyCount(text: string): number {
  const emojis = text.trim();
  let count = 0;
  NEXT_EMOJI.lastIndex = 0;
  while (NEXT_EMOJI.test(emojis)) {
    count += 1;
    if (NEXT_EMOJI.lastIndex === emojis.length) return count;
  }
  return 0;
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

/** Reads the guide's `CustomEmojis.xml`: entries `<Emoticon Emoji="…" Code="1f970"/>`, each with the image `<code>.png`. */
export function importCustomEmojis(xml: string): CustomEmojiImport {
  const emojis = new Map<string, CustomEmoji>();
  const problems: CustomEmojiProblem[] = [];
  const lineAt = lineCounter(xml);
  for (const { text, start } of tagsAndText(xml)) {
    const problem = text.startsWith('<') ? readTag(text, emojis) : readText(text);
    if (problem !== undefined) problems.push({ kind: problem, line: lineAt(start) });
  }
  return { emojis: [...emojis.values()], problems };
}

interface XmlPiece {
  readonly text: string;
  readonly start: number;
}

/** Tags (comments, instructions and declarations as well) and the text between them, in order. */
function* tagsAndText(xml: string): Generator<XmlPiece> {
  let position = 0;
  while (position < xml.length) {
    const start = xml.indexOf('<', position);
    const textEnd = start === -1 ? xml.length : start;
    if (textEnd > position) yield { text: xml.slice(position, textEnd), start: position };
    if (start === -1) return;
    position = tagEnd(xml, start);
    yield { text: xml.slice(start, position), start };
  }
}

const TAG_CLOSERS = [
  ['<!--', '-->'],
  ['<?', '?>'],
  ['<', '>'],
] as const;

function tagEnd(xml: string, start: number): number {
  const [opener, closer] = TAG_CLOSERS.find(([prefix]) => xml.startsWith(prefix, start)) ?? ['<', '>'];
  const end = xml.indexOf(closer, start + opener.length);
  return end === -1 ? xml.length : end + closer.length;
}

function readText(text: string): CustomEmojiProblem['kind'] | undefined {
  return text.replace('\uFEFF', '').trim() === '' ? undefined : 'not-xml';
}

function readTag(tag: string, emojis: Map<string, CustomEmoji>): CustomEmojiProblem['kind'] | undefined {
  if (/^<!DOCTYPE/i.test(tag)) return 'document-type';
  if (!tag.endsWith('>')) return 'not-xml';
  if (!/^<Emoticon[\s/>]/.test(tag)) return undefined;
  const attributes = attributesOf(tag);
  const code = attributes.get('Code');
  if (code === undefined) return 'no-code';
  const emoji = customEmoji(code, `${code.trim()}.png`);
  if (emoji === undefined) return 'bad-code';
  if (emojis.has(emoji.code)) return 'duplicate-code';
  emojis.set(emoji.code, emoji);
  return isSameEmoji(attributes.get('Emoji') ?? emoji.sequence, emoji.sequence) ? undefined : 'emoji-differs-from-code';
}

const ATTRIBUTE = /([A-Za-z_:][\w:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

function attributesOf(tag: string): ReadonlyMap<string, string> {
  const pairs = Array.from(tag.matchAll(ATTRIBUTE), ([, name = '', double = '', single = '']) => {
    return [name, decodeCharacterReferences(double + single)] as const;
  });
  return new Map(pairs);
}

function isSameEmoji(written: string, sequence: string): boolean {
  const bare = (value: string): string => value.replaceAll('\uFE0F', '').trim();
  return bare(written) === bare(sequence);
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
