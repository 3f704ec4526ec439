import { ContextProvider } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskHandle, DeskSnapshot, SessionHandle } from '../../desk/handles.js';
import { en, type Strings } from '../../i18n/strings.js';
import type { Transport } from '../../protocol/transport.js';
import type { WaOfferEvent } from '../offers/offers-element.js';
import { SessionsController } from '../session-list/sessions-controller.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { panelRightIcon } from '../shared/icons.js';
import { StoreController } from '../shared/store-controller.js';
import { WidthController } from '../shared/width-controller.js';
import { banner } from './banner.js';
import { deskLayout, DESK_WIDTHS, type DeskLayout } from './desk-layout.js';
import { deskStyles } from './desk.styles.js';
import { detailsHeader, detailsView } from './details-view.js';
import { deskTitle, DocumentTitle } from './document-title.js';
import { FocusKeeper } from './focus-keeper.js';
import { OwnDesk } from './own-desk.js';
import { firstStop, RegionKeys } from './region-keys.js';

/**
 * An agent's whole desk: presence, offers, sessions, the conversation in view and its details. Each part can be replaced by
 * its slot; the parts inside find desk, session and words by context. F6 goes from part to part.
 *
 * @tagname wa-desk
 * @slot presence - Instead of the agent's presence.
 * @slot list - Instead of the list of sessions.
 * @slot offers - Instead of the offers.
 * @slot session - Instead of the conversation.
 * @slot panel - Instead of the details beside the conversation.
 * @csspart banner - What is said about the connection.
 * @csspart list - The column of the list.
 * @csspart session - The column of the conversation.
 * @csspart panel - The column of the details.
 */
export class WaDeskElement extends LitElement {
  static override styles = deskStyles;

  /** The desk to show, from `createDesk()`; it outlives this element. */
  @property({ attribute: false }) desk: DeskHandle | undefined;

  /** The simplest way: with a transport, and without a desk, the element makes a desk of its own and starts it. */
  @property({ attribute: false }) transport: Transport | undefined;

  /** What the element's own desk shows the backend at each connection. */
  @property({ attribute: false }) credentials: (() => Promise<unknown>) | undefined;

  /** `light`, `dark`, `auto`, `high-contrast`, or several of them; without one, as the page around. */
  @property({ reflect: true }) theme: string | null = null;

  /** `compact` for smaller text and controls. */
  @property({ reflect: true }) density: string | null = null;

  /** The page's title names the session in view, and counts the sessions that call for attention. */
  @property({ type: Boolean, attribute: 'document-title' }) documentTitle = false;

  /** The words to show here and in everything inside. */
  @property({ attribute: false }) strings: Strings = en;

  /** Wished for while it stands beside the conversation; over it, it is closed until asked for. */
  @state() private dockedPanel = true;
  @state() private drawerPanel = false;
  @state() private storageNoticeDismissed = false;

  @query('.session') private readonly sessionColumn!: HTMLElement;
  @query('.list-body') private readonly listBody!: HTMLElement;
  @query('.panel') private readonly panel!: HTMLElement | null;
  @query('.toggle') private readonly toggle!: HTMLElement | null;

