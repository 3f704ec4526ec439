import { failureEn } from './failure-strings.js';
import type { Strings } from './strings.js';
import { transcriptEn } from './transcript-strings.js';

/** The words that messages need: an element that shows messages alone does not bring the others along. */
export type MessageStrings = Pick<Strings, 'locale' | 'transcript' | 'failure'>;

/** The English words for messages. */
export const messageEn: MessageStrings = { locale: 'en-GB', transcript: transcriptEn, failure: failureEn };
