import { clampGraphemes } from './text-size.js';

// Written as strings of escapes: the characters themselves are invisible, and some reorder the source that holds them.
const BIDI_CONTROLS = '\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C';
const INVISIBLES =
  '\\u00AD\\u034F\\u115F\\u1160\\u17B4\\u17B5\\u180B-\\u180F\\u200B\\u2060-\\u2065\\u206A-\\u206F\\u3164\\uFEFF\\uFFA0\\u{1BCA0}-\\u{1BCA3}';
const REORDERING_OR_INVISIBLE = new RegExp(`[${BIDI_CONTROLS}${INVISIBLES}]`, 'gu');
const HAS_REORDERING_OR_INVISIBLE = new RegExp(`[${BIDI_CONTROLS}${INVISIBLES}]`, 'u');

/** Whether `text` holds a character that is not seen or that reorders its neighbours (joiners, which some scripts need, aside). */
export function hasHiddenCharacters(text: string): boolean {
  return HAS_REORDERING_OR_INVISIBLE.test(text);
}

/** `text` without characters that are not seen or that reorder their neighbours. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(REORDERING_OR_INVISIBLE, '');
}

const NOT_A_CHARACTER =
  /[\p{Surrogate}\uFFFE\uFFFF\uFDD0-\uFDEF]|(?![\u{E0020}-\u{E007F}])\p{Noncharacter_Code_Point}/gu;
const BLANKS = /[\p{Control}\p{White_Space}\u2800]+/gu;
const STRAY_JOINER =
  /(?<![\p{Letter}\p{Mark}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200C\u200D]|[\u200C\u200D](?![\p{Letter}\p{Extended_Pictographic}])|(?<=[\x20-\x7E])[\u200C\u200D]|[\u200C\u200D](?=[\x20-\x7E])/gu;
// The three subdivision flags are the only use of tag characters that one can see.
const STRAY_TAGS = /(?<![\u{1F3F4}\u{E0020}-\u{E007F}])[\u{E0001}\u{E0020}-\u{E007F}]+/gu;
const MAX_COMBINING_MARKS = 4;
const PILED_MARKS = new RegExp(
  `([\\p{Nonspacing_Mark}\\p{Enclosing_Mark}]{${MAX_COMBINING_MARKS}})[\\p{Nonspacing_Mark}\\p{Enclosing_Mark}]+`,
  'gu',
);

/**
 * One line of harmless text, by these steps: lone surrogates and noncharacters become U+FFFD; reordering and invisible characters go
 * (bidi controls U+202A–E, U+2066–9, U+200E/F, U+061C; zero-width and filler characters; joiners and tags that join nothing); a run of
 * control characters, line breaks and blanks becomes one space, none at the ends; of piled-up combining marks the first four stay.
 */
function cleanLine(text: string): string {
  return text
    .replace(NOT_A_CHARACTER, '\uFFFD')
    .replace(REORDERING_OR_INVISIBLE, '')
    .replace(STRAY_JOINER, '')
    .replace(STRAY_TAGS, '')
    .replace(BLANKS, ' ')
    .replace(PILED_MARKS, '$1')
    .trim();
}

const MAX_NAME_LENGTH = 128;

/** How a person's name is shown: one clean line (see `cleanLine`) of at most 128 characters, or `fallback` when nothing visible is left. */
export function displayName(raw: string | undefined, fallback: string): string {
  const name = cleanLine(raw ?? '');
  return name === '' ? fallback : clampGraphemes(name, MAX_NAME_LENGTH);
}

/** `text` on one clean line (see `cleanLine`) of at most `max` characters, for previews and window titles. */
export function singleLine(text: string, max: number): string {
  // What lies far beyond the cut is not worth cleaning; the factor leaves room for what cleaning takes away.
  return clampGraphemes(cleanLine(text.slice(0, max * 64)), max);
}

const MAX_STEM_LENGTH = 120;
const EXTENSION = /\.([\p{Letter}\p{Number}_-]{1,16})$/u;

/** The two parts of a shown file name; set each in isolation and the extension last, whatever the direction of the script. */
export interface FileNameParts {
  readonly stem: string;
  /** With its dot, as written; empty when there is none. */
  readonly extension: string;
}

