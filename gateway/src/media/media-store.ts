import type { InlineType } from './file-signature.js';

/** What is known of a stored medium. */
export interface StoredMedia {
  /** Made at random, so that it cannot be guessed. */
  readonly id: string;
  /** As the sender claimed it. */
  readonly mimeType: string;
  /** What its first bytes say, when that is a type that may be shown in place. */
  readonly inlineType?: InlineType;
  readonly fileName?: string;
  /** Bytes. */
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
  /** Pixels. */
  readonly width?: number;
  readonly height?: number;
}

export type MediaAbout = Pick<StoredMedia, 'mimeType' | 'fileName'>;

/** The medium has more bytes than it may. */
export class MediaTooLarge extends Error {
  override readonly name = 'MediaTooLarge';
}

/** Where media are kept, longer than WhatsApp keeps them. */
export interface MediaStore {
  /** Answers when the bytes are safe; throws `MediaTooLarge` and keeps nothing when there are more than `maxBytes`. */
  put(content: AsyncIterable<Uint8Array>, about: MediaAbout, maxBytes: number): Promise<StoredMedia>;
  about(id: string): Promise<StoredMedia | undefined>;
  /** The bytes, read only as far as they are asked for. */
  open(id: string): Promise<Blob>;
  remove(id: string): Promise<void>;
}
