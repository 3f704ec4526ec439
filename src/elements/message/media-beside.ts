import type { Content, Message } from '../../domain/message.js';
import type { MediaBeside, ShownMedium } from '../attachment/shown-medium.js';
import { authorName } from './author-line.js';
import type { MessageContext } from './message-context.js';

export type MediaContent = Extract<Content, { kind: 'image' | 'video' | 'audio' | 'document' | 'sticker' }>;

const besides = new WeakMap<MessageContext, MediaBeside>();

/** From one picture or film to the next, over all messages that are loaded; the same function for the same context, so that nothing is drawn again for it. */
export function besideOf(context: MessageContext): MediaBeside {
  const beside = besides.get(context) ?? mediaBeside(context);
  besides.set(context, beside);
  return beside;
}

function mediaBeside(context: MessageContext): MediaBeside {
  return (messageId, step) => {
    let message = context.beside(messageId, step);
    while (message) {
      const shown = shownMedium(message, context);
      if (shown) return shown;
      message = context.beside(message.id, step);
    }
    return undefined;
  };
}

/** The picture or film of a message, for the large view; nothing where it has none that is there. */
function shownMedium(message: Message, context: MessageContext): ShownMedium | undefined {
  const { id, content } = message;
  if ((content.kind !== 'image' && content.kind !== 'video') || content.media.state !== undefined) return undefined;
  const { kind, media, caption } = content;
  const label = labelOf(content, message, context);
  return { messageId: id, kind, media, label, ...(caption === undefined ? {} : { caption }) };
}

/** The accessible name of a medium: what it is, from whom and when. */
export function labelOf(content: MediaContent, message: Message, context: MessageContext): string {
  const { media, kinds } = context.strings.transcript;
  const name = authorName(message, context);
  const time = context.time.time(message.originAt);
  switch (content.kind) {
    case 'image':
      return media.photoFrom(name, time);
    case 'video':
      return media.videoFrom(name, time);
    case 'sticker':
      return media.stickerFrom(name);
    case 'audio':
      return content.voice ? kinds.voice : kinds.audio;
    case 'document':
      return kinds.document;
  }
}