/**
 * How a received file's name is shown and saved, in its two parts: one clean line (see `cleanLine`), without folders, with `_` for the
 * colon that opens a stream or drive on Windows, without the trailing dots and blanks that Windows drops, the stem cut to 120 characters
 * and the extension whole. An empty name becomes `file`, with the usual extension of `mime`.
 */
export function fileNameParts(raw: string | undefined, mime?: string): FileNameParts {
  const line = cleanLine(raw ?? '');
  const name = line
    .slice(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1)
    .replaceAll(':', '_')
    .replace(/^ +/, '');
  const kept = name.slice(0, lengthWithoutTrailing(name));
  if (kept === '') return { stem: 'file', extension: usualExtension(mime) };
  const extension = EXTENSION.exec(kept)?.[0] ?? '';
  return { stem: clampGraphemes(kept.slice(0, kept.length - extension.length), MAX_STEM_LENGTH), extension };
}

function lengthWithoutTrailing(name: string): number {
  let length = name.length;
  while (length > 0 && (name[length - 1] === '.' || name[length - 1] === ' ')) length -= 1;
  return length;
}

/** How a received file's name is shown and saved: {@link fileNameParts} put together. */
export function displayFileName(raw: string | undefined, mime?: string): string {
  const { stem, extension } = fileNameParts(raw, mime);
  return stem + extension;
}

/** The extension that decides what opens a file, in lower case and without its dot; empty when there is none. */
export function trueExtension(name: string): string {
  return fileNameParts(name).extension.slice(1).toLowerCase();
}

const EXTENSIONS_BY_MIME: ReadonlyMap<string, readonly string[]> = new Map([
  ['application/pdf', ['pdf']],
  ['application/msword', ['doc', 'dot']],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', ['docx']],
  ['application/vnd.ms-excel', ['xls', 'xlt']],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', ['xlsx']],
  ['application/vnd.ms-powerpoint', ['ppt', 'pps', 'pot']],
  ['application/vnd.openxmlformats-officedocument.presentationml.presentation', ['pptx']],
  ['application/zip', ['zip']],
  ['application/gzip', ['gz', 'tgz']],
  ['application/json', ['json']],
  ['text/plain', ['txt', 'text', 'log', 'md', 'csv', 'ini', 'conf']],
  ['text/csv', ['csv']],
  ['text/vcard', ['vcf']],
  ['text/calendar', ['ics']],
  ['text/html', ['html', 'htm']],
  ['image/jpeg', ['jpg', 'jpeg', 'jpe', 'jfif']],
  ['image/png', ['png']],
  ['image/webp', ['webp']],
  ['image/gif', ['gif']],
  ['image/svg+xml', ['svg']],
  ['image/heic', ['heic']],
  ['audio/aac', ['aac']],
  ['audio/amr', ['amr']],
  ['audio/mpeg', ['mp3', 'mpga']],
  ['audio/mp4', ['m4a', 'mp4']],
  ['audio/ogg', ['ogg', 'oga', 'opus']],
  ['audio/opus', ['opus']],
  ['audio/wav', ['wav']],
  ['video/mp4', ['mp4', 'm4v']],
  ['video/3gpp', ['3gp', '3gpp']],
  ['video/quicktime', ['mov']],
  ['video/webm', ['webm']],
]);
const KNOWN_EXTENSIONS: ReadonlySet<string> = new Set([...EXTENSIONS_BY_MIME.values()].flat());
/** Types that say no more than "a file". */
const UNTELLING_TYPES: ReadonlySet<string> = new Set(['', '*/*', 'application/octet-stream', 'binary/octet-stream']);

function bareMime(mime: string): string {
  return (mime.split(';', 1)[0] ?? '').trim().toLowerCase();
}

function usualExtension(mime: string | undefined): string {
  const usual = mime === undefined ? undefined : EXTENSIONS_BY_MIME.get(bareMime(mime))?.[0];
  return usual === undefined ? '' : `.${usual}`;
}

/** Whether a file's name promises another type than its declared `mime`, so that the agent must be warned (CVE-2025-30401 was this). */
export function mimeMismatch(name: string, mime: string): boolean {
  const extension = trueExtension(name);
  const type = bareMime(mime);
  if (extension === '' || UNTELLING_TYPES.has(type)) return false;
  const expected = EXTENSIONS_BY_MIME.get(type);
  return expected === undefined ? KNOWN_EXTENSIONS.has(extension) : !expected.includes(extension);
}
