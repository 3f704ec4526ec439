/** The only types that a browser may be told to show in place, each known by its first bytes. */
export type InlineType =
  | 'image/png'
  | 'image/jpeg'
  | 'image/gif'
  | 'image/webp'
  | 'video/mp4'
  | 'video/3gpp'
  | 'audio/mp4'
  | 'audio/ogg'
  | 'audio/mpeg'
  | 'audio/aac'
  | 'audio/amr';

/** How many bytes from the beginning `inlineTypeOf` wants to see. */
export const SIGNATURE_BYTES = 16;

interface Signature {
  readonly type: InlineType;
  matches(head: Buffer): boolean;
}

const startsWith =
  (bytes: string, offset = 0) =>
  (head: Buffer): boolean =>
    head.toString('latin1', offset, offset + bytes.length) === bytes;

/** The brand of an ISO media file (MP4 and its kin) stands after `ftyp`. */
const brand =
  (pattern: RegExp) =>
  (head: Buffer): boolean =>
    startsWith('ftyp', 4)(head) && pattern.test(head.toString('latin1', 8, 12));

/** MPEG audio frames begin with eleven set bits, then version and layer; ADTS is the same with layer 0. */
const audioFrame =
  (isLayer: (layer: number) => boolean) =>
  (head: Buffer): boolean => {
    const [first = 0, second = 0] = head;
    return first === 0xff && (second & 0xe0) === 0xe0 && isLayer((second >> 1) & 3);
  };

const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', matches: startsWith('\x89PNG\r\n\x1a\n') },
  { type: 'image/jpeg', matches: startsWith('\xff\xd8\xff') },
  { type: 'image/gif', matches: (head) => startsWith('GIF87a')(head) || startsWith('GIF89a')(head) },
  { type: 'image/webp', matches: (head) => startsWith('RIFF')(head) && startsWith('WEBP', 8)(head) },
  { type: 'audio/mp4', matches: brand(/^M4[AB] /) },
  { type: 'video/3gpp', matches: brand(/^3g[pr2]/) },
  { type: 'video/mp4', matches: brand(/^(isom|iso\d|mp4\d|avc1|M4V |MSNV|dash|mmp4)/) },
  { type: 'audio/ogg', matches: startsWith('OggS') },
  { type: 'audio/amr', matches: startsWith('#!AMR') },
  { type: 'audio/mpeg', matches: (head) => startsWith('ID3')(head) || audioFrame((layer) => layer !== 0)(head) },
  { type: 'audio/aac', matches: (head) => startsWith('ADIF')(head) || audioFrame((layer) => layer === 0)(head) },
];

/** What a file is by its first bytes, if it is one of the types that may be shown in place: never SVG, never HTML. */
export function inlineTypeOf(head: Uint8Array): InlineType | undefined {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  return SIGNATURES.find((signature) => signature.matches(bytes))?.type;
}
