import { composerEn, type ComposerStrings } from './composer-strings.js';
import { deskEn, type DeskStrings } from './desk-strings.js';
import type { FailureStrings } from './failure-strings.js';
import { messageEn } from './message-strings.js';
import type { TranscriptStrings } from './transcript-strings.js';

/** Every word that the elements show; a host passes its own once, through `wa-desk` or the strings context. */
export interface Strings {
  /** BCP 47 tag for dates, numbers and durations. */
  readonly locale: string;
  readonly desk: DeskStrings;
  readonly transcript: TranscriptStrings;
  readonly composer: ComposerStrings;
  readonly failure: FailureStrings;
}

/** The English words. */
export const en: Strings = { ...messageEn, desk: deskEn, composer: composerEn };
