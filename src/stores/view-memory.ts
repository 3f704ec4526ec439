/** Texts that a browser keeps for one tab, as `sessionStorage` does. */
export type TabStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Remembers through a reload which session an agent had in view in this tab; without storage, or where it is refused, nothing. */
export class ViewMemory {
  readonly #key: string;
  readonly #storage: TabStorage | undefined;

  constructor(agentId: string, storage: TabStorage | undefined) {
    this.#key = `wa-desk:${agentId}:in-view`;
    this.#storage = storage;
  }

  get sessionId(): string | undefined {
    try {
      return this.#storage?.getItem(this.#key) ?? undefined;
    } catch {
      return undefined;
    }
  }

  remember(sessionId: string | undefined): void {
    try {
      if (sessionId === undefined) this.#storage?.removeItem(this.#key);
      else this.#storage?.setItem(this.#key, sessionId);
    } catch {
      // Full or forbidden: then the list is shown after a reload.
    }
  }
}
