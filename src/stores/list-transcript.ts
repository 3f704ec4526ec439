import type { Message } from '../domain/message.js';
import { TranscriptStore } from './transcript-store.js';
import type { TranscriptView } from './transcript-view.js';

/** A transcript of messages that were given as a list. */
export function listTranscript(messages: readonly Message[]): TranscriptView {
  const store = new TranscriptStore();
  store.reset(messages, false);
  return store;
}

/** A transcript without messages. */
export const emptyTranscript: TranscriptView = listTranscript([]);
