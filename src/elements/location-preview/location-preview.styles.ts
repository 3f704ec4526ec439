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
    max-inline-size: 100%;
  }
  .words {
    padding: 6px 6px 0;
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
