import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Appearance, Scheme } from '../appearance.js';
import { icon, type IconName } from '../icons.js';
import { Watch } from '../observable.js';
import type { PhoneService } from '../phone-service.js';
import type { PhoneState } from '../phone-state.js';
import { Ticking } from '../ticking.js';
import { barStyles } from './bar.styles.js';
import { baseStyles, controlStyles } from './base.styles.js';

const HOUR_MS = 3_600_000;
const STEPS = [1, 23, 25];

const SCHEMES: readonly { readonly scheme: Scheme; readonly label: string; readonly picture: IconName }[] = [
  { scheme: 'system', label: 'As the system', picture: 'monitor' },
  { scheme: 'light', label: 'Light', picture: 'sun' },
  { scheme: 'dark', label: 'Dark', picture: 'moon' },
];

const clockFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** The clock, the weather of the network and the looks. What stands in the slot comes between them and the name. */
@customElement('play-bar')
export class PlayBar extends LitElement {
  static override styles = [baseStyles, controlStyles, barStyles];

  @property({ attribute: false }) phone!: PhoneState;

  @property({ attribute: false }) service!: PhoneService;

  @property({ attribute: false }) appearance!: Appearance;

  @state() private isUnruly = false;

  constructor() {
    super();
    new Watch(this, () => this.phone);
    new Watch(this, () => this.appearance);
    new Ticking(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.service.isUnruly().then((isUnruly) => {
      this.isUnruly = isUnruly;
    });
  }

  protected override render(): TemplateResult {
    return html`<div class="brand">
        <img src="/icon.svg" alt="" />
        <h1>wa-desk <span>playground</span></h1>
      </div>
      <slot></slot>
      <button type="button" class="control square settings" popovertarget="controls" aria-label="Clock and looks">
        ${icon('sliders-horizontal')}
      </button>
      <div class="controls" id="controls" popover>
        ${this.#renderClock()} ${this.#renderWeather()} ${this.#renderLooks()}
      </div>`;
  }

  #renderClock(): TemplateResult {
    const ahead = Math.round((this.phone.clock?.offsetMs ?? 0) / HOUR_MS);
    return html`<div class="group" role="group" aria-label="Move the clock on">
      <span class="clock">
        ${icon('clock')}
        <time>${clockFormat.format(this.phone.now())}</time> ${ahead > 0 ? html`(+${ahead} h)` : nothing}
      </span>
      <span class="segments">
        ${STEPS.map(
          (hours) =>
            html`<button type="button" class="control" @click=${() => this.service.moveClock(hours * HOUR_MS)}>
              +${hours} h
            </button>`,
        )}
      </span>
    </div>`;
  }

  #renderWeather(): TemplateResult {
    const toggle = async (): Promise<void> => {
      await this.service.setUnruly(!this.isUnruly);
      this.isUnruly = !this.isUnruly;
    };
    return html`<button
      type="button"
      class="control"
      aria-pressed=${this.isUnruly}
      title="Webhooks come batched, repeated, late and out of order, as WhatsApp’s do now and then"
      @click=${toggle}
    >
      ${icon('shuffle')} Unruly webhooks
    </button>`;
  }

  #renderLooks(): TemplateResult {
    const { scheme: current, isHighContrast } = this.appearance;
    return html`<div class="group" role="group" aria-label="Looks">
      <span class="segments">
        ${SCHEMES.map(
          ({ scheme, label, picture }) =>
            html`<button
              type="button"
              class="control square"
              aria-label=${label}
              title=${label}
              aria-pressed=${scheme === current}
              @click=${() => {
                this.appearance.setScheme(scheme);
              }}
            >
              ${icon(picture)}
            </button>`,
        )}
      </span>
      <button
        type="button"
        class="control square"
        aria-label="High contrast"
        title="High contrast"
        aria-pressed=${isHighContrast}
        @click=${() => {
          this.appearance.setHighContrast(!isHighContrast);
        }}
      >
        ${icon('contrast')}
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-bar': PlayBar;
  }
}
