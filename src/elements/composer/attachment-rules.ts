import type { MediaKind, MediaRef } from '../../domain/attachment.js';
import { fileNameParts } from '../../domain/display-text.js';
import type { Content } from '../../domain/message.js';
import { mayI, type SendRefusal, type SendRules } from '../../domain/send-rules.js';
import type { SendLimits } from '../../domain/session.js';

/** What a file is by its claim alone. */
export interface FileFacts {
  readonly type: string;
  readonly size: number;
}

const FAMILIES: Readonly<Record<string, MediaKind>> = { image: 'image', video: 'video', audio: 'audio' };

/** `audio/ogg; codecs=opus` → `audio/ogg`. */
const essenceOf = (type: string): string => type.split(';', 1)[0]?.trim().toLowerCase() ?? '';

/** As which kind of message a file goes: its own family, or as a document where WhatsApp takes it only so. */
export function attachmentKind({ type }: Pick<FileFacts, 'type'>, limits: SendLimits): MediaKind {
  const essence = essenceOf(type);
  const family = FAMILIES[essence.split('/', 1)[0] ?? ''] ?? 'document';
  const isTaken = limits.media[family].mimeTypes.includes(essence);
  return isTaken || !limits.media.document.mimeTypes.includes(essence) ? family : 'document';
}

/** The message that a medium becomes. */
export function mediaContent(kind: MediaKind, media: MediaRef, caption: string): Content {
  const text = caption === '' ? {} : { caption };
  switch (kind) {
    case 'image':
    case 'video':
      return { kind, media, ...text };
    case 'document':
      return { kind, media, ...text, ...(media.fileName === undefined ? {} : { fileName: media.fileName }) };
    case 'audio':
    case 'sticker':
      return { kind, media };
  }
}

/** Whether a kind of medium can carry a text. */
export const takesCaption = (kind: MediaKind): boolean => kind !== 'audio' && kind !== 'sticker';

/** Why a file can never be sent here, before a byte of it is uploaded. */
export function fileRefusal({ type, size }: FileFacts, rules: SendRules): SendRefusal | undefined {
  const media: MediaRef = {
    source: { kind: 'stored', id: '' },
    mimeType: type === '' ? 'application/octet-stream' : type,
    size,
  };
  const verdict = mayI(mediaContent(attachmentKind({ type }, rules.limits), media, ''), rules);
  return verdict.ok ? undefined : verdict.reason;
}

/** What a person calls a type: `video/quicktime` → "MOV"; empty where there is no name for it. */
export function typeName(type: string): string {
  return fileNameParts(undefined, essenceOf(type)).extension.replace('.', '').toUpperCase();
}
