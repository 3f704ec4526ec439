import { css } from 'lit';
import { derived } from './tokens.js';

/**
 * Buttons: `.button` with `.primary`, `.danger`, `.ghost`, `.small`; `.icon-button` with `.small`; `.link-button`.
 * What cannot be done now is `aria-disabled`, dashed and still focusable, so that its reason can be read.
 */
export const buttonStyles = css`
  .button {
    align-items: center;
    background: var(--wa-desk-surface);
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-control);
    color: var(--wa-desk-text);
    display: inline-flex;
    font-weight: var(--wa-desk-weight-medium);
    gap: 6px;
    justify-content: center;
    min-block-size: ${derived.control};
    padding: 0 var(--wa-desk-space-3);
    white-space: nowrap;
  }
  .button:hover {
    background: var(--wa-desk-hover);
  }
  .button.primary {
    background: var(--wa-desk-accent);
    border-color: var(--wa-desk-accent);
    color: var(--wa-desk-on-accent);
  }
  .button.danger {
    background: var(--wa-desk-danger);
    border-color: var(--wa-desk-danger);
    color: var(--wa-desk-on-danger);
  }
  .button:is(.primary, .danger):hover {
    background: color-mix(in oklab, currentColor 12%, var(--_fill, var(--wa-desk-accent)));
  }
  .button.danger:hover {
    --_fill: var(--wa-desk-danger);
  }
  .button.ghost {
    background: none;
    border-color: transparent;
  }
  .button.ghost:hover {
    background: var(--wa-desk-hover);
  }
  .button.small {
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
    min-block-size: ${derived.controlSmall};
    padding: 0 var(--wa-desk-space-2);
  }
  .button:is([aria-disabled='true'], :disabled) {
    background: var(--wa-desk-surface-sunken);
    border-color: var(--wa-desk-line-strong);
    border-style: dashed;
    color: var(--wa-desk-text-muted);
    cursor: not-allowed;
  }

  .icon-button {
    background: none;
    block-size: ${derived.control};
    border: var(--wa-desk-border) solid transparent;
    border-radius: var(--wa-desk-radius-control);
    color: var(--wa-desk-text-muted);
    display: inline-grid;
    flex: none;
    inline-size: ${derived.control};
    padding: 0;
    place-items: center;
    position: relative;
  }
  .icon-button.small {
    block-size: ${derived.controlSmall};
    inline-size: ${derived.controlSmall};
  }
  .icon-button:hover {
    background: var(--wa-desk-hover);
    color: var(--wa-desk-text);
  }
  .icon-button:is([aria-pressed='true'], [aria-expanded='true']) {
    background: var(--wa-desk-hover);
    border-color: var(--wa-desk-line-strong);
    color: var(--wa-desk-accent);
  }
  .icon-button:is([aria-disabled='true'], :disabled) {
    background: none;
    border: var(--wa-desk-border) dashed var(--wa-desk-line-strong);
    color: var(--wa-desk-text-muted);
    cursor: not-allowed;
  }

  .link-button {
    background: none;
    border: 0;
    border-radius: var(--wa-desk-radius-small);
    color: ${derived.link};
    min-block-size: var(--_target, 24px);
    padding: 0 2px;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }

  @media (forced-colors: active) {
    /* With its own pair of system colours, or the browser puts a plate behind the words. */
    .button:is(.primary, .danger):not([aria-disabled='true'], :disabled) {
      background: ButtonText;
      border-color: ButtonText;
      color: ButtonFace;
      forced-color-adjust: none;
    }
    .icon-button:is([aria-pressed='true'], [aria-expanded='true']) {
      border-color: Highlight;
    }
    .button:is([aria-disabled='true'], :disabled),
    .icon-button:is([aria-disabled='true'], :disabled) {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

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

/** Small labels: `.chip` (its states come from `chips.styles.ts`), `.badge` for counts, `.tag` for codes, `kbd` for keys. */
export const labelStyles = css`
  .chip {
    align-items: center;
    block-size: 20px;
    border: var(--wa-desk-border) solid transparent;
    border-radius: var(--wa-desk-radius-small);
    display: inline-flex;
    flex: none;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-medium);
    gap: var(--wa-desk-space-1);
    line-height: var(--wa-desk-leading-sm);
    padding: 0 6px;
    white-space: nowrap;
  }
  .chip.large {
    block-size: 24px;
    padding: 0 var(--wa-desk-space-2);
  }
  .chip.plain {
    border-color: var(--wa-desk-line);
    color: var(--wa-desk-text-muted);
  }
  .badge {
    background: var(--wa-desk-accent);
    block-size: 18px;
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-pill);
    color: var(--wa-desk-on-accent);
    display: inline-grid;
    flex: none;
    font-size: var(--wa-desk-text-xs);
    font-weight: var(--wa-desk-weight-bold);
    line-height: 1;
    min-inline-size: 18px;
    padding: 0 5px;
    place-items: center;
  }
  .tag {
    align-items: center;
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-text-muted);
    display: inline-flex;
    font-family: var(--wa-desk-font-family-mono);
    font-size: var(--wa-desk-text-xs);
    font-weight: var(--wa-desk-weight-medium);
    gap: var(--wa-desk-space-1);
    line-height: 1rem;
    padding: 0 var(--wa-desk-space-1);
  }
  @media (forced-colors: active) {
    .badge {
      background: CanvasText;
      color: Canvas;
      forced-color-adjust: none;
    }
  }
  kbd {
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-text-muted);
    font: inherit;
    font-size: var(--wa-desk-text-xs);
    padding: 0 var(--wa-desk-space-1);
  }
`;

/** `.strip` says why something is so, in one sentence with at most one button: `.warning`, `.info`, `.danger` or plain. */
export const stripStyles = css`
  .strip {
    align-items: center;
    border-block: var(--wa-desk-edge) solid var(--wa-desk-line);
    display: flex;
    font-size: 0.8125rem;
    gap: var(--wa-desk-space-2);
    line-height: 1.125rem;
    padding-block: var(--wa-desk-space-2);
    padding-inline: var(--wa-desk-space-3) var(--wa-desk-space-2);
  }
  .strip.warning {
    background: var(--wa-desk-warning-soft);
  }
  .strip.warning > .icon {
    color: var(--wa-desk-warning);
  }
  .strip.info {
    background: var(--wa-desk-info-soft);
  }
  .strip.info > .icon {
    color: var(--wa-desk-info);
  }
  .strip.danger {
    background: var(--wa-desk-danger-soft);
  }
  .strip.danger > .icon {
    color: var(--wa-desk-danger);
  }
  .strip > .grow {
    flex: 1;
    min-inline-size: 0;
  }
`;
