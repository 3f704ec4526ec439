import { css } from 'lit';

export const lightboxStyles = css`
  dialog {
    background: var(--wa-desk-surface);
    block-size: 100dvb;
    border: 0;
    color: var(--wa-desk-text);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto minmax(0, 1fr) auto;
    inline-size: 100dvi;
    margin: 0;
    max-block-size: none;
    max-inline-size: none;
    overflow: hidden;
    padding: 0;
  }
  dialog:not([open]) {
    display: none;
  }
  dialog > :is(.stage, .wait, .problem, .sides) {
    grid-area: 2 / 1;
  }
  .bar {
    align-items: center;
    border-block-end: 1px solid var(--wa-desk-line);
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    justify-content: flex-end;
    padding: 8px 8px 8px 16px;
  }
  .label {
    flex: 1 1 12ch;
    font-weight: var(--wa-desk-weight-bold);
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .percent {
    font-variant-numeric: tabular-nums;
    min-inline-size: 52px;
  }
  .stage {
    background: var(--wa-desk-surface-sunken);
    cursor: zoom-in;
    overflow: hidden;
    touch-action: none;
    user-select: none;
  }
  .stage.enlarged {
    cursor: grab;
  }
  .stage.enlarged:active {
    cursor: grabbing;
  }
  .stage.film {
    cursor: auto;
    touch-action: auto;
  }
  .moved,
  .film {
    block-size: 100%;
    display: grid;
    inline-size: 100%;
    place-items: center;
  }
  .moved {
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  }
  .stage :is(img, video) {
    block-size: auto;
    display: block;
    inline-size: auto;
    max-block-size: 100%;
    max-inline-size: 100%;
  }
  .wait,
  .problem {
    align-self: center;
    justify-self: center;
    pointer-events: none;
    text-align: center;
  }
  .problem {
    display: grid;
    gap: 12px;
    justify-items: center;
    padding: 16px;
    pointer-events: auto;
  }
  .wait {
    background: var(--wa-desk-surface-raised);
    border-radius: var(--wa-desk-radius-pill);
    padding: 4px 12px;
  }
  .sides {
    align-items: center;
    display: flex;
    justify-content: space-between;
    padding-inline: 8px;
    pointer-events: none;
  }
  .side {
    background: var(--wa-desk-surface-raised);
    block-size: 44px;
    border: 1px solid var(--wa-desk-line-strong);
    border-radius: 50%;
    color: var(--wa-desk-text);
    inline-size: 44px;
    pointer-events: auto;
  }
  .side.next {
    margin-inline-start: auto;
  }
  .caption {
    border-block-start: 1px solid var(--wa-desk-line);
    justify-self: stretch;
    max-block-size: 25dvb;
    overflow: auto;
    overflow-wrap: anywhere;
    padding: 8px 16px;
    text-align: center;
    white-space: pre-wrap;
  }
`;
