import { css } from 'lit';
import { derived } from './tokens.js';

/**
 * One ring for everything that has the keyboard: two tones, so that it shows on any ground; an outline under forced
 * colours, where shadows vanish.
 */
export const focusStyles = css`
  :focus-visible {
    box-shadow: ${derived.focusRing};
    outline: var(--wa-desk-focus-width) solid transparent;
    outline-offset: var(--wa-desk-focus-offset);
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-color: Highlight;
    }
  }
`;
