import { html, nothing, type TemplateResult } from 'lit';
import { graphemes } from '../../domain/emoji.js';

/** Whose picture, and how large: 36 px, `tiny` 24 or `large` 48. */
export interface AvatarOptions {
  readonly name: string;
  /** What the tint goes by when names change: an id. Default the name. */
  readonly seed?: string;
  /** Address of a picture that the browser may load. */
  readonly picture?: string;
  readonly size?: 'tiny' | 'large';
}

const TINTS = 4;

/** Initials or a picture in a circle; decoration, since the name always stands beside it. Looks: `avatarStyles`. */
export function avatar({ name, seed = name, picture, size }: AvatarOptions): TemplateResult {
  return html`<span class="avatar tint-${tintOf(seed)} ${size ?? ''}" part="avatar" aria-hidden="true"
    ><span>${initialsOf(name)}</span>${
      picture === undefined
        ? nothing
        : html`<img src=${picture} alt="" referrerpolicy="no-referrer" draggable="false" />`
    }</span
  >`;
}

/** At most two letters: of the first and the last word; `#` where there is no letter (a phone number, for instance). */
function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/u)
    .map((word) => graphemes(word).find((character) => /^\p{L}/u.test(character)))
    .filter((letter) => letter !== undefined);
  const [first, ...others] = letters;
  const last = others.at(-1);
  return `${first ?? '#'}${last ?? ''}`.toLocaleUpperCase();
}

/** A number from 1 to 4, always the same for the same text. */
function tintOf(seed: string): number {
  let hash = 0;
  for (const character of seed) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return (hash % TINTS) + 1;
}
