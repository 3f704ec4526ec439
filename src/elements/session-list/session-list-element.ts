import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskHandle, SessionHandle } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import { en, type Strings } from '../../i18n/strings.js';
import { baseStyles, buttonStyles, fieldStyles, scrollStyles, skeletonStyles } from '../../styles/index.js';
import { contentSummary } from '../message/content-summary.js';
import type { PresenceDetail } from '../presence/presence-element.js';
import { presenceSummary } from '../presence/presence-state.js';
import { AnnouncerController } from '../shared/announcer.js';
import { avatarStyles } from '../shared/avatar.styles.js';
import { chipStyles } from '../shared/chips.styles.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, stringsContext } from '../shared/contexts.js';
import { emit } from '../shared/emit.js';
import { inboxIcon, searchIcon } from '../shared/icons.js';
import { RovingFocusController } from '../shared/roving-focus.js';
import { StoreController } from '../shared/store-controller.js';
import { sessionEntry } from './session-entry.js';
import { sessionListStyles } from './session-list.styles.js';
import { SessionsController } from './sessions-controller.js';

/** Which session an agent chose. */
export interface SessionSelectDetail {
  readonly sessionId: string;
}

export type WaSessionSelectEvent = CustomEvent<SessionSelectDetail>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-session-select': WaSessionSelectEvent;
  }
}

/** A bar that calls for attention blinks no longer than this whatever the options say, and no second time (SPEC B8). */
const MAX_BLINKING_MS = 5000;

/**
 * Lists the agent's open sessions with what was said last, what is unread and how urgent it is. One tab stop: arrows move
 * inside. Narrower than 160 px it is a rail of pictures.
 *
 * @tagname wa-session-list
 * @slot empty - What stands there when no session is open.
 * @fires {WaSessionSelectEvent} wa-session-select - The agent chose a session; may be vetoed. Bubbles, composed.
 * @fires {WaPresenceChangeEvent} wa-presence-change - The agent, who has no session, wants to be ready; may be vetoed. Bubbles, composed.
 * @csspart search - The search field.
 * @csspart entry - Each session's entry.
 */
