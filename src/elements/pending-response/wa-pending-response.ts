import { define } from '../shared/define.js';
import { WaPendingResponseElement } from './pending-response-element.js';

export * from './pending-response-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-pending-response': WaPendingResponseElement;
  }
}

define('wa-pending-response', WaPendingResponseElement);
