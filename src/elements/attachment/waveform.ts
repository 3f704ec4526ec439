import { html, svg, type TemplateResult } from 'lit';
import { BARS } from './peaks.js';

const HEIGHT = 28;
const STEP = 4;
const WIDTH = BARS * STEP;

/** The loudness of a sound over its length, and how much of it has been played (0 to 1); a plain bar where it is not known. */
export function waveform(loudness: readonly number[] | undefined, played: number): TemplateResult {
  return html`<svg class="waveform" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
    ${loudness && loudness.length > 0 ? bars(loudness, played) : plainBar(played)}
  </svg>`;
}

function bars(loudness: readonly number[], played: number): readonly TemplateResult[] {
  return Array.from({ length: BARS }, (_, index) => {
    const value = loudness[Math.floor((index / BARS) * loudness.length)] ?? 0;
    const height = Math.max(2, (Math.min(100, value) / 100) * HEIGHT);
    return svg`<rect class=${index / BARS < played ? 'played' : ''} x=${index * STEP} y=${(HEIGHT - height) / 2} width="2.5" height=${height} rx="1.25"></rect>`;
  });
}

function plainBar(played: number): TemplateResult {
  const bar = (name: string, width: number): TemplateResult =>
    svg`<rect class=${name} x="0" y=${HEIGHT / 2 - 2} width=${width} height="4" rx="2"></rect>`;
  return svg`${bar('', WIDTH)}${bar('played', WIDTH * played)}`;
}
