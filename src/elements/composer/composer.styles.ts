import { css } from 'lit';
import { baseStyles, buttonStyles, derived, fieldStyles, floatingStyles, stripStyles } from '../../styles/index.js';
import { textViewStyles } from '../shared/text-view.styles.js';
import { tileStyles } from './tile.styles.js';

const surfaceStyles = css`
  :host {
    container: wa-composer / inline-size;
  }
  .surface {
    background: var(--wa-desk-surface);
    border: var(--wa-desk-border) solid var(--wa-desk-line-strong);
    border-radius: var(--wa-desk-radius-bubble);
    overflow: clip;
    position: relative;
  }
  .surface:has(textarea:focus) {
    border-color: var(--wa-desk-accent);
    box-shadow: inset 0 0 0 1px var(--wa-desk-accent);
  }
  .surface:is(.over, .over:has(textarea:focus)) {
    border-color: var(--wa-desk-danger);
    box-shadow: inset 0 0 0 1px var(--wa-desk-danger);
  }
  /* The field shows its focus on the surface as a whole, which is one line with it. */
  textarea:focus-visible {
    box-shadow: none;
    outline: none;
  }
  @media (forced-colors: active) {
    .surface:has(textarea:focus) {
      outline: 2px solid Highlight;
      outline-offset: 1px;
    }
  }

  .writing {
    display: grid;
    max-block-size: max(44px, 40cqb);
    overflow: auto;
    scrollbar-width: thin;
  }
  /* The same text once more, unseen, gives the field its height in every browser. */
  .writing::after,
  textarea {
    background: none;
    border: 0;
    grid-area: 1 / 1;
    inline-size: 100%;
    min-block-size: 44px;
    overflow-wrap: anywhere;
    padding: 10px var(--wa-desk-space-3) 6px;
    white-space: pre-wrap;
  }
  .writing::after {
    content: attr(data-text) ' ';
    visibility: hidden;
  }
  textarea {
    color: inherit;
    display: block;
    overflow: hidden;
    resize: none;
  }

  .strip {
    border-block-end: var(--wa-desk-border) solid var(--wa-desk-line);
  }
  .strip.low {
    border-block: var(--wa-desk-border) solid var(--wa-desk-line) 0;
    border-block-end: 0;
    margin-block-end: var(--wa-desk-space-1);
  }
  .strip:last-child {
    border-block-end: 0;
  }
  .quiet {
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
  }
  .preview {
    border-block-start: var(--wa-desk-border) solid var(--wa-desk-line);
    margin-block-end: var(--wa-desk-space-1);
    max-block-size: max(88px, 30cqb);
    overflow: auto;
    padding: var(--wa-desk-space-2) var(--wa-desk-space-3);
    scrollbar-width: thin;
  }
  .preview:focus-visible {
    outline-offset: -2px;
  }
  .way-on {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--wa-desk-space-2) var(--wa-desk-space-3);
    padding: var(--wa-desk-space-3);
  }

  .quoted {
    align-items: flex-start;
    display: flex;
    gap: var(--wa-desk-space-1);
    padding: var(--wa-desk-space-2) var(--wa-desk-space-2) 0;
  }
  .quote {
    background: var(--wa-desk-surface-sunken);
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-inline-start: 3px solid ${derived.quoteBarAgent};
    border-radius: var(--wa-desk-radius-small);
    color: var(--wa-desk-text-muted);
    flex: 1;
    font-size: 0.8125rem;
    line-height: 1.125rem;
    min-inline-size: 0;
    padding: 4px 8px;
  }
  .quote.of-contact {
    border-inline-start-color: ${derived.quoteBarContact};
  }
  .quote > b {
    color: var(--wa-desk-text);
    display: block;
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-bold);
    line-height: var(--wa-desk-leading-sm);
  }
  .quote > span {
    -webkit-box-orient: vertical;
    display: -webkit-box;
    -webkit-line-clamp: 2;
    line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
`;

const toolStyles = css`
  .tools {
    align-items: center;
    display: flex;
    gap: 2px;
    padding: 0 6px 6px;
  }
  .formatting {
    align-items: center;
    display: flex;
    gap: 2px;
    padding: 6px 6px 0;
  }
  .formatting .icon-button {
    block-size: max(28px, var(--_target, 24px));
    inline-size: max(28px, var(--_target, 24px));
  }
  .space {
    flex: 1;
  }
  .hint,
  .tools .count {
    margin-inline-end: var(--wa-desk-space-2);
  }
  .hint {
    color: var(--wa-desk-text-muted);
    font-size: var(--wa-desk-text-sm);
  }
  @container wa-composer (width < 480px) {
    .hint {
      display: none;
    }
  }
  input[type='file'] {
    display: none;
  }

  .drop {
    align-content: center;
    background: var(--wa-desk-surface);
    border: 2px dashed var(--wa-desk-accent);
    border-radius: inherit;
    display: grid;
    font-weight: var(--wa-desk-weight-medium);
    gap: var(--wa-desk-space-1);
    inset: 0;
    justify-items: center;
    pointer-events: none;
    position: absolute;
  }

  .tray {
    display: grid;
    gap: var(--wa-desk-space-2);
    grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr));
    max-block-size: 40cqb;
    overflow: auto;
    padding: var(--wa-desk-space-2);
  }
  .editor {
    inline-size: min(760px, calc(100dvi - 32px));
    overflow: clip;
  }
`;

export const composerStyles = [
  baseStyles,
  buttonStyles,
  fieldStyles,
  floatingStyles,
  stripStyles,
  tileStyles,
  textViewStyles,
  surfaceStyles,
  toolStyles,
];
