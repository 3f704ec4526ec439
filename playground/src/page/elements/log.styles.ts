import { css } from 'lit';

export const logStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border: 1px solid var(--wa-desk-line);
    border-radius: 12px;
    background: var(--wa-desk-surface);
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 8px 6px 4px;
  }
  :host([open]) header {
    border-block-end: 1px solid var(--wa-desk-line);
  }
  h2 {
    margin: 0;
    font: inherit;
  }
  .toggle {
    font-size: var(--wa-desk-text-md);
    font-weight: var(--wa-desk-weight-bold);
  }
  .count {
    color: var(--wa-desk-text-muted);
    font-weight: 400;
  }
  .filters {
    display: flex;
    flex: 1;
    gap: 6px;
    justify-content: flex-end;
    min-width: 0;
  }
  input {
    flex: 0 1 150px;
    min-width: 60px;
    min-height: 32px;
    padding: 0 10px;
    border: 1px solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-control);
    background: var(--wa-desk-surface);
    color: inherit;
    font: inherit;
    font-size: var(--wa-desk-text-sm);
  }
  input::placeholder {
    color: var(--wa-desk-text-muted);
    opacity: 1;
  }
  .rows {
    flex: 1;
    min-height: 0;
    overflow: auto;
    scrollbar-width: thin;
  }
  li {
    border-block-end: 1px solid var(--wa-desk-line);
    content-visibility: auto;
    contain-intrinsic-height: auto 33px;
  }
  .crossing {
    display: grid;
    grid-template: 'time lane arrow title gist status' auto / 64px 76px 16px minmax(80px, auto) minmax(0, 1fr) auto;
    align-items: center;
    gap: 10px;
    width: 100%;
    min-height: 32px;
    padding: 4px 12px;
    border: 0;
    background: transparent;
    font-size: var(--wa-desk-text-sm);
    line-height: 16px;
    text-align: start;
  }
  .crossing:hover {
    background: var(--wa-desk-hover);
  }
  .crossing:focus-visible {
    outline-offset: -2px;
    box-shadow: none;
  }
  time,
  .status {
    color: var(--wa-desk-text-muted);
    font-variant-numeric: tabular-nums;
  }
  .status {
    grid-area: status;
  }
  .status.bad {
    color: var(--wa-desk-danger);
    font-weight: 600;
  }
  .lane {
    justify-self: start;
    padding: 1px 7px;
    border-radius: 4px;
    font-size: 11px;
    font-weight: 600;
    box-shadow: inset 0 0 0 1px currentColor;
  }
  .lane.webhook {
    color: var(--wa-desk-success);
    background: var(--wa-desk-success-soft);
  }
  .lane.graph {
    color: var(--wa-desk-info);
    background: var(--wa-desk-info-soft);
  }
  .lane.wire {
    color: var(--wa-desk-accent);
    background: var(--wa-desk-accent-soft);
  }
  .crossing .icon {
    width: 14px;
    height: 14px;
  }
  .title,
  .gist {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .title {
    grid-area: title;
    font-family: var(--wa-desk-font-family-mono);
  }
  .gist {
    grid-area: gist;
    color: var(--wa-desk-text-muted);
  }
  .inside {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
    gap: 8px;
    padding: 4px 12px 12px;
  }
  h3 {
    margin: 4px 0;
    font-size: 11px;
    font-weight: 600;
    color: var(--wa-desk-text-muted);
  }
  .json {
    max-height: 320px;
    margin: 0;
    padding: 10px 12px;
    overflow: auto;
    border-radius: var(--wa-desk-radius-control);
    background: var(--wa-desk-surface-sunken);
    font: 12px/18px var(--wa-desk-font-family-mono);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
    scrollbar-width: thin;
  }
  .key {
    color: var(--wa-desk-accent);
  }
  .string {
    color: var(--wa-desk-success);
  }
  .number,
  .word {
    color: var(--wa-desk-warning);
  }
  .empty {
    padding: 20px;
    text-align: center;
    color: var(--wa-desk-text-muted);
  }
  @media (max-width: 599px) {
    header,
    .filters {
      flex-wrap: wrap;
    }
    .filters {
      flex-basis: 100%;
      justify-content: flex-start;
      padding-inline-start: 4px;
    }
    input {
      flex: 1 1 100%;
    }
    .crossing {
      grid-template:
        'time lane arrow title status' auto
        '. . . gist gist' auto / 60px 72px 16px minmax(0, 1fr) auto;
      gap: 0 6px;
      padding-inline: 8px;
    }
    .gist:empty {
      display: none;
    }
  }
`;
