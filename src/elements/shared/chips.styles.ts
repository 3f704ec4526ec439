import { css } from 'lit';
import { labelStyles } from '../../styles/index.js';

/** Looks of `pendingChip` and `windowChip`. */
export const chipStyles = [
  labelStyles,
  css`
    .chip.pending-waiting {
      background: var(--wa-desk-pending-1);
      border-color: currentColor;
      color: var(--wa-desk-on-pending-1);
    }
    .chip.pending-late {
      background: var(--wa-desk-pending-2);
      border-color: var(--wa-desk-warning);
      color: var(--wa-desk-on-pending-2);
    }
    .chip.pending-overdue {
      background: var(--wa-desk-pending-3);
      border-color: var(--wa-desk-pending-3);
      color: var(--wa-desk-on-pending-3);
      font-weight: var(--wa-desk-weight-bold);
    }
    .chip.window-open {
      border-color: var(--wa-desk-line);
      color: var(--wa-desk-text-muted);
    }
    .chip.window-near {
      background: var(--wa-desk-warning-soft);
      border-color: var(--wa-desk-warning);
      color: var(--wa-desk-warning);
    }
    .chip.window-closed {
      border-color: var(--wa-desk-danger);
      border-style: dashed;
      color: var(--wa-desk-danger);
    }
    @media (prefers-reduced-motion: no-preference) {
      .chip.flashing {
        animation: chip-flash var(--wa-desk-blink) steps(1, end) 5;
      }
      @keyframes chip-flash {
        50% {
          opacity: 0.35;
        }
      }
    }
    @media (forced-colors: active) {
      .chip {
        border-color: CanvasText;
      }
      .chip.pending-overdue {
        border-width: 2px;
      }
    }
  `,
];
