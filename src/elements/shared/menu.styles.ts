import { css } from 'lit';
import { derived, floatingStyles } from '../../styles/index.js';

/** Looks of a menu of `MenuController`. */
export const menuStyles = [
  floatingStyles,
  css`
    .menu {
      min-inline-size: 180px;
      padding: var(--wa-desk-space-1);
    }
    .menu-item {
      align-items: center;
      background: none;
      border: 0;
      border-radius: var(--wa-desk-radius-control);
      color: var(--wa-desk-text);
      column-gap: var(--wa-desk-space-2);
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      inline-size: 100%;
      min-block-size: ${derived.control};
      padding: var(--wa-desk-space-1) var(--wa-desk-space-2);
      text-align: start;
    }
    .menu-item > .icon,
    .menu-check {
      block-size: var(--wa-desk-icon);
      color: var(--wa-desk-text-muted);
      grid-column: 1;
      inline-size: var(--wa-desk-icon);
    }
    .menu-item:is(:hover, :focus-visible) {
      background: var(--wa-desk-hover);
    }
    /* Inside, so that the ring lies on no neighbour. */
    .menu-item:focus-visible {
      box-shadow: inset 0 0 0 var(--wa-desk-focus-width) var(--wa-desk-focus);
      outline-offset: calc(-1 * var(--wa-desk-focus-width));
    }
    .menu-label {
      grid-column: 2;
    }
    .menu-hint {
      color: var(--wa-desk-text-muted);
      font-size: var(--wa-desk-text-sm);
      grid-column: 3;
    }
    .menu-reason {
      color: var(--wa-desk-text-muted);
      font-size: var(--wa-desk-text-sm);
      grid-column: 2 / -1;
      line-height: var(--wa-desk-leading-sm);
    }
    .menu-item.danger {
      color: var(--wa-desk-danger);
    }
    .menu-item.danger > .icon {
      color: inherit;
    }
    .menu-item[aria-disabled='true'] {
      cursor: not-allowed;
    }
    .menu-item[aria-disabled='true'] > :is(.menu-label, .icon) {
      color: var(--wa-desk-text-muted);
    }
    .menu-item[aria-disabled='true']:hover {
      background: none;
    }
    .menu-separator {
      border-block-start: var(--wa-desk-border) solid var(--wa-desk-line);
      margin: var(--wa-desk-space-1) var(--wa-desk-space-2);
    }
    @media (forced-colors: active) {
      .menu-item[aria-disabled='true'] > :is(.menu-label, .icon) {
        color: GrayText;
      }
    }
  `,
];
