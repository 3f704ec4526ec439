import { css } from 'lit';

/** `progress.progress`: 4 px, with its number beside it in words (never alone). */
export const progressStyles = css`
  progress.progress {
    appearance: none;
    background: var(--wa-desk-tint);
    block-size: calc(4px + 2 * var(--wa-desk-edge));
    border: var(--wa-desk-edge) solid var(--wa-desk-line-strong);
    border-radius: 2px;
    display: block;
    inline-size: 100%;
    overflow: hidden;
  }
  progress.progress::-webkit-progress-bar {
    background: var(--wa-desk-tint);
  }
  progress.progress::-webkit-progress-value {
    background: var(--wa-desk-accent);
  }
  progress.progress::-moz-progress-bar {
    background: var(--wa-desk-accent);
  }
`;
