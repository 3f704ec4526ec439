import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { TranscriptStrings } from '../../i18n/transcript-strings.js';
import { pauseIcon, playIcon } from '../shared/icons.js';

/** What a sticker is shown with. */
export interface StickerInputs {
  readonly url: string | undefined;
  readonly animated: boolean;
  readonly label: string;
  readonly words: TranscriptStrings['media'];
  readonly innerTab: 0 | -1;
  readonly open: () => void;
  readonly loaded: () => void;
  readonly broken: () => void;
}

/** Shows a sticker; an animated one stands still under reduced motion until somebody wants to see it move. */
export class StickerView implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #calm = matchMedia('(prefers-reduced-motion: reduce)');
  #isMoving = false;

  constructor(host: ReactiveControllerHost & Element) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#calm.addEventListener('change', this.#changed);
  }

  hostDisconnected(): void {
    this.#calm.removeEventListener('change', this.#changed);
    this.#isMoving = false;
  }

  render({ url, animated, label, words, innerTab, open, loaded, broken }: StickerInputs): TemplateResult {
    const mayStandStill = animated && this.#calm.matches;
    const stands = mayStandStill && !this.#isMoving;
    const does = stands ? words.play : words.pause;
    return html`<button
      class="sticker"
      type="button"
      tabindex=${innerTab}
      aria-label="${label}. ${mayStandStill ? does : words.open}"
      @click=${mayStandStill ? this.#toggle : open}
    >
      ${
        url === undefined
          ? html`<span class="skeleton"></span>`
          : html`<img
              class=${stands ? 'unseen' : ''}
              src=${url}
              alt=""
              @load=${this.#onLoad(loaded)}
              @error=${broken}
            />`
      }
      ${mayStandStill ? this.#renderStill(stands) : nothing}
    </button>`;
  }

  #renderStill(stands: boolean): TemplateResult {
    return html`${stands ? html`<canvas></canvas>` : nothing}<span class="moves"
        >${(stands ? playIcon : pauseIcon)({ size: 'tiny', solid: true })}</span
      >`;
  }

  /** Draws the first picture of the animation onto the canvas beside it. */
  hostUpdated(): void {
    const canvas = this.#host.shadowRoot?.querySelector('canvas');
    const image = canvas?.parentElement?.querySelector('img');
    if (!canvas || !image?.complete || image.naturalWidth === 0 || canvas.width === image.naturalWidth) return;
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    canvas.getContext('2d')?.drawImage(image, 0, 0);
  }

  readonly #onLoad = (loaded: () => void) => (): void => {
    loaded();
    this.#changed();
  };

  readonly #changed = (): void => {
    this.#host.requestUpdate();
  };

  readonly #toggle = (): void => {
    this.#isMoving = !this.#isMoving;
    this.#changed();
  };
}
