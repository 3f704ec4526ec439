import '../attachment/wa-attachment.js';
import { define } from '../shared/define.js';
import { WaNotificationEditorElement } from './notification-editor-element.js';

export * from './notification-editor-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-notification-editor': WaNotificationEditorElement;
  }
}

define('wa-notification-editor', WaNotificationEditorElement);
