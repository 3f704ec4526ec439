import { define } from '../shared/define.js';
import { WaLocationPreviewElement } from './location-preview-element.js';

export * from './location-preview-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-location-preview': WaLocationPreviewElement;
  }
}

define('wa-location-preview', WaLocationPreviewElement);
