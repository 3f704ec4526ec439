import type { Message } from '../domain/message.js';

/** What just changed in a transcript; indexes count from the oldest loaded message. */
export type TranscriptChange =
  | { readonly type: 'appended'; readonly count: number }
  | { readonly type: 'prepended'; readonly count: number }
  /** A look at the history brought messages that now stand from `index` on. */
  | { readonly type: 'filled'; readonly index: number; readonly count: number }
  /** Put in above something that may already be on screen (SPEC B3). */
  | { readonly type: 'inserted'; readonly index: number; readonly id: string }
  | { readonly type: 'updated'; readonly index: number; readonly id: string }
  /** An outgoing message got its final place when the server accepted it. */
  | { readonly type: 'moved'; readonly from: number; readonly to: number; readonly id: string }
  | { readonly type: 'removed'; readonly index: number; readonly id: string }
  | { readonly type: 'reset' };

/** An ordered transcript to look at: appending costs the same at 10 and at 100,000 messages. */
export interface TranscriptView {
  readonly size: number;
  /** The message at an index, 0 being the oldest loaded one. */
  at(index: number): Message | undefined;
  /** The index of a message, or -1. */
  indexOf(id: string): number;
  get(id: string): Message | undefined;
  /** The message with this WhatsApp id, for quotes. */
  byProviderId(providerId: string): Message | undefined;
  /** The contact's choices that answer this message, oldest first (SPEC B14, E3). */
  choicesOf(message: Message): readonly Message[];
  /** Are there older messages that are not loaded? */
  readonly hasOlder: boolean;
  /** Are there newer messages that are not loaded, behind all that the server has given? */
  readonly hasNewer: boolean;
  /** May there be messages between this one and the next that are not loaded? */
  isGapAfter(id: string): boolean;
  /** Was it put in above something already shown (SPEC B3)? */
  wasInsertedLate(id: string): boolean;
  subscribe(listener: (change: TranscriptChange) => void): () => void;
}
