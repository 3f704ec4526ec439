/** Those who want to hear of something; one that throws keeps it from nobody else. */
export class Listeners<A extends readonly unknown[]> {
  readonly #listeners = new Set<(...about: A) => void>();

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  /** Returns the way to stop it. */
  add(listener: (...about: A) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  clear(): void {
    this.#listeners.clear();
  }

  tell(...about: A): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener(...about);
      } catch (error) {
        // It is the listener's fault, and shows as any uncaught error does.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
