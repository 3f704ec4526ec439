import { css } from 'lit';
import { derived } from './tokens.js';

/**
 * Form fields: `.label` (with `.count`, `.near`, `.over` at its end), `.field` for input, textarea and select
 * (`aria-invalid="true"` for an error), `.help` and `.help.error` below.
 */
export const fieldStyles = css`
  .label {
    align-items: baseline;
    display: flex;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-medium);
    gap: var(--wa-desk-space-2);
    justify-content: space-between;
    line-height: var(--wa-desk-leading-sm);
    margin-block-end: var(--wa-desk-space-1);
  }
  .count {
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-regular);
    line-height: var(--wa-desk-leading-sm);
  }
  .count.near {
    color: var(--wa-desk-warning);
    font-weight: var(--wa-desk-weight-bold);
  }
  .count.over {
    color: var(--wa-desk-danger);
    font-weight: var(--wa-desk-weight-bold);
  }
  .field {
    background: var(--wa-desk-surface);
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-control);
    color: var(--wa-desk-text);
    display: block;
    inline-size: 100%;
    line-height: var(--wa-desk-leading-md);
    margin: 0;
    min-block-size: ${derived.control};
    padding: 5px 10px;
  }
  textarea.field {
    resize: vertical;
  }
  .field:is([aria-invalid='true'], .invalid):not(:focus-visible) {
    border-color: var(--wa-desk-danger);
    box-shadow: inset 0 0 0 1px var(--wa-desk-danger);
  }
  .field[aria-invalid='true'] {
    border-color: var(--wa-desk-danger);
  }
  .help {
    align-items: flex-start;
    color: var(--wa-desk-text-muted);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    gap: var(--wa-desk-space-1);
    line-height: var(--wa-desk-leading-sm);
    margin-block-start: var(--wa-desk-space-1);
  }
  .help.error {
    color: var(--wa-desk-danger);
  }
  @media (forced-colors: active) {
    .field[aria-invalid='true'] {
      border-width: 2px;
    }
  }
`;
