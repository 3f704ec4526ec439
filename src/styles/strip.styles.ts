import { css } from 'lit';

/** `.strip` says why something is so, in one sentence with at most one button: `.warning`, `.info`, `.danger` or plain. */
export const stripStyles = css`
  .strip {
    align-items: center;
    border-block: var(--wa-desk-edge) solid var(--wa-desk-line);
    display: flex;
    font-size: 0.8125rem;
    gap: var(--wa-desk-space-2);
    line-height: 1.125rem;
    padding-block: var(--wa-desk-space-2);
    padding-inline: var(--wa-desk-space-3) var(--wa-desk-space-2);
  }
  .strip.warning {
    background: var(--wa-desk-warning-soft);
  }
  .strip.warning > .icon {
    color: var(--wa-desk-warning);
  }
  .strip.info {
    background: var(--wa-desk-info-soft);
  }
  .strip.info > .icon {
    color: var(--wa-desk-info);
  }
  .strip.danger {
    background: var(--wa-desk-danger-soft);
  }
  .strip.danger > .icon {
    color: var(--wa-desk-danger);
  }
  .strip > .grow {
    flex: 1;
    min-inline-size: 0;
  }
`;
