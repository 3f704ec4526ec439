import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskHandle, SessionHandle } from '../../desk/handles.js';
import type { Message } from '../../domain/message.js';
import { messageEn, type MessageStrings } from '../../i18n/message-strings.js';
import type { TranscriptChange, TranscriptView } from '../../stores/transcript-view.js';
import { baseStyles, buttonStyles, scrollStyles } from '../../styles/index.js';
import { TextFolds } from '../message/long-text.js';
import { lateMessageParts } from '../message/late-parts.js';
import { MessageActions } from '../message/message-actions.js';
import { messageStyles } from '../message/message.styles.js';
import { PartyLooks } from '../message/party-looks.js';
import { AnnouncerController } from '../shared/announcer.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { arrowDownIcon } from '../shared/icons.js';
import { LatePartsController } from '../shared/late-part.js';
import { StoreController } from '../shared/store-controller.js';
import { timeFormat } from '../shared/time-format.js';
import { announcement } from './announcement.js';
import { emptyTranscript, listTranscript } from '../../stores/list-transcript.js';
import { HistoryView } from './history-view.js';
import { MessageRows } from './message-rows.js';
import { RowKeys } from './row-keys.js';
import { RowWindow } from './row-window.js';
import { TranscriptTools } from './transcript-tools.js';
import { transcriptStyles } from './transcript.styles.js';

/**
 * Shows a conversation, whatever its length: the contact's messages at the start side, the agents' at the end.
 *
 * @tagname wa-transcript
 * @slot empty - What stands there when nobody has written yet.
 * @csspart scroller - The part that scrolls.
 * @csspart message - Each message's bubble.
 * @csspart new-messages - The button that leads to new messages.
 */
