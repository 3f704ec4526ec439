import { consume } from '@lit/context';
import { LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { SessionHandle, SessionView } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import { en, type Strings } from '../../i18n/strings.js';
import { baseStyles } from '../../styles/index.js';
import { AnnouncerController } from '../shared/announcer.js';
import { windowChip } from '../shared/chips.js';
import { chipStyles } from '../shared/chips.styles.js';
import { ClockController } from '../shared/clock-controller.js';
import { sessionContext, stringsContext } from '../shared/contexts.js';
import { StoreController } from '../shared/store-controller.js';
import { timeFormat } from '../shared/time-format.js';
import { remainingTime, spokenMark, wholeMinutes } from './remaining-time.js';
import { serviceWindowStyles } from './service-window.styles.js';

/**
 * Shows how long the contact may still be answered freely (WhatsApp's 24-hour window). Spoken only when 60, 15 and 5
 * minutes are left, and when it has closed.
 *
 * @tagname wa-service-window
 * @csspart chip - The chip.
 */
export class WaServiceWindowElement extends LitElement {
  static override styles = [baseStyles, chipStyles, serviceWindowStyles];

  /** The session; found by context when not given. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** As tall as in a header, to the minute and with its word: 24 px instead of 20. */
  @property({ type: Boolean, reflect: true }) large = false;

  /** The time alone, without its word. */
  @property({ type: Boolean }) brief = false;

  /** Says nothing aloud: for a second chip of the same session. */
  @property({ type: Boolean }) silent = false;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  readonly #view = new StoreController(this, () => this.session);
  readonly #announcer = new AnnouncerController(this);
  readonly #clock = new ClockController(this, {
    now: () => this.session?.now() ?? Date.now(),
    every: () => (this.#view.value?.session.window.closesAt === undefined ? undefined : 'minute'),
  });
  /** What was last told, or would have been, of the session in view. */
  #mark: { readonly sessionId: string; readonly minutes: number } | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view) return nothing;
    const { window: words } = this.strings.desk;
    const { windowPhase: phase } = view;
    if (phase === 'closed')
      return windowChip({ phase, text: words.closed, words: words.closedWords, large: this.large });
    const left = this.#left(view);
    const text = remainingTime(left, timeFormat(this.strings.locale), this.large ? 'minutes' : 'hours');
    return windowChip({
      phase,
      text: this.large && !this.brief ? `${words.label} ${text}` : text,
      words: words.left(timeFormat(this.strings.locale).duration(wholeMinutes(left), 'long')),
      large: this.large,
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const view = this.#view.value;
    if (!view) return;
    const before = this.#mark;
    const minutes = view.windowPhase === 'closed' ? 0 : spokenMark(this.#left(view));
    this.#mark = { sessionId: view.session.id, minutes };
    const isFirst = before?.sessionId !== view.session.id;
    if (!isFirst && minutes < before.minutes && !this.silent) this.#tell(view, minutes);
  }

  #tell({ session }: SessionView, minutes: number): void {
    const { unknownContact, window: words } = this.strings.desk;
    const name = contactName(session.contact, unknownContact);
    const duration = timeFormat(this.strings.locale).duration(minutes * 60_000, 'long');
    this.#announcer.announce(minutes === 0 ? words.closedAnnouncement(name) : words.announcement(name, duration));
  }

  #left({ session }: SessionView): number {
    return Math.max(0, (session.window.closesAt ?? 0) - this.#clock.now);
  }
}
