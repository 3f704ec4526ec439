import { css, type CSSResult } from 'lit';
import { menuStyles } from '../shared/menu.styles.js';

/** Looks of the bar of actions beside a message, and of what it opens. */
export const actionBarStyles: readonly CSSResult[] = [
  ...menuStyles,
  css`
    :host {
      position: relative;
    }
    .message-actions {
      background: var(--wa-desk-surface-raised);
      border: var(--wa-desk-edge) solid var(--wa-desk-line);
      border-radius: 6px;
      box-shadow: var(--wa-desk-elevation);
      display: flex;
      padding: 2px;
      position: absolute;
      visibility: hidden;
      z-index: 3;
    }
    .message-actions.shown {
      visibility: visible;
    }
    .message-actions .icon-button {
      block-size: 24px;
      inline-size: 24px;
      min-block-size: 0;
      min-inline-size: 0;
    }
    .quick-reactions {
      gap: 2px;
      padding: 4px;
    }
    .quick-reactions:popover-open {
      display: flex;
    }
    .quick-reaction {
      background: none;
      block-size: 36px;
      border: 0;
      border-radius: var(--wa-desk-radius-control);
      font-size: 1.25rem;
      inline-size: 36px;
      line-height: 1;
      padding: 0;
    }
    .quick-reaction:hover {
      background: var(--wa-desk-hover);
    }
    .quick-reaction[aria-pressed='true'] {
      box-shadow: inset 0 0 0 2px var(--wa-desk-accent);
    }
    @media (pointer: coarse) {
      .bubble {
        -webkit-touch-callout: none;
        -webkit-user-select: none;
        user-select: none;
      }
      .quick-reaction {
        block-size: 44px;
        inline-size: 44px;
      }
    }
  `,
];
