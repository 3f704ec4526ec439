import { css } from 'lit';

export const appStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100dvh;
    min-width: 320px;
    background: var(--wa-desk-canvas);
  }
  main {
    display: grid;
    grid-template-columns: clamp(320px, 24vw, 400px) minmax(0, 1fr);
    grid-template-rows: minmax(0, 1fr) auto;
    gap: 16px 24px;
    min-height: 0;
    padding: 4px 20px 20px;
  }
  main.without-phone {
    grid-template-columns: minmax(0, 1fr);
  }
  .without-phone play-phone {
    display: none;
  }
  play-phone {
    grid-row: 1 / -1;
  }
  .desk {
    display: grid;
    min-height: 0;
    border: 1px solid var(--wa-desk-line);
    border-radius: 12px;
    background: var(--wa-desk-surface);
    box-shadow:
      0 1px 2px light-dark(rgb(23 26 33 / 0.05), rgb(0 0 0 / 0.4)),
      0 16px 32px -16px light-dark(rgb(23 26 33 / 0.16), rgb(0 0 0 / 0.6));
    overflow: hidden;
  }
  wa-desk {
    min-height: 0;
    height: 100%;
  }
  play-log[open] {
    height: clamp(180px, 26dvh, 280px);
  }
  play-log[open][reading] {
    height: 46dvh;
  }
  .tabs {
    display: none;
  }
  @media (max-width: 899px) {
    main,
    main.without-phone {
      grid-template: minmax(0, 1fr) / minmax(0, 1fr);
      padding: 0;
    }
    play-phone,
    play-log,
    .without-phone play-phone {
      display: grid;
      padding: 0 12px 12px;
    }
    play-log,
    play-log[open],
    play-log[open][reading] {
      display: flex;
      height: auto;
      margin: 0 12px 12px;
      padding: 0;
    }
    .desk {
      border-width: 1px 0 0;
      border-radius: 0;
      box-shadow: none;
    }
    main[data-view='phone'] > :not(play-phone),
    main[data-view='desk'] > :not(.desk),
    main[data-view='log'] > :not(play-log) {
      display: none;
    }
    play-phone,
    play-log,
    .desk {
      grid-area: 1 / 1;
    }
    .tabs {
      display: inline-flex;
    }
    .hide-phone {
      display: none;
    }
  }
  @media (max-width: 479px) {
    play-phone {
      padding: 0 8px 8px;
    }
    .tabs .control {
      padding-inline: 8px;
    }
  }
`;
