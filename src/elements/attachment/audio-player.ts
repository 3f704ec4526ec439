import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import { downloadIcon, micIcon, musicIcon, pauseIcon, playIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';
import type { Sound } from './sound.js';
import { waveform } from './waveform.js';

/** What a sound is shown with; without `save` it cannot be had. */
export interface AudioInputs {
  readonly media: MediaRef;
  readonly voice: boolean;
  readonly name: string;
  readonly strings: MessageStrings;
  readonly innerTab: 0 | -1;
  readonly save?: () => void;
}

const SPEEDS = [1, 1.5, 2] as const;
/** How far an arrow key goes (seconds). */
const STEP = 5;

/** Plays one sound: play and pause, a position that can be moved, and speed. */
export class AudioPlayer {
  readonly sound: Sound;
  readonly #host: ReactiveControllerHost;
  #speed = 0;

  constructor(host: ReactiveControllerHost, sound: Sound) {
    this.#host = host;
    this.sound = sound;
  }

  render(inputs: AudioInputs): TemplateResult {
    const { voice, name, strings, innerTab } = inputs;
    const words = strings.transcript.media;
    const { isPlaying } = this.sound;
    return html`<div class="audio" role="group" aria-label=${voice ? strings.transcript.kinds.voice : name}>
      <button
        class="play-button"
        type="button"
        tabindex=${innerTab}
        aria-label=${isPlaying ? words.pause : words.play}
        aria-busy=${this.sound.isLoading ? 'true' : nothing}
        @click=${this.#toggle}
      >
        ${isPlaying ? pauseIcon({ solid: true }) : playIcon({ solid: true })}
      </button>
      ${this.#renderTrack(inputs)}
      <button
        class="speed"
        type="button"
        dir="ltr"
        tabindex=${innerTab}
        aria-label=${words.speed(`${String(SPEEDS[this.#speed])}×`)}
        @click=${this.#nextSpeed}
      >
        ${SPEEDS[this.#speed]}×
      </button>
      ${this.#renderFacts(inputs)}
      ${this.sound.isUnplayable ? html`<p class="warning" role="status">${words.notPlayable}</p>` : nothing}
    </div>`;
  }

  #renderTrack({ strings, innerTab }: AudioInputs): TemplateResult {
    const words = strings.transcript.media;
    const format = timeFormat(strings.locale);
    const { length, at } = this.sound;
    return html`<div class="track" dir="ltr">
      ${waveform(this.sound.waveform, length > 0 ? at / length : 0)}
      <input
        type="range"
        min="0"
        max=${Math.max(length, 0.1)}
        step="0.1"
        .value=${String(at)}
        tabindex=${innerTab}
        aria-label=${words.position}
        aria-valuetext=${words.positionOf(format.clock(at * 1000), format.clock(length * 1000))}
        @input=${this.#seek}
        @keydown=${this.#onKey}
      />
    </div>`;
  }

  #renderFacts({ voice, name, strings, innerTab, save }: AudioInputs): TemplateResult {
    return html`<span class="audio-facts"
      >${(voice ? micIcon : musicIcon)({ size: 'tiny' })}<bdi dir="ltr">${this.#times(strings)}</bdi>
      ${voice ? nothing : html`<bdi class="audio-name">${name}</bdi>`}
      ${
        save
          ? html`<button
              class="icon-button small save"
              type="button"
              tabindex=${innerTab}
              aria-label=${strings.transcript.media.save(name)}
              @click=${save}
            >
              ${downloadIcon({ size: 'small' })}
            </button>`
          : nothing
      }</span
    >`;
  }

  #times({ locale }: MessageStrings): string {
    const { length, at } = this.sound;
    const format = timeFormat(locale);
    if (length === 0) return '';
    const whole = format.clock(length * 1000);
    return at > 0 ? `${format.clock(at * 1000)} / ${whole}` : whole;
  }

  readonly #toggle = (): void => {
    void this.sound.toggle();
  };

  readonly #seek = (event: Event): void => {
    void this.sound.seek(Number((event.target as HTMLInputElement).value));
  };

  /** Keys of the slider move the sound, and never what is around it. */
  readonly #onKey = (event: KeyboardEvent): void => {
    const target = this.#targetOf(event.key);
    if (target === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void this.sound.seek(target);
  };

  #targetOf(key: string): number | undefined {
    const { length, at } = this.sound;
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowDown':
        return at - STEP;
      case 'ArrowRight':
      case 'ArrowUp':
        return at + STEP;
      case 'PageDown':
        return at - length / 10;
      case 'PageUp':
        return at + length / 10;
      case 'Home':
        return 0;
      case 'End':
        return length;
    }
    return undefined;
  }

  readonly #nextSpeed = (): void => {
    this.#speed = (this.#speed + 1) % SPEEDS.length;
    this.sound.setSpeed(SPEEDS[this.#speed] ?? 1);
    this.#host.requestUpdate();
  };
}
