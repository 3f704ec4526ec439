/** Things that arrive one after another, and those who wait for one of a certain kind. */
export class Arrivals<T> {
  readonly all: T[] = [];
  readonly #waiting = new Set<{ wants(one: T): boolean; resolve(one: T): void }>();

  add(one: T): void {
    this.all.push(one);
    for (const waiting of this.#waiting) {
      if (!waiting.wants(one)) continue;
      this.#waiting.delete(waiting);
      waiting.resolve(one);
    }
  }

  /** The first that is wanted, from those that are there already on. */
  first(wants: (one: T) => boolean): Promise<T> {
    const found = this.all.find(wants);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve) => this.#waiting.add({ wants, resolve }));
  }

  /** The first that is wanted and is not there yet. */
  next(wants: (one: T) => boolean = () => true): Promise<T> {
    return new Promise((resolve) => this.#waiting.add({ wants, resolve }));
  }
}
