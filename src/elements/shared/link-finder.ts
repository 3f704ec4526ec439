import { mayHoldLink, type LinkFinder } from '../../domain/links.js';
import { LatePart } from './late-part.js';

/** What finds links in texts: its list of top-level domains outweighs all the rest of a transcript. */
export const linkFinder = new LatePart<LinkFinder>(async () => (await import('../../domain/find-links.js')).findLinks);

/** What finds links in texts; fetched when `text` is the first that may hold one. */
export function linkFinderFor(text: string): LinkFinder | undefined {
  return mayHoldLink(text) ? linkFinder.want() : linkFinder.value;
}
