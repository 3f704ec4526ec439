import { define } from '../shared/define.js';
import { WaPresenceElement } from './presence-element.js';

export * from './presence-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-presence': WaPresenceElement;
  }
}

define('wa-presence', WaPresenceElement);
