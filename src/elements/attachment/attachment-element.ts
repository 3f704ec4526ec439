import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { MediaKind, MediaRef } from '../../domain/attachment.js';
import { displayFileName } from '../../domain/display-text.js';
import type { MediaLease } from '../../protocol/transport.js';
import { messageEn, type MessageStrings } from '../../i18n/message-strings.js';
import { baseStyles, buttonStyles, skeletonStyles } from '../../styles/index.js';
import { emit } from '../shared/emit.js';
import { filePlateStyles } from '../shared/file-plate.styles.js';
import { AudioPlayer } from './audio-player.js';
import { attachmentStyles } from './attachment.styles.js';
import { fileRow } from './file-row.js';
import { LeaseKeeper, problemOf, type LeaseProblem, type MediaLender } from './lease-keeper.js';
import { NearView } from './near-view.js';
import { openLarge } from './open-large.js';
import { pictureView } from './picture-view.js';
import { saveMedium } from './save-medium.js';
import type { MediaBeside, ShownMedium } from './shown-medium.js';
import { Sound } from './sound.js';
import { stateView, type MediumState } from './state-view.js';
import { StickerView } from './sticker-view.js';
import { VideoPlayer } from './video-player.js';

export type WaMediaRetryEvent = CustomEvent<{ readonly media: MediaRef }>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-media-retry': WaMediaRetryEvent;
  }
}

/**
 * Shows one medium: a picture, a video, a sound, a document or a sticker. Its room is kept from the beginning, and nothing is
 * loaded before it is near the view.
 *
 * @tagname wa-attachment
 * @fires {WaMediaRetryEvent} wa-media-retry - The agent asks the server to fetch a medium again. Bubbles, composed.
 * @csspart picture - The picture or the video.
 * @csspart file-plate - The plate with the kind of a document.
 */
