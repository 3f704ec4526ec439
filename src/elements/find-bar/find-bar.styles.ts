import { css } from 'lit';

export const findBarStyles = css`
  :host {
    background: var(--wa-desk-surface);
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
    container: wa-find-bar / inline-size;
    display: block;
    flex: none;
    order: -1;
  }
  .bar {
    align-items: center;
    display: flex;
    gap: var(--wa-desk-space-1);
    padding: var(--wa-desk-space-2) var(--wa-desk-space-3);
  }
  .entry {
    flex: 1;
    min-inline-size: 0;
    position: relative;
  }
  .entry .icon {
    color: var(--wa-desk-text-muted);
    inset-block-start: 50%;
    inset-inline-start: 10px;
    pointer-events: none;
    position: absolute;
    translate: 0 -50%;
  }
  .entry .icon + .field {
    padding-inline-start: 34px;
  }
  .result {
    color: var(--wa-desk-text-muted);
    flex: none;
    font-size: var(--wa-desk-text-sm);
    font-variant-numeric: tabular-nums;
    min-inline-size: 4.5em;
    text-align: center;
  }
  .note {
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    padding: 0 var(--wa-desk-space-3) var(--wa-desk-space-2);
  }
  @container wa-find-bar (width < 380px) {
    .bar {
      flex-wrap: wrap;
    }
    .entry {
      flex-basis: 100%;
    }
    .result {
      flex: 1;
      text-align: start;
    }
  }
`;
