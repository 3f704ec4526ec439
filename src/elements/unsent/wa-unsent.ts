import { define } from '../shared/define.js';
import { WaUnsentElement } from './unsent-element.js';

export * from './unsent-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-unsent': WaUnsentElement;
  }
}

define('wa-unsent', WaUnsentElement);
