import { html, nothing, type TemplateResult } from 'lit';
import { displayName } from '../../domain/display-text.js';
import type { ProductSection } from '../../domain/interactive.js';
import { shoppingBagIcon } from '../shared/icons.js';

/** One product of the catalog, by its id: the Cloud API tells neither its name nor its picture. */
export function productView(id: string, detail?: string): TemplateResult {
  return html`<div class="product">
    <span class="product-plate">${shoppingBagIcon({})}</span>
    <div>
      <p class="card-title"><bdi>${displayName(id, '')}</bdi></p>
      ${detail === undefined ? nothing : html`<p class="card-detail">${detail}</p>`}
    </div>
  </div>`;
}

/** The products of a message, section by section. */
export function productSections(sections: readonly ProductSection[]): TemplateResult {
  return html`<div class="list-rows products">
    ${sections.map(
      ({ title, productIds }) =>
        html`${title === undefined ? nothing : html`<p class="list-section" dir="auto">${title}</p>`}
          <ul>
            ${productIds.map((id) => html`<li>${shoppingBagIcon({ size: 'small' })}<bdi>${id}</bdi></li>`)}
          </ul>`,
    )}
  </div>`;
}
