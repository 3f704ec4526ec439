import { css } from 'lit';

export const barStyles = css`
  :host {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 10px 20px;
  }
  .brand {
    display: flex;
    align-items: center;
    gap: 10px;
    margin-inline-end: auto;
  }
  .brand img {
    display: block;
    width: 28px;
    height: 28px;
  }
  h1 {
    margin: 0;
    font-size: 16px;
    line-height: 20px;
    font-weight: 650;
    letter-spacing: -0.01em;
  }
  h1 span {
    font-weight: 400;
    color: var(--wa-desk-text-muted);
  }
  .group {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .clock {
    display: flex;
    align-items: center;
    gap: 6px;
    margin-inline-end: 4px;
    font-size: var(--wa-desk-text-sm);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .clock .icon {
    color: var(--wa-desk-text-muted);
  }
  .settings {
    display: none;
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    position: static;
    inset: auto;
    width: auto;
    height: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: transparent;
    color: inherit;
    overflow: visible;
  }
  @media (max-width: 1099px) {
    .settings {
      display: inline-flex;
    }
    .controls {
      display: none;
    }
    .controls:popover-open {
      display: grid;
      gap: 14px;
      position: fixed;
      inset: 60px 12px auto auto;
      padding: 16px;
      border-radius: 12px;
      background: var(--wa-desk-surface-raised);
      box-shadow: var(--wa-desk-elevation);
    }
  }
  @media (max-width: 899px) {
    :host {
      padding: 8px 12px;
      gap: 8px;
    }
    h1 span {
      display: none;
    }
    .group {
      flex-wrap: wrap;
    }
    .clock {
      width: 100%;
    }
  }
  @media (max-width: 479px) {
    h1 {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
