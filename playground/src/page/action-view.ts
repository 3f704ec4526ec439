import { html, nothing, type TemplateResult } from 'lit';
import { icon, type IconName } from './icons.js';

/** A button of a message. */
export function tapButton(name: IconName, text: string, onTap: () => void): TemplateResult {
  return html`<button type="button" class="action" @click=${onTap}>${icon(name)} ${text}</button>`;
}

/** A button of a message that leads to the web. */
export function linkButton(text: string, url: string | undefined): TemplateResult {
  const href = url !== undefined && /^(https?|tel):/i.test(url) ? url : nothing;
  return html`<a class="action" href=${href} target="_blank" rel="noopener noreferrer"
    >${icon('external-link')} ${text}</a
  >`;
}