  readonly #own = new OwnDesk(this, () => ({
    transport: this.desk ? undefined : this.transport,
    credentials: this.credentials,
  }));
  readonly #desk = new StoreController(this, () => this.#handle);
  readonly #deskProvider = new ContextProvider(this, { context: deskContext });
  readonly #sessionProvider = new ContextProvider(this, { context: sessionContext });
  readonly #stringsProvider = new ContextProvider(this, { context: stringsContext, initialValue: en });
  readonly #width = new WidthController(this, DESK_WIDTHS);
  readonly #clock = new ClockController(this, {
    now: () => this.#handle?.now() ?? Date.now(),
    every: () => (this.#desk.value?.connection.nextAttemptAt === undefined ? undefined : 'second'),
  });
  /** The session that the agent has just accepted; its text has the focus as soon as it is shown. */
  #awaited: string | undefined;

  constructor() {
    super();
    new RegionKeys(this);
    new FocusKeeper(this, { isThere: () => this.#session !== undefined, lost: () => this.#focusList() });
    new SessionsController(this, () => this.#desk.value?.sessions ?? []);
    new DocumentTitle(this, () => this.#documentTitle());
    this.addEventListener('wa-offer-accept', this.#onAccept);
    this.addEventListener('wa-session-select', this.#onSelect);
    this.addEventListener('wa-session-leave', this.#onLeave);
    this.addEventListener('wa-unsent-decided', this.#onDecided);
  }

  protected override willUpdate(): void {
    this.#deskProvider.setValue(this.#handle);
    this.#sessionProvider.setValue(this.#session);
    this.#stringsProvider.setValue(this.strings);
  }

  protected override updated(): void {
    if (this.#awaited === undefined || this.#session?.id !== this.#awaited) return;
    this.#awaited = undefined;
    void this.#focusSession();
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.#desk.value;
    if (!desk) return nothing;
    const layout = this.#layout;
    const classes = [
      'columns',
      layout.oneColumn ? 'one-column' : '',
      layout.rail ? 'rail' : '',
      layout.snug ? 'snug' : '',
      layout.drawer ? 'drawer' : '',
      this.#session ? 'in-session' : '',
    ];
    return html`<div class="desk">
      ${this.#renderBanner(desk)}<wa-unsent></wa-unsent>
      <div class=${classes.join(' ')}>
        ${this.#renderList()}${this.#renderOffers(desk, layout)}${this.#renderSession(layout)}${this.#renderPanel(layout)}
      </div>
    </div>`;
  }

  #renderBanner(desk: DeskSnapshot): TemplateResult {
    return banner(desk, {
      now: this.#clock.now,
      strings: this.strings,
      storageNoticeDismissed: this.storageNoticeDismissed,
      reconnect: this.#reconnect,
      dismissStorageNotice: this.#dismissStorageNotice,
    });
  }

  #renderList(): TemplateResult {
    return html`<section class="list" part="list" data-region aria-label=${this.strings.desk.sessions.label}>
      <div class="header">
        <slot name="presence"><wa-presence></wa-presence></slot>
      </div>
      <div class="list-body">
        <slot name="list"><wa-session-list></wa-session-list></slot>
      </div>
    </section>`;
  }

  #renderOffers({ offers }: DeskSnapshot, layout: DeskLayout): TemplateResult {
    const isCompact = layout.rail || (layout.oneColumn && this.#session !== undefined);
    return html`<section
      class="offers"
      data-region
      aria-label=${this.strings.desk.offers.label}
      ?hidden=${offers.length === 0}
    >
      <slot name="offers"><wa-offers ?compact=${isCompact}></wa-offers></slot>
    </section>`;
  }

  #renderSession({ oneColumn }: DeskLayout): TemplateResult {
    return html`<div class="session" part="session">
      <slot name="session"
        ><wa-session ?back-button=${oneColumn} ?without-wrap-up=${this.#panelShown}
          >${this.#session ? this.#renderToggle() : nothing}</wa-session
        ></slot
      >
    </div>`;
  }

  #renderToggle(): TemplateResult {
    const words = this.strings.desk.details;
    const label = this.#panelShown ? words.hide : words.show;
    return html`<button
      slot="actions"
      type="button"
      class="icon-button toggle"
      aria-label=${label}
      title=${label}
      aria-pressed=${this.#panelShown ? 'true' : 'false'}
      @click=${this.#togglePanel}
    >
      ${panelRightIcon()}
    </button>`;
  }

  #renderPanel({ drawer }: DeskLayout): TemplateResult | typeof nothing {
    const session = this.#session;
    if (!session || !this.#panelShown) return nothing;
    const words = this.strings.desk.details;
    return html`<section
      class="panel"
      part="panel"
      data-region
      aria-label=${words.label}
      @keydown=${this.#onPanelKeydown}
    >
      <slot name="panel">
        ${detailsHeader(words, drawer ? this.#togglePanel : undefined)}
        <div class="panel-body scroll">${detailsView(session.snapshot.session, this.strings)}</div>
        <div class="wrap-up"><wa-wrap-up></wa-wrap-up></div>
      </slot>
    </section>`;
  }

  get #handle(): DeskHandle | undefined {
    return this.desk ?? this.#own.desk;
  }

  get #session(): SessionHandle | undefined {
    const id = this.#desk.value?.currentSessionId;
    return id === undefined ? undefined : this.#handle?.session(id);
  }

  get #isDrawer(): boolean {
    return deskLayout(this.#width.step, false).drawer;
  }

  get #panelShown(): boolean {
    return this.#session !== undefined && (this.#isDrawer ? this.drawerPanel : this.dockedPanel);
  }

  get #layout(): DeskLayout {
    return deskLayout(this.#width.step, this.#panelShown);
  }

  #documentTitle(): ((title: string) => string) | undefined {
    const desk = this.#desk.value;
    if (!this.documentTitle || !desk) return undefined;
    return (own) => deskTitle(own, desk, { current: this.#session, strings: this.strings });
  }

  /** Where writing goes on, as soon as it is drawn; not where it would bring up a keyboard on the screen. */
  async #focusSession(): Promise<void> {
    await this.updateComplete;
    const session = this.sessionColumn.querySelector('wa-session');
    await session?.updateComplete;
    if (matchMedia('(pointer: coarse)').matches) firstStop(this.sessionColumn)?.focus();
    else session?.focus();
  }

  #focusList(): void {
    firstStop(this.listBody)?.focus();
  }

  readonly #onAccept = (event: Event): void => {
    if (!event.defaultPrevented) this.#awaited = (event as WaOfferEvent).detail.offer.session.id;
  };

  readonly #onSelect = (event: Event): void => {
    void this.updateComplete.then(async () => {
      if (!event.defaultPrevented) await this.#focusSession();
    });
  };

  readonly #onLeave = (): void => {
    this.#handle?.show(undefined);
    void this.updateComplete.then(() => {
      this.#focusList();
    });
  };

  readonly #onDecided = (): void => {
    if (this.#session) void this.#focusSession();
    else this.#focusList();
  };

  readonly #togglePanel = (): void => {
    if (!this.#isDrawer) {
      this.dockedPanel = !this.dockedPanel;
      return;
    }
    this.drawerPanel = !this.drawerPanel;
    void this.updateComplete.then(() => {
      const target = this.drawerPanel && this.panel ? firstStop(this.panel) : this.toggle;
      target?.focus();
    });
  };

  readonly #onPanelKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#isDrawer) return;
    event.preventDefault();
    this.#togglePanel();
  };

  readonly #reconnect = (): void => {
    const handle = this.#handle;
    if (handle?.snapshot.connection.state === 'closed') handle.start();
    else handle?.reconnect();
  };

  readonly #dismissStorageNotice = (): void => {
    this.storageNoticeDismissed = true;
  };
}
