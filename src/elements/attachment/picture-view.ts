import { html, type TemplateResult } from 'lit';
import type { MediaRef } from '../../domain/attachment.js';
import { room } from './room.js';

/** What a picture is shown with. */
export interface PictureInputs {
  readonly media: MediaRef;
  readonly url: string | undefined;
  /** What it is and what a press does. */
  readonly label: string;
  readonly innerTab: 0 | -1;
  readonly open: () => void;
  readonly loaded: () => void;
  readonly broken: () => void;
}

/** A picture in the room that was kept for it; a press opens it large. */
export function pictureView({ media, url, label, innerTab, open, loaded, broken }: PictureInputs): TemplateResult {
  const image =
    url === undefined ? undefined : html`<img src=${url} alt="" decoding="async" @load=${loaded} @error=${broken} />`;
  return html`<button
    class="picture"
    part="picture"
    type="button"
    tabindex=${innerTab}
    aria-label=${label}
    @click=${open}
  >
    ${room(media, image)}
  </button>`;
}
