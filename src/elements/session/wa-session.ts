import '../composer/wa-composer.js';
import '../pending-response/wa-pending-response.js';
import '../service-window/wa-service-window.js';
import '../transcript/wa-transcript.js';
import '../wrap-up/wa-wrap-up.js';
import { define } from '../shared/define.js';
import { WaSessionElement } from './session-element.js';

export * from './session-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-session': WaSessionElement;
  }
}

define('wa-session', WaSessionElement);
