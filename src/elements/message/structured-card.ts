import { html, nothing, type TemplateResult } from 'lit';
import { safeHref } from '../../domain/links.js';
import type { Icon } from '../shared/icon.js';
import { checkIcon, circleCheckIcon } from '../shared/icons.js';

/** The parts of a structured message in the order in which the phone shows them. */
export interface CardParts {
  /** Small words above everything, e.g. that this is a notification. */
  readonly kind?: TemplateResult;
  /** A picture, video, document or map at the top. */
  readonly media?: TemplateResult;
  readonly title?: TemplateResult | string;
  /** Gets what stands at the end of its last line: time and state, where no footer follows. */
  readonly body?: (trailing: TemplateResult) => TemplateResult;
  readonly footer?: string;
  readonly meta: TemplateResult;
  /** What stands beneath: buttons, rows or cards. */
  readonly below?: TemplateResult;
}

/** A structured message, whole. */
export function cardView({ kind, media, title, body, footer, meta, below }: CardParts): TemplateResult {
  return html`${kind ?? nothing}${media ?? nothing}
    <div class="card-text">
      ${title === undefined ? nothing : html`<p class="card-title" dir="auto">${title}</p>`}${
        body?.(footer === undefined ? meta : html``) ?? nothing
      }${footer === undefined ? (body ? nothing : meta) : html`<p class="card-footer" dir="auto"><bdi>${footer}</bdi>${meta}</p>`}
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
  /** Where it leads, in short: a host, a number, a code. */
  readonly detail?: string;
}

/** The buttons beneath a card, as a list that is read and not pressed. */
export function buttonRows(buttons: readonly CardButton[]): TemplateResult {
  return html`<ul class="options">
    ${buttons.map(
      ({ label, icon, mark, detail }) =>
        html`<li class=${mark?.state ?? ''}>
          ${signOf(mark, icon)}<span dir="auto">${label}</span
          >${detail ? html`<small><bdi>${detail}</bdi></small>` : nothing}${
            mark
              ? html`<small title=${mark.words}>${mark.time}</small><span class="visually-hidden">${mark.words}</span>`
              : nothing
          }
        </li>`,
    )}
  </ul>`;
}

function signOf(mark: ChoiceMark | undefined, icon: Icon | undefined): TemplateResult | typeof nothing {
  const sign = mark ? (mark.state === 'chosen' ? circleCheckIcon : checkIcon) : icon;
  return sign ? sign({ size: 'small' }) : nothing;
}

/** Cards side by side; they scroll, also by the keyboard. */
export function carouselView(cards: readonly TemplateResult[], label: string, innerTab: 0 | -1): TemplateResult {
  return html`<ol class="carousel scroll" tabindex=${innerTab} aria-label=${label}>
    ${cards.map((card) => html`<li class="carousel-card">${card}</li>`)}
  </ol>`;
}

/** The host that a button leads to; an address that is not to be trusted is shown whole. */
export function hostOf(url: string): string {
  const link = safeHref(url);
  return link?.clickable && link.host !== undefined ? link.host : url;
}
