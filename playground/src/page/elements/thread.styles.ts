import { css } from 'lit';

export const threadStyles = css`
  :host {
    display: block;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 12px 12px 16px;
    scrollbar-width: thin;
  }
  ol.thread {
    display: flex;
    flex-direction: column;
    gap: 6px;
    min-height: 100%;
    justify-content: flex-end;
  }
  li.day {
    align-self: center;
    margin: 8px 0 4px;
    font-size: 11px;
    font-weight: 500;
    color: var(--phone-muted);
  }
  li.message {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    max-width: 84%;
  }
  li.message.own {
    align-self: flex-end;
    align-items: flex-end;
  }
  .bubble {
    position: relative;
    min-width: 72px;
    max-width: 100%;
    padding: 8px 12px 6px;
    border-radius: 18px 18px 18px 6px;
    background: var(--phone-their-bubble);
    color: var(--phone-text);
    overflow-wrap: anywhere;
  }
  .own .bubble {
    border-radius: 18px 18px 6px 18px;
    background: var(--phone-own-bubble);
    color: var(--phone-on-own);
  }
  .bubble p {
    margin: 0;
  }
  .meta {
    display: flex;
    align-items: center;
    justify-content: flex-end;
    gap: 4px;
    margin-top: 2px;
    font-size: 11px;
    line-height: 14px;
    opacity: 0.78;
  }
  .meta .icon {
    width: 14px;
    height: 14px;
  }
  .reactions {
    display: inline-flex;
    gap: 2px;
    margin: -6px 8px 0;
    padding: 1px 6px;
    border-radius: 999px;
    background: var(--phone-surface);
    box-shadow: 0 0 0 1px var(--phone-line);
    z-index: 1;
  }
  .more {
    position: absolute;
    inset-block-start: 4px;
    inset-inline-end: -34px;
    display: grid;
    place-items: center;
    width: 28px;
    height: 28px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: var(--phone-surface);
    color: var(--phone-muted);
    opacity: 0;
  }
  .own .more {
    inset-inline: -34px auto;
  }
  .more:focus-visible,
  li.message:hover .more,
  .more[aria-expanded='true'] {
    opacity: 1;
  }
  @media (hover: none) {
    .more {
      opacity: 1;
    }
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
    margin-top: 6px;
    padding: 4px;
    border-radius: 16px;
    background: var(--phone-surface);
    box-shadow: 0 0 0 1px var(--phone-line);
  }
  .tools button {
    display: inline-grid;
    grid-auto-flow: column;
    align-items: center;
    gap: 6px;
    min-width: 32px;
    min-height: 32px;
    padding: 0 8px;
    border: 0;
    border-radius: 12px;
    background: transparent;
    color: var(--phone-text);
    font-size: 12px;
  }
  .tools button:hover {
    background: var(--phone-screen);
  }
  .tools .emoji {
    padding: 0;
    font-size: 18px;
  }
  .empty {
    margin: auto;
    padding: 24px;
    text-align: center;
    color: var(--phone-muted);
    text-wrap: balance;
  }
`;
