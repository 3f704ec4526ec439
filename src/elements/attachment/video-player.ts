import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import type { MediaLease } from '../../protocol/transport.js';
import { maximize2Icon, playIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';
import { hearOnly } from './heard.js';
import type { LeaseKeeper } from './lease-keeper.js';
import { room } from './room.js';

/** What a film is shown with. */
export interface VideoInputs {
  readonly media: MediaRef;
  readonly label: string;
  readonly strings: MessageStrings;
  readonly innerTab: 0 | -1;
  open(): void;
}

/** The still that stands for the film is a frame from this moment on (seconds): the very first is often black. */
const STILL_AT = 0.1;

/** Shows a film by its first picture, its length and its size; plays it in place with the browser's own controls. */
export class VideoPlayer {
  readonly #host: ReactiveControllerHost & Element;
  readonly #keeper: LeaseKeeper;
  readonly #load: () => Promise<MediaLease | undefined>;
  #isStarted = false;
  #resumeAt: number | undefined;
  #length: number | undefined;

  constructor(
    host: ReactiveControllerHost & Element,
    keeper: LeaseKeeper,
    load: () => Promise<MediaLease | undefined>,
  ) {
    this.#host = host;
    this.#keeper = keeper;
    this.#load = load;
  }

  get isPlaying(): boolean {
    return this.#video?.paused === false;
  }

  /** It has come near: its first picture, its length, and no more of it. */
  async prepare(): Promise<void> {
    await this.#load();
  }

  stop(): void {
    this.#isStarted = false;
    this.#resumeAt = undefined;
  }

  render(inputs: VideoInputs): TemplateResult {
    return html`<div class="picture video" part="picture">
      ${room(inputs.media, this.#renderFilm(inputs))}${this.#isStarted ? nothing : this.#renderCover(inputs)}
      <button
        class="corner"
        type="button"
        tabindex=${inputs.innerTab}
        aria-label="${inputs.label}. ${inputs.strings.transcript.media.open}"
        @click=${inputs.open}
      >
        ${maximize2Icon({ size: 'small' })}
      </button>
    </div>`;
  }

  #renderFilm({ label }: VideoInputs): TemplateResult | undefined {
    const { url } = this.#keeper;
    if (url === undefined) return undefined;
    return html`<video
      playsinline
      preload="metadata"
      ?controls=${this.#isStarted}
      tabindex=${this.#isStarted ? nothing : '-1'}
      aria-hidden=${this.#isStarted ? nothing : 'true'}
      aria-label=${label}
      src=${`${url}#t=${String(STILL_AT)}`}
      @loadedmetadata=${this.#onMetadata}
      @play=${this.#onPlay}
      @pause=${this.#changed}
      @ended=${this.#changed}
      @error=${this.#onError}
    ></video>`;
  }

  #renderCover(inputs: VideoInputs): TemplateResult {
    const facts = this.#facts(inputs);
    return html`<button
      class="cover"
      type="button"
      tabindex=${inputs.innerTab}
      aria-label=${[inputs.label, facts, inputs.strings.transcript.media.play].filter(Boolean).join('. ')}
      @click=${this.#start}
    >
      <span class="play">${playIcon({ solid: true })}</span>
      ${facts === '' ? nothing : html`<span class="facts">${facts}</span>`}
    </button>`;
  }

  #facts({ media, strings }: VideoInputs): string {
    const format = timeFormat(strings.locale);
    const length = media.durationMs ?? this.#length;
    return [
      ...(length === undefined ? [] : [format.clock(length)]),
      ...(media.size === undefined ? [] : [format.size(media.size)]),
    ].join(', ');
  }

  get #video(): HTMLVideoElement | undefined {
    return this.#host.shadowRoot?.querySelector('video') ?? undefined;
  }

  readonly #changed = (): void => {
    this.#host.requestUpdate();
  };

  readonly #onPlay = (event: Event): void => {
    hearOnly(event.target as HTMLVideoElement);
    this.#changed();
  };

  readonly #onMetadata = (event: Event): void => {
    const video = event.target as HTMLVideoElement;
    this.#keeper.loaded();
    if (Number.isFinite(video.duration)) this.#length = video.duration * 1000;
    this.#changed();
    if (this.#resumeAt === undefined) return;
    video.currentTime = this.#resumeAt;
    this.#resumeAt = undefined;
    void play(video);
  };

  /** A lease that ran out while the film played: it goes on where it was. */
  readonly #onError = (event: Event): void => {
    const video = event.target as HTMLVideoElement;
    if (this.#isStarted) this.#resumeAt = video.currentTime;
    void this.#keeper.broken();
  };

  readonly #start = async (): Promise<void> => {
    if (!(await this.#load())) return;
    this.#isStarted = true;
    this.#changed();
    await this.#host.updateComplete;
    const video = this.#video;
    video?.focus();
    if (video) await play(video);
  };
}

/** Refusals are the browser's own to show: its controls stand there. */
async function play(video: HTMLVideoElement): Promise<void> {
  await video.play().catch(() => undefined);
}
