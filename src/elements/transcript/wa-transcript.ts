import { define } from '../shared/define.js';
import { WaTranscriptElement } from './transcript-element.js';

export * from './transcript-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-transcript': WaTranscriptElement;
  }
}

define('wa-transcript', WaTranscriptElement);
