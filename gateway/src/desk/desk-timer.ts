/** The desk's clock may be set otherwise while one waits for it, so it is looked at again after this long (milliseconds). */
const LOOK_AGAIN_MS = 1000;

/** Acts once the desk's clock has reached a time. */
export class DeskTimer {
  readonly #now: () => number;
  readonly #act: () => void;
  #at: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(now: () => number, act: () => void) {
    this.#now = now;
    this.#act = act;
  }

  /** Replaces the time that is waited for; `undefined` waits for none. */
  set(at: number | undefined): void {
    clearTimeout(this.#timer);
    this.#at = at;
    if (at === undefined) return;
    const waitMs = Math.max(0, Math.min(at - this.#now(), LOOK_AGAIN_MS));
    this.#timer = setTimeout(() => this.#look(), waitMs);
  }

  #look(): void {
    if (this.#at === undefined || this.#now() < this.#at) return this.set(this.#at);
    this.#at = undefined;
    this.#act();
  }
}
