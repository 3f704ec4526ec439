import { define } from '../shared/define.js';
import { WaServiceWindowElement } from './service-window-element.js';

export * from './service-window-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-service-window': WaServiceWindowElement;
  }
}

define('wa-service-window', WaServiceWindowElement);
