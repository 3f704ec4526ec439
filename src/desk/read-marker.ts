import type { Message } from '../domain/message.js';
import type { TranscriptView } from '../stores/transcript-view.js';

/** How far the agent has read, and how many of the contact's messages are new to the agent. */
export class ReadMarker {
  readonly #transcript: TranscriptView;
  #readUpTo: string | undefined;
  #unread = 0;

  constructor(transcript: TranscriptView) {
    this.#transcript = transcript;
  }

  get readUpTo(): string | undefined {
    return this.#readUpTo;
  }

  get unread(): number {
    return this.#unread;
  }

  /** Counts a message that just came; one that was put in further up is as new as one at the end. */
  note(message: Message): void {
    if (message.author.kind === 'contact') this.#unread += 1;
  }

  /** Starts again from what the server knows. */
  reset(readUpTo: string | undefined): void {
    this.#readUpTo = readUpTo;
    this.#unread = this.#contactMessagesAfter(this.#indexOfMark());
  }

  /**
   * The agent has seen everything up to this message. Never goes back; answers the message to tell the server of, when
   * messages of the contact have become read.
   */
  advance(messageId: string): string | undefined {
    const index = this.#lastOfServer(this.#transcript.indexOf(messageId));
    if (index < 0 || index < this.#indexOfMark()) return undefined;
    const unread = this.#contactMessagesAfter(index);
    const isNews = unread < this.#unread;
    this.#readUpTo = this.#transcript.at(index)?.id;
    this.#unread = unread;
    return isNews ? this.#readUpTo : undefined;
  }

  /** The index itself, or of the nearest message before it that the server has. */
  #lastOfServer(index: number): number {
    let at = index;
    while (at >= 0 && this.#transcript.at(at)?.seq === undefined) at -= 1;
    return at;
  }

  #indexOfMark(): number {
    return this.#readUpTo === undefined ? -1 : this.#transcript.indexOf(this.#readUpTo);
  }

  #contactMessagesAfter(index: number): number {
    let count = 0;
    for (let at = this.#transcript.size - 1; at > index; at--) {
      if (this.#transcript.at(at)?.author.kind === 'contact') count += 1;
    }
    return count;
  }
}
