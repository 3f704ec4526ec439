import type { MediaRef } from '../domain/attachment.js';
import type { Content, Message } from '../domain/message.js';
import { singleLine } from '../domain/display-text.js';

/** The medium in a content, if there is one. */
export function mediaOf(content: Content): MediaRef | undefined {
  if (content.kind === 'edit') return mediaOf(content.content);
  return 'media' in content ? content.media : undefined;
}

/** The same content with its medium replaced; a content without one stays as it is. */
export function withMedia(content: Content, media: MediaRef): Content {
  if (content.kind === 'edit') return { ...content, content: withMedia(content.content, media) };
  return 'media' in content ? { ...content, media } : content;
}

/** The ids of the stored media anywhere in a content: its own, a header's, a card's. */
export function storedMediaIn(content: Content): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { kind, id } = value as { kind?: unknown; id?: unknown };
    if (kind === 'stored' && typeof id === 'string') found.push(id);
    Object.values(value).forEach(visit);
  };
  visit(content);
  return found;
}

const NOT_ASKING: ReadonlySet<Content['kind']> = new Set([
  'reaction',
  'system',
  'welcome',
  'edit',
  'revoke',
  'pin',
  'media-placeholder',
  'call',
]);

/** Does the contact wait for an answer to this? */
export function asksForAnswer(message: Message): boolean {
  return message.author.kind === 'contact' && !NOT_ASKING.has(message.content.kind);
}

/** May this begin a session? Notices join the open or the last one. */
export function beginsSession(content: Content): boolean {
  return content.kind === 'call' || !NOT_ASKING.has(content.kind);
}

const PREVIEW_LENGTH = 120;

function wordsOf(content: Content): string | undefined {
  switch (content.kind) {
    case 'text':
      return content.body;
    case 'image':
    case 'video':
    case 'document':
      return content.caption;
    case 'choice':
      return content.title;
    case 'location':
      return content.name ?? content.address;
    case 'order':
      return content.text;
    default:
      return undefined;
  }
}

/** The words of a content in one short line; undefined where it has none of its own. */
export function previewOf(content: Content): string | undefined {
  const words = wordsOf(content);
  return words ? singleLine(words, PREVIEW_LENGTH) : undefined;
}
