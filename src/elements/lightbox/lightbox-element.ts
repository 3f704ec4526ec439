import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { displayFileName } from '../../domain/display-text.js';
import { messageEn, type MessageStrings } from '../../i18n/message-strings.js';
import { baseStyles, buttonStyles } from '../../styles/index.js';
import { hearOnly } from '../attachment/heard.js';
import { LeaseKeeper, problemOf, type LeaseProblem, type MediaLender } from '../attachment/lease-keeper.js';
import { saveMedium } from '../attachment/save-medium.js';
import type { MediaBeside, ShownMedium } from '../attachment/shown-medium.js';
import { DialogController } from '../shared/dialog.js';
import type { Icon } from '../shared/icon.js';
import { chevronLeftIcon, chevronRightIcon, downloadIcon, xIcon, zoomInIcon, zoomOutIcon } from '../shared/icons.js';
import { lightboxStyles } from './lightbox.styles.js';
import { PictureStage } from './picture-stage.js';

/**
 * Shows a picture or a film of a conversation alone on the screen, enlarged as far as wanted, and leads to those before and
 * after it. Keys: + and − enlarge and reduce, 0 shows the whole, arrows go on or move about, Escape closes.
 *
 * @tagname wa-lightbox
 */
export class WaLightboxElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, lightboxStyles];

  /** The medium in view. */
  @property({ attribute: false }) shown: ShownMedium | undefined;

  /** How to get at the bytes. */
  @property({ attribute: false }) lease: MediaLender | undefined;

  /** What stands before and after the medium in view. */
  @property({ attribute: false }) beside: MediaBeside | undefined;

  /** The words to show. */
  @property({ attribute: false }) strings: MessageStrings = messageEn;

  @state() private isLoaded = false;
  @state() private saveProblem: LeaseProblem | undefined;

  @query('dialog') private readonly dialog!: HTMLDialogElement | null;

  readonly #keeper = new LeaseKeeper(this, 'full');
  readonly #stage = new PictureStage(this);
  readonly #dialog = new DialogController(this, {
    dialog: () => this.dialog,
    onToggle: (open) => {
      if (!open) this.remove();
    },
  });

  /** Opens it over the page; closed, it leaves the page. */
  async show(): Promise<void> {
    await this.#dialog.show();
    this.dialog?.querySelector<HTMLElement>('.close')?.focus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#keeper.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('shown')) return;
    this.isLoaded = false;
    this.saveProblem = undefined;
    this.#stage.showWhole();
    void this.#keeper.get(this.lease, this.shown?.media);
  }

  protected override render(): TemplateResult {
    const { shown } = this;
    if (!this.#dialog.open || !shown) return html``;
    return html`<dialog aria-label=${shown.label} @keydown=${this.#onKey}>
      ${this.#renderBar(shown)} ${this.#renderMedium(shown)}
      <div class="sides">
        ${this.#renderStep(-1, chevronLeftIcon, this.strings.transcript.media.previous)}
        ${this.#renderStep(1, chevronRightIcon, this.strings.transcript.media.next)}
      </div>
      ${shown.caption ? html`<p class="caption" dir="auto">${shown.caption}</p>` : nothing}
    </dialog>`;
  }

  #renderBar({ kind, label }: ShownMedium): TemplateResult {
    const words = this.strings.transcript.media;
    const name = this.#name;
    return html`<div class="bar">
      <p class="label" role="status"><bdi>${label}</bdi></p>
      ${kind === 'video' ? nothing : this.#renderZoom()}
      ${this.#renderButton(words.save(name), downloadIcon, this.#save)}
      <button
        class="icon-button close"
        type="button"
        aria-label=${words.close}
        title=${words.close}
        @click=${this.#close}
      >
        ${xIcon()}
      </button>
    </div>`;
  }

  #renderZoom(): TemplateResult {
    const words = this.strings.transcript.media;
    const percent = new Intl.NumberFormat(this.strings.locale, { style: 'percent' }).format(this.#stage.scale);
    return html`${this.#renderButton(words.zoomOut, zoomOutIcon, this.#stage.reduce, !this.#stage.isEnlarged)}
      <button
        class="button ghost small percent"
        type="button"
        aria-label="${words.zoomWhole}. ${words.zoomedTo(percent)}"
        @click=${this.#stage.showWhole}
      >
        ${percent}
      </button>
      ${this.#renderButton(words.zoomIn, zoomInIcon, this.#stage.enlarge)}`;
  }

  #renderButton(label: string, icon: Icon, press: () => void, isOff = false): TemplateResult {
    return html`<button
      class="icon-button"
      type="button"
      aria-label=${label}
      title=${label}
      aria-disabled=${isOff ? 'true' : nothing}
      @click=${press}
    >
      ${icon()}
    </button>`;
  }

  #renderStep(step: 1 | -1, icon: Icon, label: string): TemplateResult | typeof nothing {
    if (!this.#besides(step)) return nothing;
    return html`<button
      class=${step === 1 ? 'icon-button side next' : 'icon-button side'}
      type="button"
      aria-label=${label}
      title=${label}
      @click=${() => {
        this.#go(step);
      }}
    >
      ${icon()}
    </button>`;
  }

  #renderMedium({ kind, media, label }: ShownMedium): TemplateResult {
    const { url } = this.#keeper;
    const problem = this.#keeper.problem ?? this.saveProblem;
    const words = this.strings.transcript.media;
    if (problem) return this.#renderProblem(problem);
    if (url === undefined) return html`<p class="wait" role="status">${words.loading}</p>`;
    if (kind === 'video')
      return html`<div class="stage film">
        <video
          controls
          autoplay
          playsinline
          src=${url}
          aria-label=${label}
          @play=${this.#onPlay}
          @loadedmetadata=${this.#onLoaded}
          @error=${this.#onBroken}
        ></video>
      </div>`;
    return html`${this.#stage.render(
      html`<img
        src=${url}
        alt=${label}
        width=${media.width ?? nothing}
        height=${media.height ?? nothing}
        draggable="false"
        @load=${this.#onLoaded}
        @error=${this.#onBroken}
      />`,
    )}${this.isLoaded ? nothing : html`<p class="wait" role="status">${words.loading}</p>`}`;
  }

  #renderProblem(problem: LeaseProblem): TemplateResult {
    const words = this.strings.transcript.media;
    return html`<div class="problem">
      <p role="alert">${words[problem]}</p>
      <button class="button" type="button" @click=${this.#again}>${words.askAgain}</button>
    </div>`;
  }

  get #name(): string {
    return displayFileName(this.shown?.media.fileName, this.shown?.media.mimeType);
  }

  #besides(step: 1 | -1): ShownMedium | undefined {
    return this.shown && this.beside?.(this.shown.messageId, step);
  }

  #go(step: 1 | -1): void {
    const next = this.#besides(step);
    if (!next) return;
    this.shown = next;
    // The button may go with the last one: the keys stay in the dialog.
    void this.updateComplete.then(() => {
      if (!this.dialog?.matches(':focus-within')) this.dialog?.querySelector('button')?.focus();
    });
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.composedPath()[0] instanceof HTMLVideoElement) return;
    if (this.#act(event.key)) event.preventDefault();
  };

  #act(key: string): boolean {
    if (key === '+' || key === '=') this.#stage.enlarge();
    else if (key === '-') this.#stage.reduce();
    else if (key === '0') this.#stage.showWhole();
    else if (!this.#stage.step(key)) return this.#goByArrow(key);
    return true;
  }

  #goByArrow(key: string): boolean {
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return false;
    const isForward = (key === 'ArrowRight') !== this.matches(':dir(rtl)');
    this.#go(isForward ? 1 : -1);
    return true;
  }

  readonly #onPlay = (event: Event): void => {
    hearOnly(event.target as HTMLVideoElement);
  };

  readonly #onLoaded = (): void => {
    this.#keeper.loaded();
    this.isLoaded = true;
  };

  readonly #onBroken = (): void => {
    void this.#keeper.broken();
  };

  readonly #close = (): void => {
    this.#dialog.close();
  };

  readonly #again = (): void => {
    this.saveProblem = undefined;
    this.#keeper.reset();
    void this.#keeper.get(this.lease, this.shown?.media);
  };

  readonly #save = (): void => {
    void this.#saveFile();
  };

  async #saveFile(): Promise<void> {
    const { shown, lease } = this;
    if (!shown || !lease) return;
    try {
      saveMedium(await lease(shown.media, 'save'), this.#name);
    } catch (failure) {
      this.saveProblem = problemOf(failure);
    }
  }
}
