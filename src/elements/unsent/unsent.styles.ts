import { css } from 'lit';

export const unsentStyles = css`
  .unsent {
    max-block-size: 40cqb;
    overflow: auto;
  }
  .strip {
    align-items: flex-start;
    border-block-start: 0;
  }
  .strip > .icon {
    margin-block-start: 1px;
  }
  h2 {
    overflow-wrap: anywhere;
  }
  ul {
    display: grid;
    gap: var(--wa-desk-space-2);
    margin-block-start: var(--wa-desk-space-2);
  }
  li {
    align-items: flex-start;
    display: flex;
    flex-wrap: wrap;
    gap: var(--wa-desk-space-1) var(--wa-desk-space-3);
  }
  .what {
    flex: 1 1 240px;
    min-inline-size: 0;
  }
  .text {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    white-space: pre-line;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 4;
    line-clamp: 4;
  }
  .quiet {
    color: var(--wa-desk-text-muted);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--wa-desk-space-1);
  }
`;
