import { define } from '../shared/define.js';
import { WaFindBarElement } from './find-bar-element.js';

export * from './find-bar-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-find-bar': WaFindBarElement;
  }
}

define('wa-find-bar', WaFindBarElement);
