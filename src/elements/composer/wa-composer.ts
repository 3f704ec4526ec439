import '../notification-editor/wa-notification-editor.js';
import { define } from '../shared/define.js';
import { WaComposerElement } from './composer-element.js';

export * from './composer-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-composer': WaComposerElement;
  }
}

define('wa-composer', WaComposerElement);
