import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { MediaKind, MediaRef } from '../../domain/attachment.js';
import { displayFileName } from '../../domain/display-text.js';
import type { MediaLease } from '../../protocol/transport.js';
import { messageEn, type MessageStrings } from '../../i18n/message-strings.js';
import { baseStyles, buttonStyles, floatingStyles, skeletonStyles } from '../../styles/index.js';
import type { MessageContext } from '../message/message-context.js';
import { emit } from '../shared/emit.js';
import { filePlateStyles } from '../shared/file-plate.styles.js';
import { fileXIcon, playIcon, rotateCwIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';
import { AudioPlayer } from './audio-player.js';
import { attachmentStyles } from './attachment.styles.js';
import { fileRow } from './file-row.js';
import { LeaseKeeper } from './lease-keeper.js';
import { Lightbox } from './lightbox.js';

export type WaMediaRetryEvent = CustomEvent<{ readonly media: MediaRef }>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-media-retry': WaMediaRetryEvent;
  }
}

/**
 * Shows one medium: a picture, a video, a sound, a document or a sticker. Nothing is loaded before it is near the view.
 *
 * @tagname wa-attachment
 * @fires {WaMediaRetryEvent} wa-media-retry - The agent asks the server to fetch a medium again. Bubbles, composed.
 * @csspart picture - The picture or the video.
 * @csspart file-plate - The plate with the kind of a document.
 */
