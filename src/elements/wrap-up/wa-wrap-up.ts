import { define } from '../shared/define.js';
import { WaWrapUpElement } from './wrap-up-element.js';

export * from './wrap-up-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-wrap-up': WaWrapUpElement;
  }
}

define('wa-wrap-up', WaWrapUpElement);
