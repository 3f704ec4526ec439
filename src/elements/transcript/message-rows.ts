import { html, nothing, render, type TemplateResult } from 'lit';
import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskHandle, SessionHandle, SessionView } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import type { Message } from '../../domain/message.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import type { TranscriptChange, TranscriptView } from '../../stores/transcript-view.js';
import { messageContext } from '../message/context-of.js';
import type { MessageContext } from '../message/message-context.js';
import { messageLabel } from '../message/message-label.js';
import { renderMessage } from '../message/message-view.js';
import { emptyTranscript } from '../../stores/list-transcript.js';
import { rowPlace, type RowPlace } from './row-place.js';
import type { RowSource } from './row-source.js';
import type { RowWindow } from './row-window.js';

/** The element whose messages are drawn. */
export interface RowsHost {
  readonly session: SessionHandle | undefined;
  readonly desk: DeskHandle | undefined;
  readonly strings: MessageStrings;
  readonly highlight: string;
  /** The ids of the messages whose long text is shown whole. */
  readonly unfolded: ReadonlySet<string>;
}

/** Draws the messages of a transcript as rows. */
export class MessageRows implements RowSource {
  readonly #host: RowsHost;
  #transcript: TranscriptView = emptyTranscript;
  #context: MessageContext | undefined;
  #firstUnread: string | undefined;
  #fresh = new Set<string>();
  #today = '';

  constructor(host: RowsHost) {
    this.#host = host;
  }

  get size(): number {
    return this.#transcript.size;
  }

