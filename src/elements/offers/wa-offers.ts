import { define } from '../shared/define.js';
import { WaOffersElement } from './offers-element.js';

export * from './offers-element.js';

declare global {
  interface HTMLElementTagNameMap {
    'wa-offers': WaOffersElement;
  }
}

define('wa-offers', WaOffersElement);