export class WaAttachmentElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, skeletonStyles, filePlateStyles, attachmentStyles];

  /** What kind of medium it is. */
  @property() kind: MediaKind = 'document';

  /** The medium. */
  @property({ attribute: false }) media: MediaRef | undefined;

  /** The name that the sender gave the file. */
  @property({ attribute: false }) fileName: string | undefined;

  /** Is the sound a recorded voice message? */
  @property({ type: Boolean }) voice = false;

  /** Does the sticker move? */
  @property({ type: Boolean }) animated = false;

  /** The words for who cannot see it, e.g. "Photo from Ana, 10:02". */
  @property() label = '';

  /** The words that the sender put under it: the large view shows them too. */
  @property({ attribute: false }) caption: string | undefined;

  /** How to get at the bytes; without it the medium is named and not loaded. */
  @property({ attribute: false }) lease: MediaLender | undefined;

  /** The message that it belongs to, for `beside`. */
  @property({ attribute: false }) messageId = '';

  /** What the large view shows before and after it. */
  @property({ attribute: false }) beside: MediaBeside | undefined;

  /** `tabindex` of the buttons inside. */
  @property({ attribute: false }) innerTab: 0 | -1 = 0;

  /** The words to show. */
  @property({ attribute: false }) strings: MessageStrings = messageEn;

  /** Is it heard or seen playing now? Whoever scrolls keeps it in the page meanwhile, or it stops. */
  @property({ type: Boolean, reflect: true }) playing = false;

  @state() private saveProblem: LeaseProblem | undefined;

  readonly #preview = new LeaseKeeper(this, 'thumbnail');
  readonly #full = new LeaseKeeper(this, 'full');
  readonly #near = new NearView(this, () => {
    this.#prepare();
  });
  readonly #sticker = new StickerView(this);
  readonly #video = new VideoPlayer(this, this.#full, () => this.#load(this.#full));
  readonly #audio = new AudioPlayer(
    this,
    new Sound({
      media: () => this.media,
      load: () => this.#load(this.#full),
      renew: () => this.#full.broken(),
      changed: () => {
        this.requestUpdate();
      },
    }),
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A row that only changes its place comes back at once, and goes on playing.
    queueMicrotask(() => {
      if (!this.isConnected) this.#giveUp();
    });
  }

  /** What could not be had before may be there now: the server has fetched it meanwhile. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('media') && changed.get('media') !== undefined) {
      this.#giveUp();
      this.#prepare();
    }
    this.playing = this.#audio.sound.isPlaying || this.#video.isPlaying;
  }

  /** Gives the focus to the first button inside. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('button')?.focus(options);
  }

  protected override render(): TemplateResult {
    const { media } = this;
    if (!media) return html``;
    const condition = media.state ?? this.#problem;
    if (condition) return this.#renderState(condition);
    switch (this.kind) {
      case 'image':
        return this.#renderPicture(media);
      case 'sticker':
        return this.#renderSticker();
      case 'video':
        return this.#renderVideo(media);
      case 'audio':
        return this.#renderAudio(media);
      case 'document':
        return this.#renderDocument(media);
    }
  }

  /** A sound that cannot be read says so in its player, where it can be saved. */
  get #problem(): LeaseProblem | undefined {
    const problem = this.#preview.problem ?? this.#full.problem ?? this.saveProblem;
    return this.kind === 'audio' && problem === 'unreadable' ? undefined : problem;
  }

  get #name(): string {
    return displayFileName(this.fileName ?? this.media?.fileName, this.media?.mimeType);
  }

  #prepare(): void {
    if (!this.#near.isNear || !this.#isThere) return;
    if (this.kind === 'image' || this.kind === 'sticker') void this.#load(this.#preview);
    else if (this.kind === 'video') void this.#video.prepare();
    else if (this.kind === 'audio') void this.#audio.sound.prepare(this.voice);
  }

  /** What is still at WhatsApp cannot be lent out. */
  get #isThere(): boolean {
    return this.media?.source.kind !== 'provider' && this.media?.state === undefined;
  }

  #load(keeper: LeaseKeeper): Promise<MediaLease | undefined> {
    return keeper.get(this.lease, this.#isThere ? this.media : undefined);
  }

  #giveUp(): void {
    this.#audio.sound.stop();
    this.#video.stop();
    for (const keeper of [this.#preview, this.#full]) keeper.reset();
    this.saveProblem = undefined;
  }

  #renderPicture(media: MediaRef): TemplateResult {
    return pictureView({
      media,
      url: this.#preview.url,
      label: this.#labelled(this.strings.transcript.media.open),
      innerTab: this.innerTab,
      open: this.#open,
      loaded: this.#onLoaded,
      broken: this.#onBroken,
    });
  }

  #renderSticker(): TemplateResult {
    return this.#sticker.render({
      url: this.#preview.url,
      animated: this.animated,
      label: this.label || this.strings.transcript.kinds.sticker,
      words: this.strings.transcript.media,
      innerTab: this.innerTab,
      open: this.#open,
      loaded: this.#onLoaded,
      broken: this.#onBroken,
    });
  }

  #renderVideo(media: MediaRef): TemplateResult {
    const { strings, innerTab } = this;
    const label = this.label || strings.transcript.kinds.video;
    return this.#video.render({ media, label, strings, innerTab, open: this.#open });
  }

  #renderAudio(media: MediaRef): TemplateResult {
    const { strings, innerTab, voice } = this;
    return this.#audio.render({
      media,
      voice,
      name: this.#name,
      strings,
      innerTab,
      ...(this.lease && this.#isThere ? { save: this.#save } : {}),
    });
  }

  #renderDocument(media: MediaRef): TemplateResult {
    return fileRow({
      media,
      rawName: this.fileName ?? media.fileName,
      innerTab: this.innerTab,
      strings: this.strings,
      ...(this.lease && this.#isThere ? { save: this.#save } : {}),
    });
  }

  #renderState(state: MediumState): TemplateResult {
    const { strings, innerTab } = this;
    return stateView({
      state,
      label: this.kind === 'document' ? this.#name : this.label || strings.transcript.kinds[this.kind],
      name: this.#name,
      words: strings.transcript.media,
      innerTab,
      askAgain: this.#retry,
      save: this.#save,
    });
  }

  #labelled(does: string): string {
    return `${this.label || this.strings.transcript.kinds[this.kind]}. ${does}`;
  }

  readonly #onLoaded = (): void => {
    this.#preview.loaded();
  };

  readonly #onBroken = (): void => {
    void this.#preview.broken();
  };

  readonly #open = (): void => {
    void this.#openLarge();
  };

  readonly #save = (): void => {
    void this.#saveFile();
  };

  async #openLarge(): Promise<void> {
    const { media, kind } = this;
    if (!media || (kind !== 'image' && kind !== 'video' && kind !== 'sticker')) return;
    const label = this.label || this.strings.transcript.kinds[kind];
    const shown: ShownMedium = {
      messageId: this.messageId,
      kind,
      media,
      label,
      ...(this.caption === undefined ? {} : { caption: this.caption }),
    };
    await openLarge(this, { shown, lease: this.lease, beside: this.beside, strings: this.strings });
  }

  async #saveFile(): Promise<void> {
    const { media, lease } = this;
    if (!media || !lease) return;
    try {
      saveMedium(await lease(media, 'save'), this.#name);
    } catch (failure) {
      this.saveProblem = problemOf(failure);
    }
  }

  readonly #retry = (): void => {
    this.#giveUp();
    if (this.media?.state) emit(this, 'wa-media-retry', { media: this.media });
    this.#prepare();
  };
}
