import { consume, ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { SessionHandle, SessionView } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import { formatPhoneNumber } from '../../domain/phone-number.js';
import { en, type Strings } from '../../i18n/strings.js';
import { baseStyles, buttonStyles, stripStyles } from '../../styles/index.js';
import type { WaComposerElement } from '../composer/composer-element.js';
import { avatar } from '../shared/avatar.js';
import { avatarStyles } from '../shared/avatar.styles.js';
import { sessionContext, stringsContext } from '../shared/contexts.js';
import { emit } from '../shared/emit.js';
import {
  arrowLeftIcon,
  calendarIcon,
  checkIcon,
  circleAlertIcon,
  downloadIcon,
  messageCircleIcon,
  searchIcon,
  xIcon,
} from '../shared/icons.js';
import { MenuController, type MenuItem } from '../shared/menu.js';
import { menuStyles } from '../shared/menu.styles.js';
import { StoreController } from '../shared/store-controller.js';
import { WidthController } from '../shared/width-controller.js';
import type { WaTranscriptElement } from '../transcript/transcript-element.js';
import type { WaSessionIntentEvent } from '../wrap-up/wrap-up-element.js';
import { MessageWishes } from './message-wishes.js';
import { sessionStyles } from './session.styles.js';

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-session-wrap-up': WaSessionIntentEvent;
    'wa-session-leave': WaSessionIntentEvent;
  }
}

/** From these widths on the header has room for the window and the buttons, and for the words of the chips. */
const WIDTHS = [480, 720];

/**
 * Gives one session to the elements inside it. Without elements of its own inside, it shows the whole conversation: header,
 * transcript, composer.
 *
 * @tagname wa-session
 * @slot - Instead of the usual layout; elements inside find the session by context.
 * @slot empty - What stands there when there is no session.
 * @slot actions - More buttons at the end of the header.
 * @fires {WaSessionIntentEvent} wa-session-wrap-up - The agent begins the wrap-up; may be vetoed. Bubbles, composed.
 * @fires {WaSessionIntentEvent} wa-session-leave - The agent goes back to the list. Bubbles, composed.
 * @csspart header - The header.
 * @csspart composer - The place of the composer.
 */
