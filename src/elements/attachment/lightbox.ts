import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import type { TranscriptStrings } from '../../i18n/transcript-strings.js';
import { DialogController } from '../shared/dialog.js';
import { downloadIcon, xIcon } from '../shared/icons.js';

/** What a picture is shown large with. */
export interface LightboxInputs {
  readonly media: MediaRef;
  readonly url: string | undefined;
  readonly label: string;
  readonly fileName: string;
  readonly words: TranscriptStrings['media'];
  save(): void;
}

/** A picture alone on the screen; Escape or the cross closes it. */
export class Lightbox {
  readonly #dialog: DialogController;

  constructor(host: ReactiveControllerHost, dialog: () => HTMLDialogElement | null) {
    this.#dialog = new DialogController(host, { dialog });
  }

  show(): Promise<void> {
    return this.#dialog.show();
  }

  render({ media, url, label, fileName, words, save }: LightboxInputs): TemplateResult | typeof nothing {
    if (!this.#dialog.open) return nothing;
    return html`<dialog class="lightbox" aria-label=${label}>
      <div class="lightbox-bar">
        <bdi>${label}</bdi>
        <button class="icon-button" type="button" aria-label=${words.save(fileName)} @click=${save}>
          ${downloadIcon()}
        </button>
        <button class="icon-button" type="button" aria-label=${words.close} @click=${this.#close}>${xIcon()}</button>
      </div>
      <img src=${url ?? nothing} alt=${label} width=${media.width ?? nothing} height=${media.height ?? nothing} />
    </dialog>`;
  }

  readonly #close = (): void => {
    this.#dialog.close();
  };
}
