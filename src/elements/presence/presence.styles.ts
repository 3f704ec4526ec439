import { css } from 'lit';
import { derived } from '../../styles/index.js';

export const presenceStyles = css`
  :host {
    container: wa-presence / inline-size;
    inline-size: 100%;
    min-inline-size: 0;
  }
  .presence {
    align-items: center;
    background: none;
    border: 0;
    border-radius: var(--wa-desk-radius-control);
    display: flex;
    font-weight: var(--wa-desk-weight-bold);
    gap: var(--wa-desk-space-2);
    margin-inline-start: calc(-1 * var(--wa-desk-space-2));
    max-inline-size: calc(100% + var(--wa-desk-space-2));
    min-block-size: ${derived.control};
    padding: 0 var(--wa-desk-space-2);
  }
  .presence:is(:hover, [aria-expanded='true']) {
    background: var(--wa-desk-hover);
  }
  .words {
    display: flex;
    gap: var(--wa-desk-space-2);
    min-inline-size: 0;
  }
  .words > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .state {
    flex: none;
    max-inline-size: 100%;
  }
  .detail {
    align-self: center;
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-regular);
  }
  .detail.failed {
    color: var(--wa-desk-danger);
  }
  .presence > .icon {
    color: var(--wa-desk-text-muted);
    flex: none;
  }
  .dot {
    background: var(--wa-desk-surface);
    block-size: 16px;
    border: 2px solid var(--wa-desk-text-muted);
    border-radius: 50%;
    color: var(--wa-desk-text-muted);
    display: grid;
    flex: none;
    inline-size: 16px;
    place-items: center;
  }
  .dot.ready {
    background: var(--wa-desk-success);
    border-color: var(--wa-desk-success);
    color: var(--wa-desk-surface);
  }
  .dot.some {
    border-color: var(--wa-desk-success);
    color: var(--wa-desk-success);
  }
  .dot.lost {
    background: none;
    border: 0;
    color: var(--wa-desk-danger);
  }
  /* On the rail only the mark fits; its words stay for those who hear them. */
  @container wa-presence (width < 120px) {
    .presence {
      justify-content: center;
      margin: 0 auto;
      padding: var(--wa-desk-space-2);
    }
    .words {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      overflow: hidden;
      position: absolute;
      white-space: nowrap;
    }
    .presence > .icon {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .dot.ready {
      background: CanvasText;
      border-color: CanvasText;
      color: Canvas;
      forced-color-adjust: none;
    }
  }
`;
