import { css } from 'lit';

/** The ground every element stands on: type from the host, borders counted in, `hidden` that hides. */
export const resetStyles = css`
  :host {
    display: block;
    color: var(--wa-desk-text);
    font-family: var(--wa-desk-font-family, inherit);
    font-size: var(--wa-desk-text-md);
    font-variant-numeric: tabular-nums;
    font-weight: var(--wa-desk-weight-regular);
    line-height: var(--wa-desk-leading-md);
    text-align: start;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  :host,
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :where(p, ul, ol, dl, dd, h1, h2, h3, h4, figure, blockquote, pre, fieldset) {
    margin: 0;
    padding: 0;
  }
  :where(h1, h2, h3, h4) {
    font-size: inherit;
    font-weight: var(--wa-desk-weight-bold);
    line-height: inherit;
  }
  :where(ul, ol) {
    list-style: none;
  }
  :where(fieldset) {
    border: 0;
    min-inline-size: 0;
  }
  :where(button, input, textarea, select) {
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  :where(button) {
    cursor: pointer;
  }
  :where(code, pre) {
    font-family: var(--wa-desk-font-family-mono);
    font-size: 0.9286em;
  }
  ::placeholder {
    color: var(--wa-desk-text-muted);
    opacity: 1;
  }
`;
