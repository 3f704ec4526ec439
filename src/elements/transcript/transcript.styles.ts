import { css } from 'lit';

export const transcriptStyles = css`
  :host {
    background: var(--wa-desk-canvas);
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    min-inline-size: 0;
    position: relative;
  }
  .scroller {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    padding-block: 8px 16px;
    padding-inline: var(--wa-desk-transcript-padding, var(--wa-desk-space-5));
    scroll-padding-block: 48px 16px;
  }
  .before {
    flex: none;
    margin-block-start: auto;
  }
  .rows,
  .after,
  .older {
    flex: none;
  }
  .rows {
    position: relative;
  }
  .row {
    border-radius: var(--wa-desk-radius-bubble);
    contain: layout style;
    padding-block-start: 2px;
    scroll-margin-block: 8px;
  }
  .row.starts-group {
    padding-block-start: 12px;
  }
  .row.kept {
    inline-size: 100%;
    position: absolute;
  }
  .older {
    align-self: center;
    margin-block: 4px;
  }
  .day-line {
    display: flex;
    justify-content: center;
    padding-block: 4px 8px;
  }
  .day-line > span,
  .day {
    background: var(--wa-desk-surface);
    border: 1px solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-pill);
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-medium);
    line-height: 1rem;
    padding: 2px 10px;
  }
  /* Takes no room between the bar above and the scroller, over whose edge it stands. */
  .day {
    flex: none;
    inline-size: max-content;
    inset-block-start: 8px;
    margin-block-end: calc(-1rem - 6px);
    margin-inline: auto;
    order: -1;
    pointer-events: none;
    position: relative;
    z-index: 2;
  }
  .fold {
    align-items: center;
    color: var(--wa-desk-text-muted);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    gap: 12px;
    line-height: 1rem;
    padding-block: 4px 8px;
  }
  .fold::before,
  .fold::after {
    border-block-start: 1px solid var(--wa-desk-line-strong);
    content: '';
    flex: 1;
    opacity: 0.6;
  }
  .fold.unread {
    color: var(--wa-desk-accent);
    font-weight: var(--wa-desk-weight-bold);
  }
  .fold.unread::before,
  .fold.unread::after {
    border-color: var(--wa-desk-accent);
    opacity: 1;
  }
  .fold.gap::before,
  .fold.gap::after {
    border-block-start-style: dashed;
  }
  .row[data-found] {
    position: relative;
    z-index: 1;
  }
  .row[data-found] .bubble {
    outline: 2px solid var(--wa-desk-accent);
  }
  ::highlight(wa-desk-found) {
    background: Mark;
    color: MarkText;
  }
  ::highlight(wa-desk-found-current) {
    background: var(--wa-desk-accent);
    color: var(--wa-desk-on-accent);
  }
  .empty {
    color: var(--wa-desk-text-muted);
    margin: auto;
    padding: var(--wa-desk-space-6);
    text-align: center;
  }
  .new-messages {
    align-items: center;
    background: var(--wa-desk-accent);
    block-size: 32px;
    border: 0;
    border-radius: 16px;
    box-shadow: var(--wa-desk-elevation);
    color: var(--wa-desk-on-accent);
    display: inline-flex;
    font-weight: var(--wa-desk-weight-bold);
    gap: 6px;
    inline-size: max-content;
    inset-block-end: 12px;
    inset-inline: 0;
    margin-inline: auto;
    padding: 0 14px 0 10px;
    position: absolute;
    z-index: 3;
  }
`;
