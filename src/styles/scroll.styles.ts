import { css } from 'lit';

/** `.scroll`: a region that scrolls on its own, with thin bars in the theme's colours and no bounce into the page. */
export const scrollStyles = css`
  .scroll {
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-color: var(--wa-desk-line-strong) transparent;
    scrollbar-width: thin;
  }
  @media (forced-colors: active) {
    .scroll {
      scrollbar-color: auto;
    }
  }
`;
