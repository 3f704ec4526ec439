import { Listeners } from '../stores/listeners.js';
import type { Observable } from './handles.js';

/** A frozen snapshot that is replaced, and its listeners told, only when one of its parts has become another. */
export class Subject<S extends object> implements Observable<S> {
  readonly #listeners = new Listeners<[]>();
  #snapshot: S;

  constructor(snapshot: S) {
    this.#snapshot = Object.freeze(snapshot);
  }

  get snapshot(): S {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  /** Answers whether anything has changed. */
  set(next: S): boolean {
    if (isSame(this.#snapshot, next)) return false;
    this.#snapshot = Object.freeze(next);
    this.#listeners.tell();
    return true;
  }
}

function isSame<S extends object>(a: S, b: S): boolean {
  const keys = Object.keys(b) as (keyof S)[];
  return keys.length === Object.keys(a).length && keys.every((key) => Object.is(a[key], b[key]));
}

/** `next`, or `previous` itself when it holds the very same items, so that views may compare by identity. */
export function sameItems<T>(previous: readonly T[], next: readonly T[]): readonly T[] {
  const isUnchanged = previous.length === next.length && next.every((item, index) => item === previous[index]);
  return isUnchanged ? previous : Object.freeze([...next]);
}

/** `next`, or `previous` itself when all its parts are the same. */
export function sameParts<T extends object>(previous: T | undefined, next: T): T {
  return previous && isSame(previous, next) ? previous : Object.freeze(next);
}
