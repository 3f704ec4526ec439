import { css } from 'lit';

export const keyboardStyles = css`
  :host {
    display: block;
    padding: 8px 10px 12px;
    background: var(--phone-surface);
    border-block-start: 1px solid var(--phone-line);
  }
  .bar {
    display: flex;
    align-items: flex-end;
    gap: 6px;
  }
  textarea {
    flex: 1;
    min-width: 0;
    min-height: 40px;
    max-height: 120px;
    padding: 9px 14px;
    border: 1px solid var(--phone-line-strong);
    border-radius: 20px;
    background: var(--phone-screen);
    color: var(--phone-text);
    font: inherit;
    resize: none;
    field-sizing: content;
  }
  textarea::placeholder {
    color: var(--phone-muted);
    opacity: 1;
  }
  .round {
    flex: none;
    display: grid;
    place-items: center;
    width: 40px;
    height: 40px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: var(--phone-muted);
  }
  .round:hover {
    background: var(--phone-screen);
  }
  .round.send {
    background: var(--phone-accent);
    color: var(--phone-on-accent);
  }
  .strip {
    display: flex;
    align-items: center;
    gap: 8px;
    margin: 0 0 8px;
    padding: 6px 6px 6px 12px;
    border-radius: 12px;
    background: var(--phone-screen);
    font-size: 12px;
  }
  .strip span {
    flex: 1;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .strip.problem {
    color: var(--wa-desk-danger);
  }
  .strip.problem span {
    white-space: normal;
  }
  .strip .round {
    width: 28px;
    height: 28px;
  }
  .sheet {
    display: grid;
    gap: 2px;
    max-height: 300px;
    margin-block-end: 8px;
    overflow: auto;
    scrollbar-width: thin;
  }
  .pictures {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 8px;
    margin-block-end: 6px;
  }
  .pictures button {
    padding: 0;
    border: 0;
    border-radius: 12px;
    overflow: hidden;
    background: none;
  }
  .pictures canvas {
    display: block;
    width: 100%;
    aspect-ratio: 4 / 3;
    object-fit: cover;
  }
  .item {
    display: flex;
    align-items: center;
    gap: 12px;
    width: 100%;
    min-height: 40px;
    padding: 4px 8px;
    border: 0;
    border-radius: 12px;
    background: transparent;
    color: var(--phone-text);
    font-size: 13px;
    text-align: start;
    cursor: pointer;
  }
  .item:hover,
  .item:focus-within {
    background: var(--phone-screen);
  }
  .item .icon {
    color: var(--phone-accent);
  }
  input[type='file'] {
    position: absolute;
    width: 1px;
    height: 1px;
    opacity: 0;
  }
  @media (pointer: coarse) {
    .round,
    .strip .round {
      width: 44px;
      height: 44px;
    }
    textarea,
    .item {
      min-height: 44px;
    }
  }
`;
