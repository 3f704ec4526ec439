import { composerEn, type ComposerStrings } from './composer-strings.js';
import { deskEn, type DeskStrings } from './desk-strings.js';
import { messageEn, type MessageStrings } from './message-strings.js';

/** Every word that the elements show; a host passes its own once, through `wa-desk` or the strings context. */
export interface Strings extends MessageStrings {
  readonly desk: DeskStrings;
  readonly composer: ComposerStrings;
}

/** The English words. */
export const en: Strings = { ...messageEn, desk: deskEn, composer: composerEn };
