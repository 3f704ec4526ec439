import { css } from 'lit';

export const wrapUpStyles = css`
  :host {
    background: var(--wa-desk-surface);
    padding: var(--wa-desk-space-3) var(--wa-desk-space-4);
  }
  form {
    display: grid;
    gap: 10px;
  }
  textarea.field {
    max-block-size: 160px;
    min-block-size: 64px;
    resize: none;
  }
  @supports (field-sizing: content) {
    textarea.field {
      field-sizing: content;
    }
  }
  .saved {
    align-items: center;
    color: var(--wa-desk-text-muted);
    display: inline-flex;
    font-weight: var(--wa-desk-weight-regular);
    gap: var(--wa-desk-space-1);
  }
  .saved.failed {
    color: var(--wa-desk-danger);
  }
  .end {
    align-items: center;
    display: flex;
    gap: var(--wa-desk-space-2);
    margin-block-start: 2px;
  }
  .end > p {
    align-items: center;
    color: var(--wa-desk-text-muted);
    display: flex;
    flex: 1;
    font-size: var(--wa-desk-text-sm);
    gap: var(--wa-desk-space-1);
    line-height: var(--wa-desk-leading-sm);
  }
  .end > p.reason {
    color: var(--wa-desk-text);
  }
`;