export class WaSessionElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, stripStyles, avatarStyles, menuStyles, sessionStyles];

  /** The session; without it the one in view of the desk around. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** Has a button that leads back to the list. */
  @property({ type: Boolean, attribute: 'back-button' }) backButton = false;

  /** Note and disposition stand elsewhere, so the wrap-up does not show them here. */
  @property({ type: Boolean, attribute: 'without-wrap-up' }) withoutWrapUp = false;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  @state() private hasOwnContent = false;

  @query('wa-composer') private readonly composer!: WaComposerElement | null;
  @query('wa-transcript') private readonly transcript!: WaTranscriptElement | null;

  readonly #view = new StoreController(this, () => this.session);
  readonly #provider = new ContextProvider(this, { context: sessionContext });
  readonly #width = new WidthController(this, WIDTHS);
  readonly #menu = new MenuController(this, {
    items: () => this.#menuItems(),
    onSelect: (id) => {
      this.#choose(id);
    },
    align: 'end',
  });

  constructor() {
    super();
    new MessageWishes(this, () => ({ composer: this.composer, transcript: this.transcript }));
  }

  /** Focuses the composer's text. */
  override focus(options?: FocusOptions): void {
    this.composer?.focus(options);
  }

  /** Complete with the composer, so that the focus can go there at once. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.composer?.updateComplete;
    return isComplete;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.#provider.setValue(this.session);
  }

  protected override render(): TemplateResult {
    return html`<slot @slotchange=${this.#onSlotChange}></slot>${this.hasOwnContent ? nothing : this.#renderUsual()}`;
  }

  #renderUsual(): TemplateResult {
    const view = this.#view.value;
    const words = this.strings.desk.session;
    if (!view)
      return html`<div class="empty">
        <slot name="empty">${messageCircleIcon()}<b>${words.choose}</b><span>${words.chooseHint}</span></slot>
      </div>`;
    return html`<div class="session">
      ${this.#renderHeader(view)}${this.#renderError(view)}
      <section class="transcript" data-region aria-label=${words.conversation}>
        <wa-transcript .session=${this.session} .strings=${this.strings}></wa-transcript>
      </section>
      <section class="composer" part="composer" data-region aria-label=${this.strings.composer.label}>
        ${view.session.phase === 'wrap-up' ? this.#renderWrapUp() : html`<wa-composer></wa-composer>`}
      </section>
    </div>`;
  }

  #renderHeader(view: SessionView): TemplateResult {
    const { desk } = this.strings;
    const { channel, contact } = view.session;
    const name = contactName(contact, desk.unknownContact);
    const step = this.#width.step;
    const number = channel.phoneNumber === undefined ? '' : ` · ${formatPhoneNumber(channel.phoneNumber)}`;
    return html`<div class="header" part="header">
      ${this.backButton ? this.#renderBack() : nothing}${avatar({ name, seed: contact.id })}
      <div class="who">
        <bdi class="name">${name}</bdi>
        <bdi class="channel">${channel.name}${number}</bdi>
      </div>
      ${
        view.session.pendingSince === undefined
          ? nothing
          : html`<wa-pending-response large ?brief=${step < 2}></wa-pending-response>`
      }
      <wa-service-window class=${step > 0 ? '' : 'visually-hidden'} large ?brief=${step < 2}></wa-service-window>
      <div class="actions">${this.#renderActions(view, step > 0)}<slot name="actions"></slot></div>
    </div>`;
  }

  #renderBack(): TemplateResult {
    const words = this.strings.desk.session;
    return html`<button
      type="button"
      class="icon-button back"
      aria-label=${words.back}
      title=${words.back}
      @click=${this.#onBack}
    >
      ${arrowLeftIcon()}
    </button>`;
  }

  #renderActions(view: SessionView, isWide: boolean): TemplateResult {
    const words = this.strings.desk.session;
    const canWrapUp = view.session.phase === 'engaged' && isWide;
    return html`${this.#menu.button({ label: words.more })}${
      canWrapUp
        ? html`<button type="button" class="button" @click=${this.#wrapUp}>
            ${checkIcon({ size: 'small' })}${words.wrapUp}
          </button>`
        : nothing
    }`;
  }

  #menuItems(): readonly MenuItem[] {
    const { desk, transcript } = this.strings;
    const { find } = transcript;
    const hasWrapUp = this.#view.value?.session.phase === 'engaged' && this.#width.step === 0;
    return [
      { id: 'find', label: find.label, icon: searchIcon, hint: find.key },
      { id: 'date', label: find.goToDate, icon: calendarIcon },
      { id: 'text', label: find.exportText, icon: downloadIcon, separator: true },
      { id: 'json', label: find.exportJson, icon: downloadIcon },
      ...(hasWrapUp ? [{ id: 'wrap-up', label: desk.session.wrapUp, icon: checkIcon, separator: true }] : []),
    ];
  }

  #choose(id: string): void {
    if (id === 'wrap-up') this.#wrapUp();
    else if (id === 'find') void this.transcript?.find();
    else if (id === 'date') void this.transcript?.find('date');
    else if (id === 'text' || id === 'json') void this.transcript?.save(id);
  }

  #renderError({ error }: SessionView): TemplateResult | typeof nothing {
    const words = this.strings.desk.session;
    const known: Readonly<Record<string, string>> = { ...this.strings.composer.refusals, ...words.errors };
    return html`<div role="alert">
      ${
        error === undefined
          ? nothing
          : html`<div class="strip danger error">
              ${circleAlertIcon({ size: 'small' })}
              <span class="grow">${known[error.code] ?? words.otherError}</span>
              <button
                type="button"
                class="icon-button small"
                aria-label=${words.dismiss}
                title=${words.dismiss}
                @click=${this.#dismissError}
              >
                ${xIcon({ size: 'small' })}
              </button>
            </div>`
      }
    </div>`;
  }

  #renderWrapUp(): TemplateResult {
    return html`<div class="strip wrap" role="status">
        ${checkIcon({ size: 'small' })}<span class="grow">${this.strings.desk.session.inWrapUp}</span>
      </div>
      ${this.withoutWrapUp ? nothing : html`<div class="wrap-up"><wa-wrap-up></wa-wrap-up></div>`}`;
  }

  /** Elements of the host's own, not mere blanks between tags, replace the usual layout. */
  readonly #onSlotChange = ({ target }: Event): void => {
    this.hasOwnContent = target instanceof HTMLSlotElement && target.assignedElements().length > 0;
  };

  readonly #onBack = (): void => {
    if (this.session) emit(this, 'wa-session-leave', { sessionId: this.session.id });
  };

  readonly #wrapUp = (): void => {
    const { session } = this;
    if (session && emit(this, 'wa-session-wrap-up', { sessionId: session.id }, { cancelable: true }))
      void session.wrapUp();
  };

  readonly #dismissError = (): void => {
    this.session?.dismissError();
  };
}
