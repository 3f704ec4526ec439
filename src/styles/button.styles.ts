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
