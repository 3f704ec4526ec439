import type { MediaRef } from '../../domain/attachment.js';

/** A picture, film or sticker as a message shows it. */
export interface ShownMedium {
  readonly messageId: string;
  readonly kind: 'image' | 'video' | 'sticker';
  readonly media: MediaRef;
  /** The words for who cannot see it, e.g. "Photo from Ana, 10:02". */
  readonly label: string;
  readonly caption?: string;
}

/** The picture or film before (−1) or after (1) that of a message. */
export type MediaBeside = (messageId: string, step: 1 | -1) => ShownMedium | undefined;
