import { css } from 'lit';
import { derived } from '../../styles/index.js';

export const locationPreviewStyles = css`
  :host {
    display: block;
  }
  .map {
    background: var(--wa-desk-surface-sunken);
    block-size: auto;
    border-radius: var(--wa-desk-radius-control);
    display: block;
    inline-size: 100%;
    overflow: hidden;
  }
  .map > img {
    block-size: 100%;
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  a:has(> .map) {
    display: block;
  }
  .words {
    padding: 6px 6px 0;
  }
  .coordinates {
    color: var(--wa-desk-bubble-meta, var(--wa-desk-text-muted));
    font-size: var(--wa-desk-text-sm);
    line-height: var(--wa-desk-leading-sm);
  }
  .name {
    align-items: center;
    display: flex;
    font-weight: var(--wa-desk-weight-bold);
    gap: 6px;
  }
  a {
    align-items: center;
    border-radius: var(--wa-desk-radius-small);
    color: ${derived.link};
    display: inline-flex;
    gap: 4px;
    overflow-wrap: anywhere;
    text-underline-offset: 2px;
  }
`;
