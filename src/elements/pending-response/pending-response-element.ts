import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskHandle, SessionHandle } from '../../desk/handles.js';
import { en, type Strings } from '../../i18n/strings.js';
import { baseStyles } from '../../styles/index.js';
import { pendingChip } from '../shared/chips.js';
import { chipStyles } from '../shared/chips.styles.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { StoreController } from '../shared/store-controller.js';
import { timeFormat } from '../shared/time-format.js';
import { pendingResponseStyles } from './pending-response.styles.js';

/** No more than this, whatever happens around the chip. */
const FLASHING_MS = 5000;

/** From here on nobody counts seconds. */
const HOUR_MS = 3_600_000;

/**
 * Shows how long the contact has been waiting for an answer: green, yellow, then red; nothing while nobody waits.
 *
 * @tagname wa-pending-response
 * @csspart chip - The chip.
 */
export class WaPendingResponseElement extends LitElement {
  static override styles = [baseStyles, chipStyles, pendingResponseStyles];

  /** The session; found by context when not given. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** The desk whose options say when it is late; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** As tall as in a header: 24 px instead of 20. */
  @property({ type: Boolean, reflect: true }) large = false;

  /** The time alone, without its word. */
  @property({ type: Boolean }) brief = false;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  readonly #view = new StoreController(this, () => this.session);
  readonly #options = new StoreController(
    this,
    () => this.desk,
    ({ options }) => options,
  );
  readonly #clock = new ClockController(this, {
    now: () => this.session?.now() ?? Date.now(),
    every: () => (this.#view.value?.session.pendingSince === undefined ? undefined : 'second'),
  });

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    const since = view?.session.pendingSince;
    if (!view || since === undefined || view.pendingLevel === 'none') return nothing;
    const waited = Math.max(0, this.#clock.now - since);
    const time = timeFormat(this.strings.locale);
    const text = waited < HOUR_MS ? time.clock(waited) : time.duration(waited, 'narrow', this.large ? 2 : 1);
    const { waiting, words } = this.strings.desk.pending;
    return html`${pendingChip({
      level: view.pendingLevel,
      text: this.large && !this.brief ? `${waiting} ${text}` : text,
      words: words[view.pendingLevel](time.duration(waited, 'long')),
      large: this.large,
      flashing: view.pendingLevel === 'overdue' && this.#overdueFor(waited) < FLASHING_MS,
    })}`;
  }

  #overdueFor(waited: number): number {
    const { maximum } = (this.#options.value ?? DEFAULT_OPTIONS).pendingResponse;
    return waited - maximum * 1000;
  }
}
