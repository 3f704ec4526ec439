import { css } from 'lit';

/** Looks of what floats: `.popup` (an element with `popover`), `.dialog` (a `<dialog>`), both with the one elevation. */
export const floatingStyles = css`
  .popup {
    background: var(--wa-desk-surface-raised);
    border: 0;
    border-radius: var(--wa-desk-radius-bubble);
    box-shadow: var(--wa-desk-elevation);
    color: var(--wa-desk-text);
    inset: auto;
    margin: 0;
    max-block-size: calc(100dvb - 16px);
    max-inline-size: calc(100dvi - 16px);
    overflow: auto;
    padding: 0;
    position: fixed;
  }
  .popup:not(:popover-open) {
    display: none;
  }
  .dialog {
    background: var(--wa-desk-surface-raised);
    border: 0;
    border-radius: var(--wa-desk-radius-bubble);
    box-shadow: var(--wa-desk-elevation);
    color: var(--wa-desk-text);
    max-block-size: calc(100dvb - 32px);
    max-inline-size: min(960px, calc(100dvi - 32px));
    overflow: auto;
    padding: 0;
  }
  .dialog::backdrop {
    background: var(--wa-desk-scrim);
  }
  @media (prefers-reduced-motion: no-preference) {
    .popup:popover-open,
    .dialog[open] {
      animation: floating-appear var(--wa-desk-duration-quick) var(--wa-desk-ease);
    }
    @keyframes floating-appear {
      from {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    .popup,
    .dialog {
      border: 1px solid CanvasText;
    }
  }
`;