export class WaAttachmentElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    floatingStyles,
    skeletonStyles,
    filePlateStyles,
    attachmentStyles,
  ];

  /** What kind of medium it is. */
  @property() kind: MediaKind = 'document';

  /** The medium. */
  @property({ attribute: false }) media: MediaRef | undefined;

  /** The name that the sender gave the file. */
  @property({ attribute: false }) fileName: string | undefined;

  /** Is the sound a recorded voice message? */
  @property({ type: Boolean }) voice = false;

  /** The words for who cannot see it, e.g. "Photo from Ana, 10:02". */
  @property() label = '';

  /** How to get at the bytes; without it the medium is named and not loaded. */
  @property({ attribute: false }) lease: MessageContext['media'] | undefined;

  /** `tabindex` of the buttons inside. */
  @property({ attribute: false }) innerTab: 0 | -1 = 0;

  /** The words to show. */
  @property({ attribute: false }) strings: MessageStrings = messageEn;

  @state() private playing = false;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #preview = new LeaseKeeper(this, 'thumbnail');
  readonly #full = new LeaseKeeper(this, 'full');
  readonly #lightbox = new Lightbox(this, () => this.dialog);
  readonly #audio = new AudioPlayer(this, () => this.#load(this.#full));
  #sight: IntersectionObserver | undefined;
  #isNear = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#sight = new IntersectionObserver(this.#onSight, { rootMargin: '400px' });
    this.#sight.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sight?.disconnect();
    this.#isNear = false;
    this.playing = false;
  }

  /** What could not be had before may be there now: the server has fetched it meanwhile. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('media') || changed.get('media') === undefined) return;
    this.#preview.reset();
    this.#full.reset();
    this.#loadPreview();
  }

  /** Gives the focus to the first button inside. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { media } = this;
    if (!media) return html``;
    if (media.state) return this.#renderState(media.state);
    if (this.#preview.failed || this.#full.failed) return this.#renderState('failed');
    switch (this.kind) {
      case 'image':
        return html`${this.#renderPicture(media)}${this.#renderLightbox(media)}`;
      case 'sticker':
        return this.#renderSticker(media);
      case 'video':
        return this.#renderVideo(media);
      case 'audio':
        return this.#audio.render({
          media,
          voice: this.voice,
          name: this.#name,
          strings: this.strings,
          innerTab: this.innerTab,
        });
      case 'document':
        return fileRow({
          media,
          rawName: this.fileName ?? media.fileName,
          innerTab: this.innerTab,
          strings: this.strings,
          ...(this.lease ? { save: this.#onSave } : {}),
        });
    }
  }

  get #name(): string {
    return displayFileName(this.fileName ?? this.media?.fileName, this.media?.mimeType);
  }

  readonly #onSight = (entries: readonly IntersectionObserverEntry[]): void => {
    this.#isNear = entries.at(-1)?.isIntersecting ?? false;
    this.#loadPreview();
  };

  #loadPreview(): void {
    if (this.#isNear && (this.kind === 'image' || this.kind === 'sticker')) void this.#load(this.#preview);
  }

  /** What is still at WhatsApp cannot be lent out. */
  #load(keeper: LeaseKeeper): Promise<MediaLease | undefined> {
    const isThere = this.media?.source.kind !== 'provider' && this.media?.state === undefined;
    return keeper.get(this.lease, isThere ? this.media : undefined);
  }

  #renderPicture(media: MediaRef): TemplateResult {
    const { transcript } = this.strings;
    return html`<button
      class="picture"
      part="picture"
      type="button"
      tabindex=${this.innerTab}
      aria-label="${this.label}. ${transcript.media.open}"
      @click=${this.#openLightbox}
    >
      ${this.#renderImage(this.#preview.url, media)}
    </button>`;
  }

  #renderImage(url: string | undefined, { width, height }: MediaRef): TemplateResult {
    if (url === undefined) return html`<span class="frame skeleton"></span>`;
    const sized = width !== undefined && height !== undefined && width > 0 && height > 0;
    return html`<img
      class=${sized ? '' : 'frame'}
      src=${url}
      alt=""
      width=${sized ? width : nothing}
      height=${sized ? height : nothing}
      decoding="async"
      @error=${this.#onBroken}
    />`;
  }

  #renderSticker({ width, height }: MediaRef): TemplateResult {
    const url = this.#preview.url;
    return html`<span class="sticker" role="img" aria-label=${this.label}
      >${
        url === undefined
          ? html`<span class="skeleton frame"></span>`
          : html`<img src=${url} alt="" width=${width ?? 512} height=${height ?? 512} @error=${this.#onBroken} />`
      }</span
    >`;
  }

  #renderVideo({ durationMs, width, height }: MediaRef): TemplateResult {
    const words = this.strings.transcript.media;
    if (this.playing && this.#full.url !== undefined)
      return html`<video
        class="picture"
        part="picture"
        controls
        autoplay
        playsinline
        src=${this.#full.url}
        width=${width ?? nothing}
        height=${height ?? nothing}
        aria-label=${this.label}
        @error=${this.#onBroken}
      ></video>`;
    const length = durationMs === undefined ? '' : timeFormat(this.strings.locale).clock(durationMs);
    return html`<button
      class="picture video"
      part="picture"
      type="button"
      tabindex=${this.innerTab}
      aria-label="${length} ${this.label}. ${words.play}"
      @click=${this.#playVideo}
    >
      <span class="frame"></span><span class="play">${playIcon({ solid: true })}</span>
      ${length === '' ? nothing : html`<span class="duration">${length}</span>`}
    </button>`;
  }

  #renderLightbox(media: MediaRef): TemplateResult | typeof nothing {
    return this.#lightbox.render({
      media,
      url: this.#full.url ?? this.#preview.url,
      label: this.label,
      fileName: this.#name,
      words: this.strings.transcript.media,
      save: this.#onSave,
    });
  }

  #renderState(condition: NonNullable<MediaRef['state']>): TemplateResult {
    const { transcript } = this.strings;
    return html`<div class="state" role="group" aria-label=${this.label || transcript.kinds.document}>
      ${fileXIcon({ size: 'small' })}<span
        >${this.kind === 'document' ? html`<bdi>${this.#name}</bdi><br />` : nothing}${transcript.media[condition]}</span
      >
      ${
        condition === 'failed'
          ? html`<button class="button small" type="button" tabindex=${this.innerTab} @click=${this.#retry}>
              ${rotateCwIcon({ size: 'small' })}${transcript.media.askAgain}
            </button>`
          : nothing
      }
    </div>`;
  }

  readonly #openLightbox = async (): Promise<void> => {
    await this.#lightbox.show();
    await this.#load(this.#full);
  };

  readonly #playVideo = async (): Promise<void> => {
    await this.#load(this.#full);
    this.playing = true;
  };

  readonly #onSave = (): void => {
    void this.#save();
  };

  /** The browser saves under the shown name; nothing is ever opened in the page's own origin. */
  async #save(): Promise<void> {
    const lease = await this.#load(this.#full);
    if (!lease) return;
    const link = document.createElement('a');
    link.href = lease.url;
    link.download = this.#name;
    link.rel = 'noopener noreferrer';
    link.click();
  }

  readonly #onBroken = (): void => {
    this.#preview.fail();
  };

  readonly #retry = (): void => {
    this.#preview.reset();
    this.#full.reset();
    if (this.media?.state) emit(this, 'wa-media-retry', { media: this.media });
    this.#loadPreview();
  };
}
