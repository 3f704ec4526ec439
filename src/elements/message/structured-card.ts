import { html, nothing, type TemplateResult } from 'lit';
import type { Icon } from '../shared/icon.js';

/** The parts of a structured message in the order in which the phone shows them. */
export interface CardParts {
  /** Small words above everything, e.g. that this is a notification. */
  readonly kind?: TemplateResult;
  /** A picture, video, document or map at the top. */
  readonly media?: TemplateResult;
  readonly title?: TemplateResult | string;
  readonly body?: TemplateResult;
  readonly footer?: string;
  readonly meta: TemplateResult;
  /** What stands beneath: buttons, rows or cards. */
  readonly below?: TemplateResult;
}

/** A structured message, whole. */
export function cardView({ kind, media, title, body, footer, meta, below }: CardParts): TemplateResult {
  return html`${kind ?? nothing}${media ?? nothing}
    <div class="card-text">
      ${title === undefined ? nothing : html`<p class="card-title" dir="auto">${title}</p>`}${body ?? nothing}${
        footer === undefined ? nothing : html`<p class="card-footer" dir="auto">${footer}</p>`
      }${meta}
    </div>
    ${below ?? nothing}`;
}

/** How a choice stands: the newest one taken, one taken before, or open. */
export interface ChoiceMark {
  readonly state: 'chosen' | 'chosen-before';
  /** "Chosen at 09:12". */
  readonly words: string;
  readonly time: string;
}

/** One button of a structured message; agents see it, only the contact can press it. */
export interface CardButton {
  readonly label: string;
  readonly icon?: Icon;
  readonly mark?: ChoiceMark;
}

/** The buttons beneath a card, as a list that is read and not pressed. */
export function buttonRows(buttons: readonly CardButton[], checked: Icon, checkedBefore: Icon): TemplateResult {
  return html`<ul class="options">
    ${buttons.map(
      ({ label, icon, mark }) =>
        html`<li class=${mark?.state ?? ''}>
          ${mark ? (mark.state === 'chosen' ? checked : checkedBefore)({ size: 'small' }) : icon ? icon({ size: 'small' }) : nothing}<span
            dir="auto"
            >${label}</span
          >${mark ? html`<small title=${mark.words}>${mark.time}</small><span class="visually-hidden">${mark.words}</span>` : nothing}
        </li>`,
    )}
  </ul>`;
}
