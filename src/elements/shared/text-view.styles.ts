import { css } from 'lit';
import { derived } from '../../styles/index.js';

/** Looks of `textView` inside an element with the class `text`. */
export const textViewStyles = css`
  .text {
    overflow-wrap: anywhere;
  }
  .text > :is(p, blockquote, pre) {
    white-space: pre-wrap;
  }
  .text > * + * {
    margin-block-start: var(--wa-desk-space-1);
  }
  .text > :is(ul, ol) {
    padding-inline-start: var(--wa-desk-space-5);
  }
  .text > ul {
    list-style: disc;
  }
  .text > ol {
    list-style: decimal;
  }
  .text > blockquote {
    border-inline-start: 3px solid var(--wa-desk-line-strong);
    color: var(--wa-desk-bubble-meta);
    padding-inline-start: var(--wa-desk-space-2);
  }
  .text code,
  .text > pre {
    background: var(--wa-desk-tint);
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
  }
  .text code {
    border-radius: var(--wa-desk-radius-small);
    padding: 1px var(--wa-desk-space-1);
  }
  .text > pre {
    border-radius: var(--wa-desk-radius-control);
    font-size: 0.8125rem;
    line-height: 1.125rem;
    padding: 6px var(--wa-desk-space-2);
  }
  .text > pre > code {
    background: none;
    border: 0;
    font-size: inherit;
    padding: 0;
  }
  .text strong {
    font-weight: var(--wa-desk-weight-bold);
  }
  .text a {
    border-radius: var(--wa-desk-radius-small);
    color: ${derived.link};
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 2px;
  }
  .text .link-host {
    color: var(--wa-desk-warning);
    font-size: var(--wa-desk-text-sm);
  }
  .text .custom-emoji {
    block-size: 1.25em;
    inline-size: auto;
    margin-inline: 1px;
    vertical-align: -0.25em;
  }
  mark {
    background: var(--wa-desk-pending-2);
    border-radius: 2px;
    color: var(--wa-desk-on-pending-2);
  }
`;