export class WaSessionListElement extends LitElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    scrollStyles,
    skeletonStyles,
    avatarStyles,
    chipStyles,
    sessionListStyles,
  ];

  /** The desk; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  @state() private searched = '';

  @query('.entries') private readonly entries!: HTMLElement | null;

  readonly #desk = new StoreController(this, () => this.desk);
  readonly #roving = new RovingFocusController(this, {
    items: () => [...(this.entries?.querySelectorAll<HTMLElement>('.entry') ?? [])],
    orientation: 'vertical',
    wrap: false,
    typeahead: (item) => item.querySelector('.name')?.textContent ?? '',
  });
  readonly #clock = new ClockController(this, {
    now: () => this.desk?.now() ?? Date.now(),
    every: () => (this.#someBlink ? 'second' : 'minute'),
  });
  readonly #announcer = new AnnouncerController(this);
  readonly #attentionSince = new Map<string, number>();

  constructor() {
    super();
    new SessionsController(this, () => this.#sessions);
  }

  /** Focuses the session in view, or the first one. */
  override focus(): void {
    const current = this.entries?.querySelector<HTMLElement>('[aria-current]');
    if (current) this.#roving.moveTo(current);
    this.#roving.focus();
  }

  get #sessions(): readonly SessionHandle[] {
    return this.#desk.value?.sessions ?? [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const desk = this.#desk.value;
    if (!desk) return nothing;
    const words = this.strings.desk.sessions;
    if (!desk.presence && this.#sessions.length === 0) return placeholders(this.strings.desk.connection.loading);
    const found = this.#found();
    return html`${this.#renderSearch()}
      <p class="heading">${words.open(this.#sessions.length)}</p>
      <div class="entries scroll" @keydown=${this.#roving.onKeydown} @focusin=${this.#roving.onFocusin}>
        ${found.length === 0 ? this.#renderNothing() : this.#renderEntries(found)}
      </div>`;
  }

  #renderSearch(): TemplateResult {
    const words = this.strings.desk.sessions;
    return html`<div class="search" part="search">
      ${searchIcon({ size: 'small' })}
      <input
        class="field"
        type="search"
        placeholder=${words.find}
        aria-label=${words.find}
        .value=${this.searched}
        @input=${this.#onSearch}
        @keydown=${this.#onSearchKeydown}
      />
    </div>`;
  }

  #renderEntries(sessions: readonly SessionHandle[]): TemplateResult {
    return html`<ul aria-label=${this.strings.desk.sessions.label}>
      ${repeat(
        sessions,
        ({ id }) => id,
        (session) => html`<li>${this.#renderEntry(session)}</li>`,
      )}
    </ul>`;
  }

  #renderEntry(session: SessionHandle): TemplateResult {
    return sessionEntry(session, {
      isCurrent: session.id === this.#desk.value?.currentSessionId,
      blinking: this.#isBlinking(session),
      now: this.#clock.now,
      agentId: this.#desk.value?.agent?.id,
      strings: this.strings,
      select: this.#select,
    });
  }

  #renderNothing(): TemplateResult {
    const words = this.strings.desk.sessions;
    if (this.searched !== '') return html`<div class="empty" role="status">${words.nothingFound(this.searched)}</div>`;
    const isNotReady = this.#desk.value && presenceSummary(this.#desk.value).state === 'not-ready';
    return html`<div class="empty">
      <slot name="empty"
        >${inboxIcon()}<b>${words.empty}</b>${
          isNotReady
            ? html`<span>${words.notReadyHint}</span>
                <button type="button" class="button small" @click=${this.#becomeReady}>${words.becomeReady}</button>`
            : html`<span>${words.emptyHint}</span>`
        }</slot
      >
    </div>`;
  }

  #found(): readonly SessionHandle[] {
    const wanted = this.searched.trim().toLocaleLowerCase();
    if (wanted === '') return this.#sessions;
    return this.#sessions.filter(({ snapshot: { session, lastMessage } }) =>
      [
        contactName(session.contact, ''),
        session.channel.name,
        session.contact.phoneNumber ?? '',
        lastMessage ? contentSummary(lastMessage.content, this.strings) : '',
      ].some((text) => text.toLocaleLowerCase().includes(wanted)),
    );
  }

  #isBlinking({ id, snapshot: { attention } }: SessionHandle): boolean {
    if (!attention) {
      this.#attentionSince.delete(id);
      return false;
    }
    const { now } = this.#clock;
    const since = this.#attentionSince.get(id) ?? now;
    this.#attentionSince.set(id, since);
    return now - since < this.#blinkingMs;
  }

  get #someBlink(): boolean {
    return [...this.#attentionSince.values()].some((since) => this.#clock.now - since < this.#blinkingMs);
  }

  /** How long a bar blinks, in milliseconds. */
  get #blinkingMs(): number {
    const { newMessageBlinking, newMessageBlinkingDuration } = this.#desk.value?.options ?? DEFAULT_OPTIONS;
    if (!newMessageBlinking) return 0;
    const wanted = newMessageBlinkingDuration * 1000;
    return wanted === 0 ? MAX_BLINKING_MS : Math.min(wanted, MAX_BLINKING_MS);
  }

  readonly #becomeReady = (): void => {
    const presence = { ready: true };
    if (emit(this, 'wa-presence-change', presence, { cancelable: true })) void this.#setPresence(presence);
  };

  async #setPresence(presence: PresenceDetail): Promise<void> {
    const outcome = await this.desk?.setPresence(presence);
    if (outcome?.type !== 'done')
      this.#announcer.announce(this.strings.desk.presence.notChanged, { priority: 'assertive' });
  }

  readonly #onSearch = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement) this.searched = target.value;
  };

  readonly #onSearchKeydown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.#roving.focus(0);
    } else if (event.key === 'Escape' && this.searched !== '') {
      event.preventDefault();
      this.searched = '';
    }
  };

  readonly #select = (sessionId: string): void => {
    if (emit(this, 'wa-session-select', { sessionId }, { cancelable: true })) this.desk?.show(sessionId);
  };
}

function placeholders(label: string): TemplateResult {
  const entry = html`<div class="placeholder">
    <div class="skeleton round"></div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
    <div class="skeleton"></div>
  </div>`;
  return html`<div class="skeletons" role="status" aria-label=${label}>${entry}${entry}${entry}</div>`;
}
