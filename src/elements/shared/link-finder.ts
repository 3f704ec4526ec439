import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { mayHoldLink, type LinkFinder } from '../../domain/links.js';

/** Finds nothing yet. */
const noLinks: LinkFinder = () => [];

let finder = noLinks;
let fetching: Promise<void> | undefined;
const waiting = new Set<() => void>();

/**
 * What finds links in texts. Its list of top-level domains outweighs all the rest of a transcript, so it is fetched when a first text may
 * hold a link; until then none are found.
 */
export function linkFinder(): LinkFinder {
  return finder;
}

/** Fetches what finds links when `text` may hold one; where it cannot be fetched, the next such text tries again. */
export function wantLinksOf(text: string): void {
  if (finder !== noLinks || fetching !== undefined || !mayHoldLink(text)) return;
  fetching = import('../../domain/find-links.js').then(
    ({ findLinks }) => {
      finder = findLinks;
      for (const notify of waiting) notify();
    },
    () => {
      fetching = undefined;
    },
  );
}

/** Draws its host again when links can be found, once. */
export class LinkFinderController implements ReactiveController {
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Settles when what finds links is here, or could not be fetched. */
  async settled(): Promise<void> {
    await fetching;
  }

  hostConnected(): void {
    if (finder === noLinks) waiting.add(this.#draw);
  }

  hostDisconnected(): void {
    waiting.delete(this.#draw);
  }

  readonly #draw = (): void => {
    waiting.delete(this.#draw);
    this.#host.requestUpdate();
  };
}
