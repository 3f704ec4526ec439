import { define } from '../shared/define.js';
import { WaAttachmentElement } from './attachment-element.js';

export * from './attachment-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-attachment': WaAttachmentElement;
  }
}

define('wa-attachment', WaAttachmentElement);
