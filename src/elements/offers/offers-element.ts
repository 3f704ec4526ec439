import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskHandle, OfferSnapshot } from '../../desk/handles.js';
import type { Offer } from '../../domain/session.js';
import { en, type Strings } from '../../i18n/strings.js';
import { baseStyles, buttonStyles } from '../../styles/index.js';
import { AnnouncerController } from '../shared/announcer.js';
import { avatarStyles } from '../shared/avatar.styles.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, stringsContext } from '../shared/contexts.js';
import { emit } from '../shared/emit.js';
import { sessionTitle } from '../shared/session-title.js';
import { StoreController } from '../shared/store-controller.js';
import { runDown } from './countdown-bar.js';
import { offerView, type OfferLook } from './offer-view.js';
import { offersStyles } from './offers.styles.js';

/** Which offer an intent is about. */
export interface OfferDetail {
  readonly offer: Offer;
}

export type WaOfferEvent = CustomEvent<OfferDetail>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-offer-accept': WaOfferEvent;
    'wa-offer-reject': WaOfferEvent;
  }
}

/**
 * Shows the sessions that are offered to the agent, each with its countdown: the newest open, older ones on one line.
 * It takes no focus; what became of an offer stays for a moment.
 *
 * @tagname wa-offers
 * @fires {WaOfferEvent} wa-offer-accept - The agent takes a session; may be vetoed. Bubbles, composed.
 * @fires {WaOfferEvent} wa-offer-reject - The agent does not take it; may be vetoed. Bubbles, composed.
 * @csspart offer - Each offer.
 */
export class WaOffersElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, avatarStyles, offersStyles];

  /** The desk; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** One line for each offer, the newest too. */
  @property({ type: Boolean, reflect: true }) compact = false;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  readonly #offers = new StoreController(
    this,
    () => this.desk,
    ({ offers }) => offers,
  );
  readonly #announcer = new AnnouncerController(this);
  readonly #clock = new ClockController(this, {
    now: () => this.desk?.now() ?? Date.now(),
    every: () => ((this.#offers.value ?? []).some(({ state }) => state !== 'gone') ? 'second' : undefined),
  });
  readonly #told = new Map<string, OfferSnapshot['state']>();
  #focused: string | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const offers = this.#offers.value ?? [];
    if (offers.length === 0) return nothing;
    const newest = offers.find(({ state }) => state !== 'gone');
    return html`<div class="offers" @focusin=${this.#onFocusin}>
      ${repeat(
        [...offers].reverse(),
        ({ offer }) => offer.id,
        (entry) => this.#renderOffer(entry, this.compact || entry !== newest),
      )}
    </div>`;
  }

  #renderOffer(entry: OfferSnapshot, inLine: boolean): TemplateResult {
    const look: OfferLook = {
      title: this.#titleOf(entry.offer),
      inLine,
      now: this.#clock.now,
      strings: this.strings,
      accept: this.#accept,
      reject: this.#reject,
    };
    return offerView(entry, look);
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    for (const entry of this.#offers.value ?? []) {
      const bar = this.renderRoot.querySelector(`[data-offer="${CSS.escape(entry.offer.id)}"] .bar > div`);
      if (bar) runDown(bar, entry.offer, this.#clock.now);
    }
    this.#tellNews();
    this.#keepFocus();
  }

  #titleOf({ session }: Offer): string {
    const { toastWindowTitle } = this.desk?.snapshot.options ?? DEFAULT_OPTIONS;
    return sessionTitle(session, toastWindowTitle, this.strings.desk);
  }

  #tellNews(): void {
    const offers = this.#offers.value ?? [];
    for (const { offer, state, goneReason } of offers) {
      const before = this.#told.get(offer.id);
      this.#told.set(offer.id, state);
      if (before === undefined && state === 'ringing') this.#tellOffer(offer);
      else if (before !== 'gone' && state === 'gone' && goneReason !== undefined)
        this.#announcer.announce(`${this.#titleOf(offer)}: ${this.strings.desk.offers.gone[goneReason]}`);
    }
    for (const id of this.#told.keys()) if (!offers.some(({ offer }) => offer.id === id)) this.#told.delete(id);
  }

  #tellOffer(offer: Offer): void {
    const { offers: words } = this.strings.desk;
    this.#announcer.announce(words.announcement(this.#titleOf(offer), offer.session.channel.name), {
      group: 'offers',
      summarise: words.manyAnnouncement,
    });
  }

  /** When the offer that had the focus is gone, the next one has it. */
  #keepFocus(): void {
    const hadFocus = this.#focused;
    if (hadFocus === undefined || this.#offers.value?.some(({ offer }) => offer.id === hadFocus)) return;
    this.#focused = undefined;
    if (this.shadowRoot?.activeElement) return;
    this.renderRoot.querySelector<HTMLElement>('.button')?.focus();
  }

  readonly #onFocusin = (event: Event): void => {
    const offer = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-offer]') : null;
    this.#focused = offer?.dataset['offer'];
  };

  readonly #accept = (offer: Offer): void => {
    if (emit(this, 'wa-offer-accept', { offer }, { cancelable: true })) this.desk?.acceptOffer(offer.id);
  };

  readonly #reject = (offer: Offer): void => {
    if (emit(this, 'wa-offer-reject', { offer }, { cancelable: true })) this.desk?.rejectOffer(offer.id);
  };
}
