import { LatePart } from '../shared/late-part.js';
import { linkFinder } from '../shared/link-finder.js';

/** The bar of actions beside a message: without a pointer or the focus nobody misses it. */
export const actionBar = new LatePart(() => import('./action-bar.js'));

/** The bodies that are more than words, and the elements in them. */
export const richBodies = new LatePart(async () => {
  const [bodies] = await Promise.all([
    import('./rich-bodies.js'),
    import('../attachment/wa-attachment.js'),
    import('../location-preview/wa-location-preview.js'),
  ]);
  return bodies;
});

/** What elements that show messages fetch once the first words are on the screen. */
export const lateMessageParts = [richBodies, linkFinder, actionBar];
