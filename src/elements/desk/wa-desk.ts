import '../offers/wa-offers.js';
import '../presence/wa-presence.js';
import '../session/wa-session.js';
import '../session-list/wa-session-list.js';
import '../unsent/wa-unsent.js';
import '../wrap-up/wa-wrap-up.js';
import { define } from '../shared/define.js';
import { WaDeskElement } from './desk-element.js';

export * from './desk-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-desk': WaDeskElement;
  }
}

define('wa-desk', WaDeskElement);
