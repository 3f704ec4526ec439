import { eachGrapheme, isEmoji } from '../../domain/emoji.js';

const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const MOST_IN_A_ROW = 5;

/** `text` as it should be heard: no direction marks, white space in one piece, no emoji more than five times in a row. */
export function speakable(text: string): string {
  const plain = text.replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim();
  let spoken = '';
  let previous = '';
  let inARow = 0;
  for (const character of eachGrapheme(plain)) {
    inARow = character === previous ? inARow + 1 : 1;
    previous = character;
    if (inARow <= MOST_IN_A_ROW || !isEmoji(character)) spoken += character;
  }
  return spoken;
}
