import { html, nothing, type TemplateResult } from 'lit';
import type { OfferSnapshot } from '../../desk/handles.js';
import { displayName, singleLine } from '../../domain/display-text.js';
import type { Offer } from '../../domain/session.js';
import { markupToPlainText, parseMarkup } from '../../domain/text-markup.js';
import type { Strings } from '../../i18n/strings.js';
import { avatar } from '../shared/avatar.js';
import { timerIcon, xIcon } from '../shared/icons.js';
import { timeFormat } from '../shared/time-format.js';

const CASE_DATA_ROWS = 3;
const MAX_VALUE = 200;

/** How one offer is shown. */
export interface OfferLook {
  readonly title: string;
  readonly inLine: boolean;
  /** Epoch milliseconds on the server's clock. */
  readonly now: number;
  readonly strings: Strings;
  accept(offer: Offer): void;
  reject(offer: Offer): void;
}

/** One offer: open, on one line, or gone with what became of it. */
export function offerView(entry: OfferSnapshot, look: OfferLook): TemplateResult {
  const { offer, state } = entry;
  const isLine = look.inLine || state === 'gone';
  const classes = `offer ${isLine ? 'line' : ''} ${state === 'gone' ? 'gone' : ''}`;
  return html`<article class=${classes} part="offer" data-offer=${offer.id} aria-label=${look.title}>
    ${state === 'gone' ? nothing : html`<div class="bar" aria-hidden="true"><div></div></div>`}
    <div class="top">
      ${avatar({ name: look.title, seed: offer.session.contact.id })}
      <div class="who">
        <div class="name"><bdi>${look.title}</bdi></div>
        <div class="about" dir="auto">${aboutOf(entry, look.strings)}</div>
      </div>
      ${state === 'gone' ? nothing : timeLeft(offer, look)}${isLine && state !== 'gone' ? actions(entry, look) : nothing}
    </div>
    ${isLine ? nothing : html`${caseData(offer)}${previewOf(offer)}${actions(entry, look)}`}
  </article>`;
}

function aboutOf({ offer: { session }, state, goneReason }: OfferSnapshot, { desk }: Strings): string {
  const words = desk.offers;
  if (state === 'gone' && goneReason !== undefined) return words.gone[goneReason];
  if (state === 'accepting') return words.accepting;
  if (state === 'rejecting') return words.rejecting;
  if (state === 'expiring') return words.expiring;
  return `${session.channel.name} · ${words.origins[session.origin]}`;
}

/** Rounded up, so that it says nought only when the time is up. */
function timeLeft({ expiresAt }: Offer, { now, strings }: OfferLook): TemplateResult {
  const left = Math.ceil(Math.max(0, expiresAt - now) / 1000) * 1000;
  const time = timeFormat(strings.locale);
  return html`<span class="left" role="timer" aria-live="off"
    >${timerIcon({ size: 'small' })}<span aria-hidden="true">${time.clock(left)}</span
    ><span class="visually-hidden">${strings.desk.offers.timeLeft(time.duration(left, 'long'))}</span></span
  >`;
}

function caseData({ session }: Offer): TemplateResult | typeof nothing {
  const rows = Object.entries(session.caseData).slice(0, CASE_DATA_ROWS);
  if (rows.length === 0) return nothing;
  return html`<dl>
    ${rows.map(
      ([name, value]) =>
        html`<dt>${displayName(name, '')}</dt>
          <dd title=${singleLine(value, MAX_VALUE)}><bdi>${singleLine(value, MAX_VALUE)}</bdi></dd>`,
    )}
  </dl>`;
}

function previewOf({ preview }: Offer): TemplateResult | typeof nothing {
  return preview === undefined || preview === ''
    ? nothing
    : html`<p class="preview" dir="auto">${singleLine(markupToPlainText(parseMarkup(preview)), MAX_VALUE)}</p>`;
}

function actions(
  { offer, state }: OfferSnapshot,
  { title, inLine, strings, accept, reject }: OfferLook,
): TemplateResult {
  const words = strings.desk.offers;
  const busy = state === 'ringing' ? nothing : 'true';
  const press = (act: (offer: Offer) => void) => () => {
    if (state === 'ringing') act(offer);
  };
  return html`<div class="actions">
    <button
      type="button"
      class="button primary ${inLine ? 'small' : ''}"
      aria-label=${words.acceptName(title)}
      aria-disabled=${busy}
      @click=${press(accept)}
    >
      ${words.accept}
    </button>
    <button
      type="button"
      class=${inLine ? 'icon-button small' : 'button'}
      aria-label=${words.rejectName(title)}
      aria-disabled=${busy}
      title=${inLine ? words.reject : nothing}
      @click=${press(reject)}
    >
      ${inLine ? xIcon({ size: 'small' }) : words.reject}
    </button>
  </div>`;
}
