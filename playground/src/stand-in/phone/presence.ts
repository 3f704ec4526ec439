/** Which threads are on screen, and on which pages. */
export class Presence {
  readonly #watched = new Map<object, string>();

  /** A page shows this thread now; none when `contactId` is missing. */
  watch(page: object, contactId: string | undefined): void {
    if (contactId === undefined) this.#watched.delete(page);
    else this.#watched.set(page, contactId);
  }

  /** A page has gone. */
  leave(page: object): void {
    this.#watched.delete(page);
  }

  /** Whether any page shows this thread. */
  isWatched(contactId: string): boolean {
    return [...this.#watched.values()].includes(contactId);
  }
}