  get contactName(): string {
    const contact = this.#host.session?.snapshot.session.contact;
    return contact
      ? contactName(contact, this.#host.strings.transcript.unknownContact)
      : this.#host.strings.transcript.unknownContact;
  }

  /** Shows another transcript; what was unread at that moment gets the unread line above it. */
  show(transcript: TranscriptView, view: SessionView | undefined): void {
    this.#transcript = transcript;
    this.#context = undefined;
    this.#fresh = new Set();
    this.#firstUnread = view && view.unreadCount > 0 ? this.#unreadAfter(view.readUpTo) : undefined;
  }

  /** Marks messages as not seen yet; answers their keys. */
  markFresh(messages: readonly Message[]): readonly string[] {
    const keys = messages.map(({ id }) => id);
    for (const key of keys) this.#fresh.add(key);
    return keys;
  }

  /** Everything has been seen: the keys whose rows look different now. */
  clearFresh(): ReadonlySet<string> {
    const seen = this.#fresh;
    this.#fresh = new Set();
    return seen;
  }

  /** Does what all messages depend on, the day included, differ from what they were drawn with? */
  contextChanged(): boolean {
    const before = this.#context;
    if (!before) return false;
    const today = before.time.dayKey(this.#host.session?.now() ?? Date.now());
    const isAnotherDay = this.#today !== '' && this.#today !== today;
    this.#today = today;
    return isAnotherDay || before !== this.#currentContext();
  }

  keyAt(index: number): string {
    return this.#transcript.at(index)?.id ?? '';
  }

  indexOf(key: string): number {
    return this.#transcript.indexOf(key);
  }

  /** The newest messages, newest first: `count` of them, or as many as anybody would be told of. */
  newest(count: number): readonly Message[] {
    return Array.from({ length: Math.min(count, 50) }, (_, index) => this.#transcript.at(this.size - 1 - index)).filter(
      (message) => message !== undefined,
    );
  }

  isOwn(message: Message): boolean {
    return message.author.kind === 'agent' && message.author.agentId === this.#currentContext().agentId;
  }

  draw(row: HTMLElement, index: number): void {
    const message = this.#transcript.at(index);
    if (!message) return;
    const context = this.#currentContext();
    const place = rowPlace(message, this.#transcript.at(index - 1), (at) => context.time.dayKey(at));
    row.role = 'listitem';
    row.tabIndex = -1;
    row.ariaSetSize = this.#transcript.hasOlder ? '-1' : String(this.#transcript.size);
    row.setAttribute('aria-posinset', String(index + 1));
    row.ariaLabel = messageLabel(message, context);
    row.classList.toggle('starts-group', place.startsGroup);
    render(this.#row(message, place, context), row, { host: this.#host });
  }

  mustStay(row: HTMLElement): boolean {
    return row.querySelector('wa-attachment[playing]') !== null;
  }

  /** The day, the fold and the sender's name above a message depend on the one before it. */
  readPart(row: HTMLElement): Element {
    return row.querySelector('.bubble > :not(.author)') ?? row.lastElementChild ?? row;
  }

  /** The keys whose rows look different after `changes`. */
  touched(changes: readonly TranscriptChange[]): ReadonlySet<string> {
    const keys = new Set<string>();
    for (const change of changes) {
      if ('id' in change) keys.add(change.id);
      const index = change.type === 'moved' ? change.to : 'index' in change ? change.index : undefined;
      for (const at of change.type === 'moved' ? [change.from, change.to] : [index ?? -2]) keys.add(this.keyAt(at + 1));
    }
    const messages = [...keys].map((key) => this.#transcript.get(key)).filter((message) => message !== undefined);
    return new Set([...keys, ...this.answered(messages)]);
  }

  /** The keys of what `messages` answer: a choice shows at its question. */
  answered(messages: readonly Message[]): ReadonlySet<string> {
    return new Set(messages.map(({ quote }) => quote?.messageId).filter((id) => id !== undefined));
  }

  /** The day of the first row in view, for the pill that floats above; none where the row itself shows it. */
  dayAt(scroller: HTMLElement, rows: RowWindow | undefined): string {
    if (!rows) return '';
    const { top } = scroller.getBoundingClientRect();
    for (let index = rows.range.low; index < rows.range.high; index++) {
      const row = rows.row(this.keyAt(index));
      const message = this.#transcript.at(index);
      if (!row || !message || row.getBoundingClientRect().bottom <= top + 8) continue;
      const line = row.querySelector('.day-line')?.getBoundingClientRect();
      return line && line.bottom > top ? '' : this.#dayLabel(message.originAt);
    }
    return '';
  }

  #row(message: Message, place: RowPlace, context: MessageContext): TemplateResult {
    const words = context.strings.transcript;
    const before = this.#transcript.at(this.#transcript.indexOf(message.id) - 1);
    return html`${before && this.#transcript.isGapAfter(before.id) ? this.#gap(before.id, words) : nothing}${place.startsSession ? html`<div class="fold"><span>${words.sessionOf(this.#dayLabel(message.originAt))}</span></div>` : nothing}${
      place.startsDay ? html`<div class="day-line"><span>${this.#dayLabel(message.originAt)}</span></div>` : nothing
    }${
      message.id === this.#firstUnread
        ? html`<div class="fold unread"><span>${words.unreadFromHere}</span></div>`
        : nothing
    }${renderMessage(message, context, {
      startsGroup: place.startsGroup,
      late: this.#transcript.wasInsertedLate(message.id),
      fresh: this.#fresh.has(message.id),
    })}`;
  }

  /** Messages may be missing here: never a silent hole. */
  #gap(afterId: string, words: MessageStrings['transcript']): TemplateResult {
    return html`<div class="fold gap" data-gap=${afterId}>
      <button class="button small" type="button" tabindex="-1">${words.history.fillGap}</button>
    </div>`;
  }

  #dayLabel(at: number): string {
    return this.#currentContext().time.day(at, this.#host.session?.now() ?? Date.now());
  }

  #unreadAfter(readUpTo: string | undefined): string | undefined {
    const start = readUpTo === undefined ? 0 : this.#transcript.indexOf(readUpTo) + 1;
    for (let index = start; index < this.#transcript.size; index++) {
      const message = this.#transcript.at(index);
      // What earlier sessions left unread is history.
      if (message?.author.kind === 'contact' && message.sessionId === this.#host.session?.id) return message.id;
    }
    return undefined;
  }

  #currentContext(): MessageContext {
    this.#context = messageContext(
      {
        session: this.#host.session,
        transcript: this.#transcript,
        strings: this.#host.strings,
        highlight: this.#host.highlight,
        contactName: this.contactName,
        agentId: this.#host.desk?.snapshot.agent?.id,
        options: this.#host.desk?.snapshot.options ?? DEFAULT_OPTIONS,
        unfolded: this.#host.unfolded,
        innerTab: -1,
      },
      this.#context,
    );
    return this.#context;
  }
}
