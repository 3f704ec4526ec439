import { html, nothing, svg, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import type { MediaLease } from '../../protocol/transport.js';
import { micIcon, musicIcon, pauseIcon, playIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';

/** What a sound is shown with. */
export interface AudioInputs {
  readonly media: MediaRef;
  readonly voice: boolean;
  readonly name: string;
  readonly strings: MessageStrings;
  readonly innerTab: 0 | -1;
}

const SPEEDS = [1, 1.5, 2] as const;
/** How far an arrow key goes (seconds). */
const STEP = 5;
const BARS = 44;

/** Only one sound is heard at a time. */
let heard: HTMLAudioElement | undefined;

/** Plays one sound: play and pause, a position that can be moved, and speed. */
export class AudioPlayer implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #load: () => Promise<MediaLease | undefined>;
  #audio: HTMLAudioElement | undefined;
  #speed = 0;
  #unplayable = false;

  constructor(host: ReactiveControllerHost, load: () => Promise<MediaLease | undefined>) {
    this.#host = host;
    this.#load = load;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#audio?.pause();
    this.#audio?.removeAttribute('src');
    if (heard === this.#audio) heard = undefined;
    this.#audio = undefined;
  }

  render(inputs: AudioInputs): TemplateResult {
    const { media, voice, name, strings, innerTab } = inputs;
    const words = strings.transcript.media;
    const playing = this.#audio !== undefined && !this.#audio.paused;
    return html`<div class="audio" role="group" aria-label=${voice ? strings.transcript.kinds.voice : name}>
      <button
        class="play-button"
        type="button"
        tabindex=${innerTab}
        aria-label=${playing ? words.pause : words.play}
        @click=${this.#toggle}
      >
        ${playing ? pauseIcon({ solid: true }) : playIcon({ solid: true })}
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
      <span class="audio-facts"
        >${(voice ? micIcon : musicIcon)({ size: 'tiny' })}<bdi dir="ltr">${this.#clock(media, strings)}</bdi>
        ${voice ? nothing : html`<bdi>${name}</bdi>`}</span
      >
      ${this.#unplayable ? html`<p class="warning" role="status">${words.notPlayable}</p>` : nothing}
    </div>`;
  }

  #renderTrack({ media, strings, innerTab }: AudioInputs): TemplateResult {
    const words = strings.transcript.media;
    const format = timeFormat(strings.locale);
    const length = this.#length(media);
    const at = this.#at(length);
    return html`<div class="track" dir="ltr">
      ${waveform(media.waveform, length > 0 ? at / length : 0)}
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

  #clock(media: MediaRef, { locale }: MessageStrings): string {
    const length = this.#length(media);
    const format = timeFormat(locale);
    return length > 0 ? `${format.clock(this.#at(length) * 1000)} / ${format.clock(length * 1000)}` : '';
  }

  #at(length: number): number {
    return Math.min(this.#audio?.currentTime ?? 0, length);
  }

  #length({ durationMs }: MediaRef): number {
    const known = this.#audio?.duration;
    if (known !== undefined && Number.isFinite(known)) return known;
    return durationMs === undefined ? 0 : durationMs / 1000;
  }

  readonly #toggle = async (): Promise<void> => {
    if (this.#audio && !this.#audio.paused) {
      this.#audio.pause();
      return;
    }
    const audio = await this.#ready();
    if (!audio) return;
    if (heard !== audio) heard?.pause();
    heard = audio;
    try {
      await audio.play();
    } catch {
      this.#unplayable = audio.error !== null;
    }
    this.#host.requestUpdate();
  };

  async #ready(): Promise<HTMLAudioElement | undefined> {
    if (this.#audio) return this.#audio;
    const lease = await this.#load();
    if (!lease) return undefined;
    const audio = new Audio(lease.url);
    audio.playbackRate = SPEEDS[this.#speed] ?? 1;
    for (const name of ['play', 'pause', 'timeupdate', 'durationchange', 'ended'])
      audio.addEventListener(name, () => {
        this.#host.requestUpdate();
      });
    audio.addEventListener('error', () => {
      this.#unplayable = true;
      this.#host.requestUpdate();
    });
    this.#audio = audio;
    return audio;
  }

  readonly #seek = async (event: Event): Promise<void> => {
    const { value } = event.target as HTMLInputElement;
    const audio = await this.#ready();
    if (audio) audio.currentTime = Number(value);
    this.#host.requestUpdate();
  };

  readonly #onKey = async (event: KeyboardEvent): Promise<void> => {
    const step = { ArrowLeft: -STEP, ArrowDown: -STEP, ArrowRight: STEP, ArrowUp: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const audio = await this.#ready();
    if (!audio) return;
    const end = Number.isFinite(audio.duration) ? audio.duration : audio.currentTime + STEP;
    audio.currentTime = Math.max(0, Math.min(end, audio.currentTime + step));
    this.#host.requestUpdate();
  };

  readonly #nextSpeed = (): void => {
    this.#speed = (this.#speed + 1) % SPEEDS.length;
    if (this.#audio) this.#audio.playbackRate = SPEEDS[this.#speed] ?? 1;
    this.#host.requestUpdate();
  };
}

/** The loudness of a voice message over its length; a plain line where it is not known. */
function waveform(loudness: readonly number[] | undefined, played: number): TemplateResult {
  const bars = Array.from({ length: BARS }, (_, index) => {
    const value = loudness?.[Math.floor((index / BARS) * loudness.length)] ?? 0;
    const height = Math.max(2, (Math.min(100, value) / 100) * 28);
    return svg`<rect class=${index / BARS < played ? 'played' : ''} x=${index * 4} y=${(28 - height) / 2} width="2.5" height=${height} rx="1.25"></rect>`;
  });
  return html`<svg class="waveform" viewBox="0 0 176 28" preserveAspectRatio="none" aria-hidden="true">${bars}</svg>`;
}
