import { css } from 'lit';
import { progressStyles } from '../../styles/index.js';
import { filePlateStyles } from '../shared/file-plate.styles.js';

/** Looks of `trayTile`. */
export const tileStyles = [
  filePlateStyles,
  progressStyles,
  css`
    .tile {
      align-items: center;
      border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
      border-radius: var(--wa-desk-radius-control);
      display: grid;
      font-size: 0.8125rem;
      gap: 0 var(--wa-desk-space-2);
      grid-template-columns: 40px minmax(0, 1fr) auto;
      line-height: 1.125rem;
      padding: 6px;
    }
    .tile.broken {
      border-color: var(--wa-desk-danger);
    }
    .thumb {
      block-size: 40px;
      border-radius: var(--wa-desk-radius-small);
      display: grid;
      inline-size: 40px;
      overflow: hidden;
      place-items: center;
    }
    .thumb > canvas {
      block-size: 100%;
      inline-size: 100%;
    }
    .facts {
      display: grid;
      min-inline-size: 0;
    }
    .file-name {
      display: flex;
      font-weight: var(--wa-desk-weight-medium);
      min-inline-size: 0;
    }
    .stem {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
    .facts > .help {
      margin: 0;
    }
    .facts > .progress {
      margin-block-start: var(--wa-desk-space-1);
    }
    .tile-actions {
      display: flex;
    }
    .tile .quiet {
      color: var(--wa-desk-text-muted);
      font-size: var(--wa-desk-text-sm);
      line-height: var(--wa-desk-leading-sm);
    }
  `,
];
