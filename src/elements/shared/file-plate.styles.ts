import { css } from 'lit';

/** Looks of `filePlate`. */
export const filePlateStyles = css`
  .file-plate {
    background: var(--wa-desk-surface);
    block-size: 40px;
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-text);
    display: inline-grid;
    flex: none;
    font-size: 0.625rem;
    font-weight: 700;
    inline-size: 36px;
    line-height: 1;
    place-items: center;
  }
`;
