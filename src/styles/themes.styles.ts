import { css } from 'lit';

/**
 * What the attributes `theme` (`light`, `dark`, `auto`, `high-contrast`; several words may stand together) and `density`
 * (`compact`) of any element change, and what the reader's own settings change everywhere.
 *
 * Without `light`, `dark` or `auto` the elements follow the `color-scheme` of the page around them.
 */
export const themeStyles = css`
  :host([theme~='light']) {
    color-scheme: light;
  }
  :host([theme~='dark']) {
    color-scheme: dark;
  }
  :host([theme~='auto']) {
    color-scheme: light dark;
  }
  :host([density='compact']) {
    --wa-desk-text-md: 0.8125rem;
    --wa-desk-leading-md: 1.125rem;
    --wa-desk-control: 28px;
  }

  /* Solid lines, 7:1 and more, no tints, no shadow. */
  :host([theme~='high-contrast']) {
    --wa-desk-canvas: light-dark(#ffffff, #000000);
    --wa-desk-surface: light-dark(#ffffff, #000000);
    --wa-desk-surface-raised: light-dark(#ffffff, #000000);
    --wa-desk-surface-sunken: light-dark(#ffffff, #000000);
    --wa-desk-hover: light-dark(#ffffff, #000000);
    --wa-desk-selected: light-dark(#ffffff, #000000);
    --wa-desk-text: light-dark(#000000, #ffffff);
    --wa-desk-text-muted: light-dark(#1f1f1f, #e6e6e6);
    --wa-desk-line: light-dark(#000000, #ffffff);
    --wa-desk-line-strong: light-dark(#000000, #ffffff);
    --wa-desk-accent: light-dark(#0a1fa8, #8fd3ff);
    --wa-desk-on-accent: light-dark(#ffffff, #000000);
    --wa-desk-accent-soft: light-dark(#ffffff, #000000);
    --wa-desk-bubble-contact: light-dark(#ffffff, #000000);
    --wa-desk-bubble-agent: light-dark(#ffffff, #000000);
    --wa-desk-bubble-colleague: light-dark(#ffffff, #000000);
    --wa-desk-bubble-internal: light-dark(#ffffff, #000000);
    --wa-desk-bubble-internal-line: light-dark(#000000, #ffffff);
    --wa-desk-bubble-meta: light-dark(#1f1f1f, #e6e6e6);
    --wa-desk-info: light-dark(#003a5c, #8fd3ff);
    --wa-desk-info-soft: light-dark(#ffffff, #000000);
    --wa-desk-success: light-dark(#00451f, #7dffb0);
    --wa-desk-success-soft: light-dark(#ffffff, #000000);
    --wa-desk-warning: light-dark(#5c3500, #ffd84d);
    --wa-desk-warning-soft: light-dark(#ffffff, #000000);
    --wa-desk-danger: light-dark(#8a0000, #ff9d96);
    --wa-desk-danger-soft: light-dark(#ffffff, #000000);
    --wa-desk-on-danger: light-dark(#ffffff, #000000);
    --wa-desk-pending-1: light-dark(#ffffff, #000000);
    --wa-desk-on-pending-1: light-dark(#00451f, #7dffb0);
    --wa-desk-pending-2: #ffd84d;
    --wa-desk-on-pending-2: #000000;
    --wa-desk-pending-3: light-dark(#8a0000, #ff9d96);
    --wa-desk-on-pending-3: light-dark(#ffffff, #000000);
    --wa-desk-avatar-1: light-dark(#ffffff, #000000);
    --wa-desk-avatar-2: light-dark(#ffffff, #000000);
    --wa-desk-avatar-3: light-dark(#ffffff, #000000);
    --wa-desk-avatar-4: light-dark(#ffffff, #000000);
    --wa-desk-on-avatar: light-dark(#000000, #ffffff);
    --wa-desk-focus: light-dark(#000000, #ffffff);
    --wa-desk-focus-halo: light-dark(#ffffff, #000000);
    --wa-desk-tint: transparent;
    --wa-desk-scrim: light-dark(rgb(255 255 255 / 0.8), rgb(0 0 0 / 0.8));
    --wa-desk-elevation: 0 0 0 2px light-dark(#000000, #ffffff);
    --wa-desk-focus-width: 3px;
    --wa-desk-edge: 1px;
    --wa-desk-bubble-edge-contact: 1px solid;
    --wa-desk-bubble-edge-agent: 2px solid;
    --wa-desk-bubble-edge-colleague: 3px double;
    --wa-desk-bubble-edge-internal: 2px dashed;
    --wa-desk-bubble-tail: none;
    --wa-desk-contrast-words: inline;
    --wa-desk-fade: #000;
    --_plain-fill: var(--wa-desk-surface);
    --_plain-text: var(--wa-desk-text);
  }

  /* The reader's settings come before the host's wishes: hence !important, which from inside cannot be overridden. */
  @media (pointer: coarse) {
    :host {
      --_target: 44px !important;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --wa-desk-duration-quick: 0ms !important;
      --wa-desk-duration: 0ms !important;
      --wa-desk-duration-slow: 0ms !important;
      --wa-desk-blink: 0ms !important;
    }
  }
  @media (forced-colors: active) {
    :host {
      --wa-desk-canvas: Canvas !important;
      --wa-desk-surface: Canvas !important;
      --wa-desk-surface-raised: Canvas !important;
      --wa-desk-surface-sunken: Canvas !important;
      --wa-desk-text: CanvasText !important;
      --wa-desk-text-muted: CanvasText !important;
      --wa-desk-bubble-meta: CanvasText !important;
      --wa-desk-line: CanvasText !important;
      --wa-desk-line-strong: ButtonBorder !important;
      --wa-desk-accent: LinkText !important;
      --wa-desk-on-accent: Canvas !important;
      --wa-desk-info: CanvasText !important;
      --wa-desk-success: CanvasText !important;
      --wa-desk-warning: CanvasText !important;
      --wa-desk-danger: CanvasText !important;
      --wa-desk-tint: transparent !important;
      --wa-desk-focus: Highlight !important;
      --wa-desk-focus-halo: Canvas !important;
      --wa-desk-edge: 1px !important;
      --wa-desk-bubble-edge-contact: 1px solid !important;
      --wa-desk-bubble-edge-agent: 2px solid !important;
      --wa-desk-bubble-edge-colleague: 3px double !important;
      --wa-desk-bubble-edge-internal: 2px dashed !important;
      --wa-desk-bubble-tail: none !important;
      --wa-desk-contrast-words: inline !important;
      --wa-desk-fade: #000 !important;
    }
  }
`;
