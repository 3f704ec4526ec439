import type { Message } from '../domain/message.js';
import { compareMessages, originSecond } from '../domain/transcript-order.js';

/** A message as it stands; the record stays, its message is replaced. What orders messages never changes. */
export interface MessageRecord {
  message: Message;
}

/** Messages in transcript order: adding at the end costs the same however many there are. */
export class MessageList {
  readonly #records: MessageRecord[] = [];

  get size(): number {
    return this.#records.length;
  }

  at(index: number): MessageRecord | undefined {
    return this.#records[index];
  }

  last(): MessageRecord | undefined {
    return this.#records.at(-1);
  }

  add(record: MessageRecord): void {
    const last = this.last();
    if (!last || compareMessages(last.message, record.message) < 0) this.#records.push(record);
    else this.#records.splice(this.placeOf(record.message), 0, record);
  }

  /** The index at which a message stands, or would stand. */
  placeOf(message: Message): number {
    return this.#search((other) => compareMessages(other, message) < 0);
  }

  /** The index of the first message that was written in the second of this time or later. */
  firstAt(time: number): number {
    return this.#search((other) => originSecond(other.originAt) < originSecond(time));
  }

  slice(from: number, to: number): readonly Message[] {
    return this.#records.slice(Math.max(0, from), Math.max(0, to)).map((record) => record.message);
  }

  #search(isBefore: (message: Message) => boolean): number {
    let low = 0;
    let high = this.#records.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isBefore(this.#records[middle]!.message)) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
