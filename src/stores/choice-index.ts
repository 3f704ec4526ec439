import type { Message } from '../domain/message.js';
import { compareMessages } from '../domain/transcript-order.js';

/** Finds the contact's choices by the message that they answer, whichever of its two ids they name. */
export class ChoiceIndex {
  readonly #answers = new Map<string, Map<string, Message>>();

  /** Takes in a message, or its newer version; anything but a choice is ignored. */
  put(message: Message): void {
    for (const key of keysOf(message)) {
      const answers = this.#answers.get(key);
      if (answers) answers.set(message.id, message);
      else this.#answers.set(key, new Map([[message.id, message]]));
    }
  }

  remove(message: Message): void {
    for (const key of keysOf(message)) this.#answers.get(key)?.delete(message.id);
  }

  clear(): void {
    this.#answers.clear();
  }

  /** The choices that answer `message`, oldest first. */
  answering(message: Message): readonly Message[] {
    const byId = this.#answers.get(message.id);
    const byProviderId = message.providerId === undefined ? undefined : this.#answers.get(message.providerId);
    if (!byId && !byProviderId) return NONE;
    return [...new Map([...(byId ?? []), ...(byProviderId ?? [])]).values()].sort(compareMessages);
  }
}

const NONE: readonly Message[] = Object.freeze([]);

function keysOf({ content, quote }: Message): readonly string[] {
  if (content.kind !== 'choice' || !quote) return NO_KEYS;
  return [quote.messageId, quote.providerId].filter((key) => key !== undefined);
}

const NO_KEYS: readonly string[] = [];
