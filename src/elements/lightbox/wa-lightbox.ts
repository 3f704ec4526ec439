import { define } from '../shared/define.js';
import { WaLightboxElement } from './lightbox-element.js';

export * from './lightbox-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-lightbox': WaLightboxElement;
  }
}

define('wa-lightbox', WaLightboxElement);

/** Opens the large view over the page, beside `opener`, so that it wears the same theme and goes when its surroundings go. */
export function openLightbox(
  opener: Element,
  inputs: Pick<WaLightboxElement, 'shown' | 'lease' | 'beside' | 'strings'>,
): Promise<void> {
  const lightbox = Object.assign(document.createElement('wa-lightbox'), inputs);
  const root = opener.getRootNode();
  (root instanceof ShadowRoot ? root : document.body).append(lightbox);
  return lightbox.show();
}
