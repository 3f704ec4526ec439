import { css } from 'lit';

/** A phone of no brand. Its colours are its own, so that nobody takes it for a part of the desk. */
export const phoneStyles = css`
  :host {
    --phone-accent: light-dark(#5b46b8, #b9adff);
    --phone-on-accent: light-dark(#fff, #1b1440);
    --phone-screen: light-dark(#f4f2f9, #131119);
    --phone-surface: light-dark(#fff, #1c1925);
    --phone-text: light-dark(#1d1a26, #ece9f4);
    --phone-muted: light-dark(#625c73, #a69fb8);
    --phone-line: light-dark(#e5e1ee, #322d40);
    --phone-line-strong: light-dark(#8d86a0, #787089);
    --phone-own-bubble: light-dark(#5b46b8, #493a96);
    --phone-on-own: #fff;
    --phone-their-bubble: light-dark(#fff, #262233);
    --phone-body: light-dark(#2a2733, #2e2a3a);
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 12px;
    min-height: 0;
  }
  .people {
    display: flex;
    justify-content: center;
    gap: 4px;
  }
  .person {
    position: relative;
    display: flex;
    align-items: center;
    gap: 8px;
    min-width: 0;
    min-height: 40px;
    padding: 3px 12px 3px 4px;
    border: 1px solid transparent;
    border-radius: 999px;
    background: transparent;
    font-weight: 500;
  }
  .person:hover {
    background: var(--wa-desk-hover);
  }
  .person[aria-pressed='true'] {
    border-color: var(--phone-accent);
    background: var(--wa-desk-surface);
  }
  .person .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    inset-block-start: 2px;
    inset-inline-start: 26px;
    width: 12px;
    height: 12px;
    border: 2px solid var(--wa-desk-canvas);
    border-radius: 50%;
    background: var(--phone-accent);
  }
  .avatar {
    flex: none;
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: light-dark(#e3def5, #3a3260);
    color: light-dark(#43358c, #d9d2ff);
    font-size: 12px;
    font-weight: 600;
  }
  .avatar::before {
    content: attr(data-letters) / '';
  }
  play-thread,
  .off {
    flex: 1;
    min-height: 0;
  }
  .device {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
    width: 100%;
    max-width: 400px;
    max-height: 840px;
    margin: 0 auto;
    padding: 10px;
    border-radius: 46px;
    background: var(--phone-body);
    box-shadow:
      inset 0 0 0 1px rgb(255 255 255 / 0.14),
      inset 0 0 0 3px rgb(0 0 0 / 0.5),
      0 1px 2px rgb(20 16 40 / 0.2),
      0 24px 48px -12px rgb(20 16 40 / 0.32);
  }
  .screen {
    display: flex;
    flex-direction: column;
    min-height: 0;
    border-radius: 36px;
    overflow: hidden;
    background: var(--phone-screen);
    color: var(--phone-text);
  }
  .status {
    display: flex;
    align-items: center;
    gap: 6px;
    padding: 10px 22px 4px;
    background: var(--phone-surface);
    font-size: 12px;
    font-weight: 600;
    line-height: 16px;
  }
  .status time {
    flex: 1;
  }
  .status .icon {
    width: 15px;
    height: 15px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 6px 8px 10px 16px;
    background: var(--phone-surface);
    border-block-end: 1px solid var(--phone-line);
  }
  header .avatar {
    width: 36px;
    height: 36px;
    background: light-dark(#dfe9e2, #24382d);
    color: light-dark(#235238, #b4e2c7);
  }
  header .who {
    flex: 1;
    margin-inline-start: 8px;
    min-width: 0;
  }
  header h2 {
    margin: 0;
    font-size: 14px;
    line-height: 18px;
    font-weight: 600;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header p {
    overflow: hidden;
    margin: 0;
    text-overflow: ellipsis;
    white-space: nowrap;
    font-size: 12px;
    line-height: 16px;
    color: var(--phone-muted);
  }
  .switch {
    display: grid;
    place-items: center;
    width: 36px;
    height: 36px;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: var(--phone-muted);
  }
  .switch:hover {
    background: var(--phone-screen);
  }
  .switch[aria-pressed='true'] {
    background: var(--phone-accent);
    color: var(--phone-on-accent);
  }
  .off {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 12px;
    padding: 24px;
    text-align: center;
    color: var(--phone-muted);
    text-wrap: balance;
  }
  .off button {
    min-height: 40px;
    padding: 0 18px;
    border: 0;
    border-radius: 999px;
    background: var(--phone-accent);
    color: var(--phone-on-accent);
    font-weight: 600;
  }
  @media (max-width: 899px) {
    .device {
      max-width: 460px;
    }
  }
  @media (max-width: 479px) {
    .device {
      padding: 0;
      border-radius: 20px;
      box-shadow: 0 0 0 1px var(--phone-line);
    }
    .screen {
      border-radius: 20px;
    }
    .status {
      display: none;
    }
    header {
      padding-block-start: 10px;
    }
    .person {
      padding-inline-end: 10px;
    }
  }
  @media (forced-colors: active) {
    .device {
      border: 2px solid;
    }
    .bubble {
      border: 1px solid;
    }
  }
`;
