import { failureEn, type FailureStrings } from './failure-strings.js';
import { transcriptEn, type TranscriptStrings } from './transcript-strings.js';

/** The words that messages need: an element that shows messages alone does not bring the others along. */
export interface MessageStrings {
  /** BCP 47 tag for dates, numbers and durations. */
  readonly locale: string;
  readonly transcript: TranscriptStrings;
  readonly failure: FailureStrings;
}

/** The English words for messages. */
export const messageEn: MessageStrings = { locale: 'en-GB', transcript: transcriptEn, failure: failureEn };
