import { LatePart } from '../shared/late-part.js';
import { linkReader } from '../shared/link-reader.js';

/** The bar of actions beside a message: without a pointer or the focus nobody misses it. */
export const actionBar = new LatePart(() => import('./action-bar.js'));

/** The bodies that are more than words, and the elements in them. */
export const richBodies = new LatePart(() => import('./rich-bodies.js'));

/** What elements that show messages fetch once the first words are on the screen. */
export const lateMessageParts = [richBodies, linkReader, actionBar];
