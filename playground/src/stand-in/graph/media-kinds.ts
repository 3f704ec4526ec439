import { isObject, textAt, type JsonObject } from '../json.js';

/** The kinds of media that a message can hold. */
export type MediaKind = 'image' | 'video' | 'audio' | 'document' | 'sticker';

interface KindRule {
  readonly types: readonly string[];
  readonly maxBytes: number;
}

const KB = 1024;
const MB = 1024 * KB;
const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** The MIME types and sizes of WhatsApp's supported media. */
export const MEDIA_KINDS: Readonly<Record<MediaKind, KindRule>> = {
  audio: { types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], maxBytes: 16 * MB },
  document: {
    types: [
      'text/plain',
      'application/pdf',
      'application/msword',
      'application/vnd.ms-excel',
      'application/vnd.ms-powerpoint',
      `${OFFICE}.wordprocessingml.document`,
      `${OFFICE}.spreadsheetml.sheet`,
      `${OFFICE}.presentationml.presentation`,
    ],
    maxBytes: 100 * MB,
  },
  image: { types: ['image/jpeg', 'image/png'], maxBytes: 5 * MB },
  sticker: { types: ['image/webp'], maxBytes: 100 * KB },
  video: { types: ['video/mp4', 'video/3gpp'], maxBytes: 16 * MB },
};

const ANIMATED_STICKER_BYTES = 500 * KB;

/** A file named in a message, by id or by link. */
export interface MediaReference {
  readonly kind: MediaKind;
  readonly id?: string;
  readonly link?: string;
}

/** A MIME type without its parameters, in lower case. */
export function bareMimeType(mimeType: string): string {
  return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}

/** Every MIME type that can be uploaded. */
export function uploadableTypes(): string[] {
  return Object.values(MEDIA_KINDS)
    .flatMap((kind) => kind.types)
    .sort();
}

/** Why a file cannot be sent as that kind, if it cannot. */
export function mediaBreach(
  kind: MediaKind,
  file: { readonly mimeType: string; readonly data: Buffer },
): string | undefined {
  const { types, maxBytes } = MEDIA_KINDS[kind];
  const type = bareMimeType(file.mimeType);
  if (!types.includes(type)) return `Unsupported ${kind} MIME type ${type}. Please use one of ${types.join(', ')}.`;
  const limit = kind === 'sticker' && isAnimatedWebp(file.data) ? ANIMATED_STICKER_BYTES : maxBytes;
  if (file.data.length > limit) return `${kind} file size ${file.data.length} is more than the ${limit} bytes allowed.`;
  return undefined;
}

/** Whether the bytes are a WebP file with the animation flag set (RIFF "VP8X" chunk, bit 1). */
export function isAnimatedWebp(data: Buffer): boolean {
  if (data.length < 21 || data.toString('latin1', 12, 16) !== 'VP8X') return false;
  return ((data[20] ?? 0) & 0x02) !== 0;
}

/** Every file that a message's content names, wherever it stands. */
export function mediaReferences(type: string, content: unknown): MediaReference[] {
  return referencesIn({ [type]: content });
}

function referencesIn(value: unknown): MediaReference[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, child]) => {
    const reference = isKind(key) && isObject(child) ? toReference(key, child) : undefined;
    return reference ? [reference] : referencesIn(child);
  });
}

function isKind(key: string): key is MediaKind {
  return Object.hasOwn(MEDIA_KINDS, key);
}

function toReference(kind: MediaKind, media: JsonObject): MediaReference | undefined {
  const id = textAt(media, 'id');
  const link = textAt(media, 'link');
  return id || link ? { kind, ...(id && { id }), ...(link && { link }) } : undefined;
}
