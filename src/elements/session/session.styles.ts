import { css } from 'lit';

export const sessionStyles = css`
  :host {
    background: var(--wa-desk-canvas);
    block-size: 100%;
    container: wa-session / size;
    min-block-size: 240px;
    position: relative;
  }
  .session {
    block-size: 100%;
    display: flex;
    flex-direction: column;
    min-block-size: 0;
  }
  .header {
    align-items: center;
    background: var(--wa-desk-surface);
    block-size: var(--wa-desk-header);
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
    display: flex;
    flex: none;
    gap: var(--wa-desk-space-3);
    padding-inline: var(--wa-desk-space-4) var(--wa-desk-space-3);
  }
  .who {
    flex: 1;
    min-inline-size: 0;
  }
  .who > * {
    display: block;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .name {
    font-weight: var(--wa-desk-weight-bold);
  }
  .channel {
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
  }
  .actions {
    align-items: center;
    display: flex;
    flex: none;
    gap: var(--wa-desk-space-1);
  }
  .transcript {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-block-size: 0;
  }
  .transcript > * {
    flex: 1;
    min-block-size: 0;
  }
  .composer {
    flex: none;
    padding: 0 var(--wa-desk-space-4) var(--wa-desk-space-3);
  }
  .error {
    flex: none;
  }
  .strip.wrap {
    background: var(--wa-desk-surface);
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-bubble);
    padding: var(--wa-desk-space-3);
  }
  .wrap-up {
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-bubble);
    margin-block-start: var(--wa-desk-space-2);
    max-block-size: 50cqb;
    overflow: auto;
  }
  .empty {
    align-content: center;
    block-size: 100%;
    color: var(--wa-desk-text-muted);
    display: grid;
    gap: var(--wa-desk-space-1);
    justify-items: center;
    padding: var(--wa-desk-space-6);
    text-align: center;
  }
  .empty b {
    color: var(--wa-desk-text);
    font-weight: var(--wa-desk-weight-medium);
  }
  @container wa-session (width < 600px) {
    .header {
      gap: var(--wa-desk-space-2);
      padding-inline: var(--wa-desk-space-3) var(--wa-desk-space-1);
    }
    .header:has(> .back) {
      padding-inline-start: var(--wa-desk-space-1);
    }
    .composer {
      padding: 0 var(--wa-desk-space-2) var(--wa-desk-space-2);
    }
  }
`;
