import type { BenchMessage } from './messages.js';

/** A transcript under test. The stage is 420 by 720 pixels; the newest message must stand at its bottom. */
export interface Contestant<M = unknown> {
  /** A message in the form in which a host would hold it. */
  shape(message: BenchMessage): M;
  /** Puts all messages into the contestant's store, where it has one apart from what it shows. */
  fill?(messages: readonly M[]): void;
  mount(stage: HTMLElement, messages: readonly M[]): void;
  /** A newer message; the reader is at the bottom and stays there. */
  append(message: M): void;
  /** Older messages, in order; the reader's place must not move. */
  prepend(messages: readonly M[]): void;
  unmount(): void;
  scroller(): HTMLElement;
  /** Brings the first message to where scrolling to 0 shows it, where scrolling alone does not. */
  toFirst?(): void;
}
