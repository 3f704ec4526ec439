import { css } from 'lit';

const entryStyles = css`
  .entry {
    background: none;
    border: 0;
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
    column-gap: var(--wa-desk-space-3);
    display: grid;
    grid-template-columns: 36px minmax(0, 1fr);
    inline-size: 100%;
    min-block-size: 84px;
    padding-block: 10px;
    padding-inline: var(--wa-desk-space-4) var(--wa-desk-space-3);
    position: relative;
    row-gap: 2px;
    text-align: start;
  }
  .entry:hover {
    background: var(--wa-desk-hover);
  }
  .entry.current {
    background: var(--wa-desk-selected);
  }
  /* Inside, so that neither the scroll edge nor the next entry cuts the ring. */
  .entry:focus-visible {
    box-shadow:
      inset 0 0 0 calc(2px + var(--wa-desk-focus-width)) var(--wa-desk-focus-halo),
      inset 0 0 0 var(--wa-desk-focus-width) var(--wa-desk-focus);
    outline-offset: calc(-1 * var(--wa-desk-focus-width));
  }
  .entry.current::before,
  .attention {
    background: var(--wa-desk-accent);
    content: '';
    inline-size: 3px;
    inset-block: 0;
    inset-inline-start: 0;
    position: absolute;
  }
  .attention {
    background: var(--wa-desk-pending-3);
  }
  .picture {
    grid-row: 1 / span 3;
    position: relative;
  }
  .badge.corner,
  .short-name {
    display: none;
  }
  .line {
    align-items: center;
    display: flex;
    gap: 6px;
    grid-column: 2;
    min-inline-size: 0;
  }
  .name,
  .summary,
  .channel {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: var(--wa-desk-weight-medium);
  }
  .unread :is(.name, .summary) {
    color: var(--wa-desk-text);
    font-weight: var(--wa-desk-weight-bold);
  }
  time {
    color: var(--wa-desk-text-muted);
    flex: none;
    font-size: var(--wa-desk-text-sm);
    margin-inline-start: auto;
  }
  .second {
    color: var(--wa-desk-text-muted);
    font-size: 0.8125rem;
    line-height: 1.125rem;
  }
  .second > .icon {
    flex: none;
  }
  .unread .second > .icon {
    color: var(--wa-desk-text);
  }
  .summary {
    flex: 1;
  }
  .summary.typing {
    color: var(--wa-desk-success);
    font-style: italic;
  }
  .third {
    margin-block-start: var(--wa-desk-space-1);
    min-block-size: 20px;
  }
  .third > * {
    flex: none;
  }
  .third > .channel {
    color: var(--wa-desk-text-muted);
    flex: 0 1 auto;
    font-size: var(--wa-desk-text-sm);
  }
  @media (prefers-reduced-motion: no-preference) {
    .attention.blinking {
      animation: attention-blink var(--wa-desk-blink) steps(1, end) 5;
    }
    @keyframes attention-blink {
      50% {
        opacity: 0;
      }
    }
  }
  @media (forced-colors: active) {
    .entry.current::before {
      background: Highlight;
      forced-color-adjust: none;
    }
    .attention {
      background: CanvasText;
      forced-color-adjust: none;
      inline-size: 6px;
    }
  }
`;

const railStyles = css`
  @container wa-session-list (width < 160px) {
    .search,
    .heading,
    .line.first,
    .line.second {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      padding: 0;
      position: absolute;
      white-space: nowrap;
    }
    .search {
      display: none;
    }
    .entry {
      gap: 2px;
      grid-template-columns: minmax(0, 1fr);
      justify-items: center;
      min-block-size: 68px;
      padding: var(--wa-desk-space-2) var(--wa-desk-space-1);
    }
    .picture {
      grid-row: auto;
    }
    .badge.corner {
      box-shadow: 0 0 0 2px var(--wa-desk-surface);
      display: inline-grid;
      inset-block-start: -4px;
      inset-inline-end: -8px;
      position: absolute;
    }
    .short-name {
      display: block;
      font-size: var(--wa-desk-text-xs);
      grid-row: 2;
      line-height: var(--wa-desk-leading-xs);
      max-inline-size: 64px;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .unread .short-name {
      font-weight: var(--wa-desk-weight-bold);
    }
    .line.third {
      grid-column: 1;
      margin: 0;
      min-block-size: 0;
    }
    .third > :not(wa-pending-response) {
      display: none;
    }
    wa-pending-response::part(chip) {
      block-size: 18px;
      font-size: var(--wa-desk-text-xs);
      padding: 0 4px;
    }
  }
`;

export const sessionListStyles = [
  css`
    :host {
      block-size: 100%;
      container: wa-session-list / inline-size;
      display: flex;
      flex-direction: column;
      min-block-size: 0;
    }
    .search {
      flex: none;
      padding: var(--wa-desk-space-2) var(--wa-desk-space-3);
      position: relative;
    }
    .search > .icon {
      color: var(--wa-desk-text-muted);
      inset-block-start: 50%;
      inset-inline-start: 20px;
      pointer-events: none;
      position: absolute;
      translate: 0 -50%;
    }
    .search .field {
      background: var(--wa-desk-surface-sunken);
      padding-inline-start: 34px;
    }
    .heading {
      border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
      flex: none;
      font-weight: var(--wa-desk-weight-bold);
      margin: 0;
      padding: var(--wa-desk-space-1) 20px 10px;
    }
    .entries {
      flex: 1;
    }
    .empty {
      color: var(--wa-desk-text-muted);
      display: grid;
      gap: var(--wa-desk-space-1);
      justify-items: center;
      padding: var(--wa-desk-space-8) var(--wa-desk-space-4);
      text-align: center;
    }
    .empty > .icon {
      margin-block-end: var(--wa-desk-space-1);
    }
    .empty > .button {
      margin-block-start: var(--wa-desk-space-2);
    }
    .empty > b {
      color: var(--wa-desk-text);
      font-weight: var(--wa-desk-weight-medium);
      overflow-wrap: anywhere;
    }
    .placeholder {
      align-items: start;
      column-gap: var(--wa-desk-space-3);
      display: grid;
      grid-template-columns: 36px minmax(0, 1fr);
      padding: 10px var(--wa-desk-space-4);
      row-gap: 8px;
    }
    .placeholder > .round {
      block-size: 36px;
      grid-row: 1 / span 3;
    }
    .placeholder > :nth-child(2) {
      inline-size: 60%;
    }
    .placeholder > :nth-child(4) {
      inline-size: 40%;
    }
  `,
  entryStyles,
  railStyles,
];
