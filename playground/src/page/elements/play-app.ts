import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DeskHandle } from 'wa-desk';
import type { Appearance } from '../appearance.js';
import type { Crossings } from '../crossings.js';
import { icon, type IconName } from '../icons.js';
import { Watch } from '../observable.js';
import type { PhoneService } from '../phone-service.js';
import type { PhoneState } from '../phone-state.js';
import { appStyles } from './app.styles.js';
import { baseStyles, controlStyles } from './base.styles.js';
import './play-bar.js';
import './play-log.js';
import './play-phone.js';

type View = 'phone' | 'desk' | 'log';

const VIEWS: readonly { readonly view: View; readonly label: string; readonly picture: IconName }[] = [
  { view: 'phone', label: 'Phone', picture: 'smartphone' },
  { view: 'desk', label: 'Desk', picture: 'headset' },
  { view: 'log', label: 'Log', picture: 'activity' },
];

/** What the page shows. */
export interface Playground {
  readonly desk: DeskHandle;
  readonly phone: PhoneState;
  readonly service: PhoneService;
  readonly crossings: Crossings;
  readonly appearance: Appearance;
}

const narrow = matchMedia('(max-width: 899px)');

/** The phone, the desk beside it and what crosses between them; one at a time where there is little room. */
@customElement('play-app')
export class PlayApp extends LitElement {
  static override styles = [baseStyles, controlStyles, appStyles];

  @property({ attribute: false }) playground!: Playground;

  @state() private view: View = 'phone';

  @state() private isPhoneHidden = false;

  @state() private isNarrow = narrow.matches;

  constructor() {
    super();
    new Watch(this, () => this.playground.appearance);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    narrow.addEventListener('change', this.#onWidth);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    narrow.removeEventListener('change', this.#onWidth);
  }

  protected override render(): TemplateResult {
    const { desk, phone, service, crossings, appearance } = this.playground;
    return html`<play-bar role="banner" .phone=${phone} .service=${service} .appearance=${appearance}>
        ${this.#renderTabs()} ${this.#renderHide()}
      </play-bar>
      <main class=${this.isPhoneHidden ? 'without-phone' : ''} data-view=${this.view}>
        <play-phone role="region" aria-label="Phone" .phone=${phone} .service=${service}></play-phone>
        <section class="desk" aria-label="Agent’s desk">
          <wa-desk .desk=${desk} theme=${appearance.deskTheme}></wa-desk>
        </section>
        <play-log
          role="region"
          aria-label="What crosses"
          .crossings=${crossings}
          ?pinned=${this.isNarrow}
          open
        ></play-log>
      </main>`;
  }

  #renderTabs(): TemplateResult {
    return html`<div class="tabs segments" role="group" aria-label="Show">
      ${VIEWS.map(
        ({ view, label, picture }) =>
          html`<button
            type="button"
            class="control"
            aria-pressed=${view === this.view}
            @click=${() => {
              this.view = view;
            }}
          >
            ${icon(picture)} ${label}
          </button>`,
      )}
    </div>`;
  }

  #renderHide(): TemplateResult {
    const label = this.isPhoneHidden ? 'Show the phone' : 'Hide the phone';
    return html`<button
      type="button"
      class="control square hide-phone"
      aria-label=${label}
      title=${label}
      @click=${() => {
        this.isPhoneHidden = !this.isPhoneHidden;
      }}
    >
      ${icon(this.isPhoneHidden ? 'panel-left-open' : 'panel-left-close')}
    </button>`;
  }

  readonly #onWidth = ({ matches }: MediaQueryListEvent): void => {
    this.isNarrow = matches;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'play-app': PlayApp;
  }
}
