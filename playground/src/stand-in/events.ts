import type { FeedMessage } from './phone-types.js';

/** Something to tell the open phone pages. */
export type PhoneEvent = Extract<
  FeedMessage,
  { readonly type: 'message.added' | 'message.changed' | 'contact.changed' | 'typing' }
>;

/** Tells every open phone page what has changed. */
export class PhoneEvents {
  readonly #listeners = new Set<(event: PhoneEvent) => void>();

  emit(event: PhoneEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Calls `listener` with each event; the answer ends it. */
  on(listener: (event: PhoneEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
