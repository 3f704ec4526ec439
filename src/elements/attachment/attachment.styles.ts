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
    cursor: pointer;
  }
  .picture img,
  video.picture {
    block-size: auto;
    display: block;
    inline-size: 100%;
    max-block-size: 420px;
    object-fit: cover;
  }
  .picture .frame {
    aspect-ratio: 16 / 9;
    block-size: auto;
    display: block;
    inline-size: 100%;
    object-fit: cover;
  }
  .play {
    background: rgb(15 18 26 / 0.78);
    block-size: 44px;
    border-radius: 50%;
    color: #fff;
    display: grid;
    inline-size: 44px;
    inset: 0;
    margin: auto;
    place-items: center;
    position: absolute;
  }
  .duration {
    background: rgb(15 18 26 / 0.78);
    border-radius: var(--wa-desk-radius-small);
    color: #fff;
    font-size: var(--wa-desk-text-sm);
    inset-block-end: 6px;
    inset-inline-start: 6px;
    line-height: 20px;
    padding: 0 6px;
    position: absolute;
  }
  .sticker {
    block-size: 140px;
    display: block;
    inline-size: 140px;
  }
  .sticker > * {
    block-size: 100%;
    inline-size: 100%;
    object-fit: contain;
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
    flex: 1;
    min-inline-size: 12ch;
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
  }
  .lightbox {
    background: var(--wa-desk-surface-raised);
    border: 0;
    border-radius: var(--wa-desk-radius-bubble);
    box-shadow: var(--wa-desk-elevation);
    color: var(--wa-desk-text);
    inline-size: fit-content;
    max-block-size: 94vh;
    max-inline-size: 94vw;
    padding: 0;
  }
  .lightbox::backdrop {
    background: var(--wa-desk-scrim);
  }
  .lightbox > img {
    block-size: auto;
    display: block;
    max-block-size: calc(94vh - 48px);
    max-inline-size: 100%;
    object-fit: contain;
  }
  .lightbox-bar {
    align-items: center;
    display: flex;
    gap: 4px;
    padding: 8px 8px 8px 16px;
  }
  .lightbox-bar > bdi {
    flex: 1;
    font-weight: var(--wa-desk-weight-bold);
  }
`;
