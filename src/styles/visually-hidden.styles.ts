import { css } from 'lit';

/** `.visually-hidden`: words for assistive technology only; `.contrast-words`: words that high contrast adds to an icon. */
export const visuallyHiddenStyles = css`
  .visually-hidden {
    block-size: 1px;
    clip-path: inset(50%);
    inline-size: 1px;
    margin: 0;
    overflow: hidden;
    position: absolute;
    white-space: nowrap;
  }
  .contrast-words {
    display: var(--wa-desk-contrast-words);
    font-weight: var(--wa-desk-weight-bold);
  }
`;
