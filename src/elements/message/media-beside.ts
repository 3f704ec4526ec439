import type { TranscriptView } from '../../stores/transcript-view.js';
import type { MediaBeside } from '../attachment/shown-medium.js';
import { shownMedium } from './media-body.js';
import type { MessageContext } from './message-context.js';

/** From one picture or film of a transcript to the next, over all of its messages that are loaded. */
export function mediaBeside(transcript: TranscriptView, context: () => MessageContext): MediaBeside {
  return (messageId, step) => {
    const from = transcript.indexOf(messageId);
    if (from < 0) return undefined;
    for (let index = from + step; index >= 0 && index < transcript.size; index += step) {
      const message = transcript.at(index);
      const shown = message && shownMedium(message, context());
      if (shown) return shown;
    }
    return undefined;
  };
}
