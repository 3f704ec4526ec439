import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { DeskSnapshot, SessionHandle } from '../../desk/handles.js';
import type { Strings } from '../../i18n/strings.js';
import { sessionTitle } from '../shared/session-title.js';

/** Gives the page another title while there is one to give, and its own back afterwards. */
export class DocumentTitle implements ReactiveController {
  readonly #wanted: () => ((title: string) => string) | undefined;
  /** What the page called itself, and what was made of it. */
  #title: { readonly own: string; readonly shown: string } | undefined;

  /** `wanted` makes the title of the page's own, and is nothing while the page keeps it. */
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

/**
 * The title of a page with a desk: the session in view by `interaction.window-title`, and before it how many sessions call for
 * attention (SPEC F2).
 */
export function deskTitle(
  own: string,
  { options, sessions }: DeskSnapshot,
  { current, strings: { desk } }: { readonly current: SessionHandle | undefined; readonly strings: Strings },
): string {
  const title = current
    ? sessionTitle(current.snapshot.session, options.interactionWindowTitle, {
        unknownContact: desk.unknownContact,
        windowTitle: own,
      })
    : own;
  const calling = sessions.filter(({ snapshot }) => snapshot.attention).length;
  return calling === 0 ? title : desk.attentionTitle(calling, title);
}
