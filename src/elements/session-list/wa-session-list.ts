import '../pending-response/wa-pending-response.js';
import '../service-window/wa-service-window.js';
import { define } from '../shared/define.js';
import { WaSessionListElement } from './session-list-element.js';

export * from './session-list-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-session-list': WaSessionListElement;
  }
}

define('wa-session-list', WaSessionListElement);
