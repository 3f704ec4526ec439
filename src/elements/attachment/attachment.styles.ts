import { css } from 'lit';
import { derived } from '../../styles/index.js';

export const attachmentStyles = css`
  :host {
    display: block;
  }
  .picture {
    background: var(--wa-desk-surface-sunken);
    border: 0;
    border-radius: var(--wa-desk-radius-control);
    cursor: zoom-in;
    display: block;
    inline-size: 100%;
    overflow: hidden;
    padding: 0;
    position: relative;
  }
  .picture.video {
    cursor: auto;
  }
  .room {
    display: block;
    inline-size: 100%;
    max-block-size: 420px;
    overflow: hidden;
  }
  .room.skeleton {
    block-size: auto;
  }
  .room > * {
    block-size: 100%;
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  .room > video {
    background: #000;
    object-fit: contain;
  }
  .cover {
    background: none;
    border: 0;
    border-radius: inherit;
    cursor: pointer;
    display: grid;
    inset: 0;
    padding: 0;
    place-items: center;
    position: absolute;
  }
  .play,
  .facts,
  .corner,
  .moves {
    background: rgb(15 18 26 / 0.78);
    color: #fff;
  }
  .play {
    block-size: 44px;
    border-radius: 50%;
    display: grid;
    inline-size: 44px;
    place-items: center;
  }
  .facts {
    border-radius: var(--wa-desk-radius-small);
    font-size: var(--wa-desk-text-sm);
    inset-block-end: 6px;
    inset-inline-start: 6px;
    line-height: 20px;
    padding: 0 6px;
    position: absolute;
  }
  .corner {
    block-size: ${derived.controlSmall};
    border: 0;
    border-radius: var(--wa-desk-radius-small);
    display: grid;
    inline-size: ${derived.controlSmall};
    inset-block-start: 6px;
    inset-inline-end: 6px;
    padding: 0;
    place-items: center;
    position: absolute;
  }
  .sticker {
    background: none;
    block-size: 140px;
    border: 0;
    border-radius: var(--wa-desk-radius-control);
    cursor: pointer;
    display: grid;
    inline-size: 140px;
    padding: 0;
    position: relative;
  }
  .sticker > :is(img, canvas, .skeleton) {
    block-size: 140px;
    grid-area: 1 / 1;
    inline-size: 140px;
    object-fit: contain;
  }
  .sticker > .unseen {
    visibility: hidden;
  }
  .moves {
    block-size: 20px;
    border-radius: 50%;
    display: grid;
    inline-size: 20px;
    inset-block-end: 4px;
    inset-inline-end: 4px;
    place-items: center;
    position: absolute;
  }
  .file {
    align-items: center;
    background: var(--wa-desk-tint);
    border: var(--wa-desk-edge) solid var(--wa-desk-line);
    border-radius: var(--wa-desk-radius-control);
    display: grid;
    gap: 0 10px;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    padding: 8px;
  }
  .file-name {
    display: grid;
    font-weight: var(--wa-desk-weight-medium);
    min-inline-size: 0;
  }
  .file-name > span {
    display: flex;
    justify-self: start;
    max-inline-size: 100%;
    min-inline-size: 0;
  }
  .file-name bdi:first-child {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .file-name bdi + bdi {
    flex: none;
  }
  .file-name small,
  .audio-facts {
    color: var(--wa-desk-bubble-meta);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-regular);
    line-height: 1rem;
  }
  .warning {
    color: var(--wa-desk-danger);
    display: flex;
    font-size: var(--wa-desk-text-sm);
    gap: 4px;
    grid-column: 1 / -1;
    line-height: var(--wa-desk-leading-sm);
    margin-block-start: 4px;
  }
  .state {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 6px;
  }
  .state > span {
    flex: 1 1 60%;
    min-inline-size: 12ch;
    overflow-wrap: anywhere;
  }
  .audio {
    align-items: center;
    display: grid;
    gap: 2px 10px;
    grid-template-columns: 36px minmax(0, 1fr) auto;
    inline-size: 280px;
    max-inline-size: 100%;
    padding: 2px 6px 0 2px;
  }
  .play-button {
    background: var(--wa-desk-accent);
    block-size: 36px;
    border: 0;
    border-radius: 50%;
    color: var(--wa-desk-on-accent);
    display: grid;
    grid-row: 1 / span 2;
    inline-size: 36px;
    padding: 0;
    place-items: center;
  }
  .track {
    display: grid;
    position: relative;
  }
  .track > * {
    grid-area: 1 / 1;
  }
  .waveform {
    block-size: 28px;
    fill: var(--wa-desk-line-strong);
    inline-size: 100%;
  }
  .waveform .played {
    fill: var(--wa-desk-accent);
  }
  input[type='range'] {
    accent-color: var(--wa-desk-accent);
    appearance: none;
    background: none;
    block-size: 28px;
    cursor: pointer;
    inline-size: 100%;
    margin: 0;
  }
  input[type='range']::-webkit-slider-thumb {
    appearance: none;
    background: var(--wa-desk-accent);
    block-size: 12px;
    border-radius: 50%;
    inline-size: 12px;
  }
  input[type='range']::-moz-range-thumb {
    background: var(--wa-desk-accent);
    block-size: 12px;
    border: 0;
    border-radius: 50%;
    inline-size: 12px;
  }
  .speed {
    background: none;
    border: 1px solid var(--wa-desk-line-strong);
    border-radius: 12px;
    color: var(--wa-desk-text);
    font-size: var(--wa-desk-text-sm);
    font-weight: var(--wa-desk-weight-bold);
    min-block-size: ${derived.controlSmall};
    min-inline-size: 38px;
    padding: 0 6px;
  }
  .audio-facts {
    align-items: center;
    display: flex;
    gap: 4px;
    grid-column: 2 / -1;
    min-block-size: ${derived.controlSmall};
  }
  .audio-facts > bdi:first-of-type {
    flex: none;
  }
  .audio-name {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .save {
    margin-inline-start: auto;
  }
  @media (forced-colors: active) {
    .play,
    .facts,
    .corner,
    .moves {
      background: Canvas;
      border: 1px solid CanvasText;
      color: CanvasText;
    }
    .waveform {
      fill: GrayText;
    }
    .waveform .played {
      fill: Highlight;
    }
  }
`;
