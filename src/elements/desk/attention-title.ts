import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Puts the number of sessions that call for attention before the page's title (SPEC F2), and takes it off again. */
export class AttentionTitle implements ReactiveController {
  readonly #wanted: () => ((title: string) => string) | undefined;
  /** What the page called itself, and what was made of it. */
  #title: { readonly own: string; readonly shown: string } | undefined;

  /** `wanted` makes the title while something calls, and is nothing while all is quiet. */
  constructor(host: ReactiveControllerHost, wanted: () => ((title: string) => string) | undefined) {
    this.#wanted = wanted;
    host.addController(this);
  }

  hostUpdated(): void {
    const make = this.#wanted();
    this.#restore();
    if (!make) return;
    const own = document.title;
    document.title = make(own);
    // Read back: the browser takes blanks off at its ends.
    this.#title = { own, shown: document.title };
  }

  hostDisconnected(): void {
    this.#restore();
  }

  /** A title that the page has set meanwhile is its own. */
  #restore(): void {
    if (this.#title && document.title === this.#title.shown) document.title = this.#title.own;
    this.#title = undefined;
  }
}