export class WaTranscriptElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, scrollStyles, messageStyles, transcriptStyles];

  /** The session whose messages are shown; found by context when not given. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** The desk whose options hold; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** Messages to show on their own, in transcript order, where there is no session. */
  @property({ attribute: false }) messages: readonly Message[] | undefined;

  /** Words to mark in the messages. */
  @property() highlight = '';

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: MessageStrings = messageEn;

  @state() private newCount = 0;

  @query('.scroller') private readonly scroller!: HTMLElement;
  @query('.day') private readonly dayPill!: HTMLElement;

  readonly #view = new StoreController(this, () => this.session);
  readonly #announcer = new AnnouncerController(this);
  readonly #folds = new TextFolds(this);
  readonly #rows = new MessageRows(this);
  readonly #actions = new MessageActions(this, (id) => this.#transcript.get(id));
  readonly #keys = new RowKeys(
    () => this.#window,
    () => this.#transcript.size,
  );
  readonly #late = new LatePartsController(this, lateMessageParts);
  readonly #history = new HistoryView(this, () => this.#transcript);
  readonly #tools = new TranscriptTools(this, {
    transcript: () => this.#transcript,
    window: () => this.#window,
    scroller: () => this.scroller,
    contactName: () => this.#rows.contactName,
  });
  #window: RowWindow | undefined;
  #transcript: TranscriptView = emptyTranscript;
  #unsubscribe: (() => void) | undefined;
  #pending: TranscriptChange[] = [];

  constructor() {
    super();
    new PartyLooks(this);
    // "Today" is another day after midnight.
    new ClockController(this, { now: () => this.session?.now() ?? Date.now(), every: () => 'minute' });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#attach();
    document.addEventListener('visibilitychange', this.#noteReading);
    window.addEventListener('focus', this.#noteReading);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#noteReading);
    window.removeEventListener('focus', this.#noteReading);
    this.#detach();
  }

  /** @internal The ids of the messages whose long text is shown whole. */
  get unfolded(): ReadonlySet<string> {
    return this.#folds.open;
  }

  /** Scrolls to the newest message. */
  scrollToEnd(): void {
    this.#window?.scrollToEnd();
  }

  /** Brings a message into view and gives it the focus, fetched when it is not loaded; false when it is nowhere. */
  async showMessage(id: string): Promise<boolean> {
    if (this.#transcript.indexOf(id) < 0) await this.session?.history.loadAround(id).catch(() => false);
    // Rows follow the store by the next microtask.
    await Promise.resolve();
    return this.#keys.focus(this.#transcript.indexOf(id), 'center');
  }

  /** Opens the bar that finds words, as Ctrl+F inside does, or the one that goes to a day. */
  find(mode: 'words' | 'date' = 'words'): Promise<void> {
    return this.#tools.open(mode);
  }

  /** Saves what is loaded as a file of text, in the manner of WhatsApp's export, or of JSON. */
  save(format: 'text' | 'json'): Promise<void> {
    return this.#tools.save(format);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#late.settled();
    return super.getUpdateComplete();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session') || changed.has('messages')) this.#choose();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (!this.#window) this.#attach();
    else if (changed.has('session') || changed.has('messages')) this.#follow();
    else if (changed.has('highlight') || changed.has('strings') || changed.has('desk') || this.#rows.contextChanged())
      this.#window.redraw();
  }

  protected override render(): TemplateResult {
    const words = this.strings.transcript;
    return html`
      ${this.#tools.render()}
      <div
        class="scroller scroll"
        part="scroller"
        tabindex="0"
        @keydown=${this.#keys.onKeydown}
        @focusin=${this.#keys.onFocusin}
        @focusout=${this.#keys.onFocusout}
      >
        <div class="before"></div>
        ${this.#history.renderOlder()}
        <div class="rows" role="list" aria-label=${words.transcriptLabel(this.#rows.contactName)}></div>
        <div class="after"></div>
        ${this.#history.renderNewer()}
        ${this.#transcript.size === 0 ? html`<div class="empty"><slot name="empty">${words.empty}</slot></div>` : nothing}
      </div>
      <div class="day" aria-hidden="true" hidden></div>
      ${this.newCount > 0 ? this.#renderNewMessages() : nothing}${this.#actions.render()}
    `;
  }

  #renderNewMessages(): TemplateResult {
    return html`<button class="new-messages" part="new-messages" type="button" @click=${this.#showNew}>
      ${arrowDownIcon({ size: 'small' })}${this.strings.transcript.newMessages(this.newCount)}
    </button>`;
  }

  #attach(): void {
    const part = (name: string): HTMLElement => this.renderRoot.querySelector<HTMLElement>(`.${name}`) ?? this.scroller;
    this.#window = new RowWindow(
      { scroller: this.scroller, before: part('before'), rows: part('rows'), after: part('after') },
      this.#rows,
      this.#noteMove,
    );
    this.#window.connect();
    this.#follow();
  }

  #detach(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#window?.disconnect();
    this.#window = undefined;
    this.#pending = [];
  }

  #choose(): void {
    this.newCount = 0;
    this.#transcript = this.session?.transcript ?? (this.messages ? listTranscript(this.messages) : emptyTranscript);
    this.#rows.show(this.#transcript, this.session?.snapshot);
  }

  /** Shows the chosen transcript from its end, and what changes in it. */
  #follow(): void {
    this.#unsubscribe?.();
    this.#pending = [];
    this.#window?.reset();
    this.#unsubscribe = this.#transcript.subscribe(this.#onChange);
    this.#history.open();
  }

  readonly #onChange = (change: TranscriptChange): void => {
    this.#pending.push(change);
    if (this.#pending.length === 1) queueMicrotask(this.#apply);
  };

  readonly #apply = (): void => {
    const changes = this.#pending;
    this.#pending = [];
    const rows = this.#window;
    if (!rows || changes.length === 0) return;
    const appended = changes.reduce((sum, change) => sum + (change.type === 'appended' ? change.count : 0), 0);
    if (changes.every((change) => change.type === 'appended')) this.#append(rows, appended);
    else if (changes.some((change) => change.type === 'reset')) rows.reset();
    else {
      for (const change of changes) {
        if (change.type === 'prepended') rows.inserted(0, change.count);
        else if (change.type === 'filled') rows.inserted(change.index, change.count);
      }
      const heard = this.#rows.newest(appended).filter(isHeard);
      const fresh = this.#isRead ? [] : this.#rows.markFresh(heard);
      rows.changed(new Set([...this.#rows.touched(changes), ...fresh]));
      this.#noteNew(heard);
    }
    this.requestUpdate();
  };

  #append(rows: RowWindow, count: number): void {
    const newest = this.#rows.newest(count);
    const heard = newest.filter(isHeard);
    // Before they are drawn, so that they are drawn once.
    if (!this.#isRead) this.#rows.markFresh(heard);
    rows.appended(count);
    const answered = this.#rows.answered(newest);
    if (answered.size > 0) rows.changed(answered);
    if (newest.some((message) => this.#rows.isOwn(message))) rows.scrollToEnd();
    this.#noteNew(heard);
  }

  /** Says what the contact wrote, and counts it where the reader does not see it. */
  #noteNew(heard: readonly Message[]): void {
    const format = timeFormat(this.strings.locale);
    for (const message of heard.toReversed())
      this.#announcer.announce(() => announcement(message, this.#rows.contactName, this.strings, format), {
        group: this.session?.id ?? '',
        summarise: (n) => this.strings.transcript.manyMessages(n, this.#rows.contactName),
      });
    if (!this.#window?.atEnd) this.newCount += heard.length;
    this.#noteReading();
  }

  readonly #noteMove = (): void => {
    const top = this.#window?.range.low ?? 0;
    if (this.#window?.atEnd) this.newCount = 0;
    this.#history.moved(this.scroller);
    this.#showDay(this.#window?.atEnd && top === 0 ? '' : this.#rows.dayAt(this.scroller, this.#window));
    this.#noteReading();
  };

  /** Written at once and by hand: it follows the scrolling, and nothing else of the element does. */
  #showDay(day: string): void {
    if (this.dayPill.textContent === day) return;
    this.dayPill.textContent = day;
    this.dayPill.hidden = day === '';
  }

  /** The agent has read to the end when it is in view on a page that has the focus. */
  readonly #noteReading = (): void => {
    if (!this.#window || !this.#isRead) return;
    const seen = this.#rows.clearFresh();
    if (seen.size > 0) this.#window.changed(seen);
    const last = this.#transcript.at(this.#transcript.size - 1);
    if (last && this.#view.value && this.#view.value.unreadCount > 0) this.session?.markRead(last.id);
  };

  get #isRead(): boolean {
    return this.#window?.atEnd === true && document.visibilityState === 'visible' && document.hasFocus();
  }

  readonly #showNew = (): void => {
    this.scrollToEnd();
    this.#keys.focus(this.#transcript.size - 1);
  };
}

function isHeard({ author }: Message): boolean {
  return author.kind === 'contact';
}
