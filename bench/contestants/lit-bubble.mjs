import { html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { clockOf, formatHtml, nameOf, rowClass } from './bubble.ts';

const picture = ({ url, width, height }) =>
  html`<img src=${url} width=${ifDefined(width)} height=${ifDefined(height)} alt="" />`;

/** The bubble as a Lit template. */
export const litBubble = (message) =>
  html`<div class=${rowClass(message)}>
    <div class="bubble">
      <span class="name">${nameOf(message)}</span>${message.picture ? picture(message.picture) : nothing}<span
        class="text"
        >${unsafeHTML(formatHtml(message.text))}</span
      ><time>${clockOf(message)}</time>
    </div>
  </div>`;
