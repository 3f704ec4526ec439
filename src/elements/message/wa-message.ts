import { define } from '../shared/define.js';
import { WaMessageElement } from './message-element.js';

export * from './message-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-message': WaMessageElement;
  }
}

define('wa-message', WaMessageElement);
