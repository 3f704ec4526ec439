import { css } from 'lit';

/** What every element of the page begins with. */
export const baseStyles = css`
  :host {
    box-sizing: border-box;
    font: 400 var(--wa-desk-text-md) / var(--wa-desk-leading-md) var(--wa-desk-font-family);
    color: var(--wa-desk-text);
  }
  :host([hidden]) {
    display: none !important;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  .icon {
    width: 1.25em;
    height: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.28em;
  }
  :focus-visible {
    outline: var(--wa-desk-focus-width) solid var(--wa-desk-focus);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--wa-desk-focus-halo);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
`;

/** Small controls of the bar and of the log. */
export const controlStyles = css`
  .control {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 32px;
    padding: 0 10px;
    border: 1px solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-control);
    background: var(--wa-desk-surface);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-medium);
    white-space: nowrap;
  }
  .control:hover {
    background: var(--wa-desk-hover);
  }
  .control[aria-pressed='true'],
  .control[aria-checked='true'] {
    border-color: var(--wa-desk-accent);
    background: var(--wa-desk-accent-soft);
    color: var(--wa-desk-accent);
  }
  .control.square {
    width: 32px;
    padding: 0;
  }
  .control.plain {
    border-color: transparent;
    background: transparent;
  }
  .control.plain:hover {
    background: var(--wa-desk-hover);
  }
  .segments {
    display: inline-flex;
    padding: 2px;
    gap: 2px;
    border: 1px solid var(--wa-desk-line);
    border-radius: calc(var(--wa-desk-radius-control) + 2px);
    background: var(--wa-desk-surface);
  }
  .segments .control {
    min-height: 26px;
    border-color: transparent;
    background: transparent;
  }
  .segments .control.square {
    width: 30px;
  }
  .segments .control:hover {
    background: var(--wa-desk-hover);
  }
  .segments .control[aria-pressed='true'],
  .segments .control[aria-checked='true'] {
    border-color: transparent;
    background: var(--wa-desk-accent-soft);
  }
  @media (pointer: coarse) {
    .control,
    .segments .control {
      min-height: 44px;
    }
    .control.square,
    .segments .control.square {
      width: 44px;
    }
  }
`;
