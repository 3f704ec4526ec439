import { mayHoldLink, type LinkReader } from '../../domain/link-reader.js';
import { LatePart } from './late-part.js';

/** What finds links in texts: its list of top-level domains outweighs all the rest of a transcript. */
export const linkReader = new LatePart<LinkReader>(async () => (await import('../../domain/find-links.js')).linkReader);

/** What finds links in texts; fetched when `text` is the first that may hold one. */
export function linkReaderFor(text: string): LinkReader | undefined {
  return mayHoldLink(text) ? linkReader.want() : linkReader.value;
}
