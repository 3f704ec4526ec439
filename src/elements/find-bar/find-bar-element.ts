import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { SessionHistory } from '../../desk/handles.js';
import { messageEn, type MessageStrings } from '../../i18n/message-strings.js';
import { emptyTranscript } from '../../stores/list-transcript.js';
import type { TranscriptView } from '../../stores/transcript-view.js';
import { baseStyles, buttonStyles, fieldStyles } from '../../styles/index.js';
import { emit } from '../shared/emit.js';
import type { Icon } from '../shared/icon.js';
import { calendarIcon, chevronDownIcon, chevronUpIcon, searchIcon, xIcon } from '../shared/icons.js';
import { findBarStyles } from './find-bar.styles.js';
import { findHits, type FoundHits } from './find-hits.js';
import { canPaint, MatchPainter } from './match-painter.js';

/** What the bar looks for. */
export type FindMode = 'words' | 'date';

/** The bar is left; with `goesBack` to where the reader was before. */
export type WaFindCloseEvent = CustomEvent<{ readonly goesBack: boolean }>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-find-close': WaFindCloseEvent;
  }
}

/** After the last key, so long until the search begins (milliseconds). */
const PAUSE = 200;

const NOTHING: FoundHits = { ids: [], hasMore: false, reach: 'everywhere' };

/**
 * Finds words or a day in a conversation. `wa-transcript` opens it; Enter and Shift+Enter, or F3 and Shift+F3, go from match
 * to match, Escape back to where the reader was.
 *
 * @tagname wa-find-bar
 * @fires {WaFindCloseEvent} wa-find-close - The agent leaves the bar. Bubbles, composed.
 */
export class WaFindBarElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, fieldStyles, findBarStyles];

  /** What is looked for: words or a day. */
  @property() mode: FindMode = 'words';

  /** Where is looked. */
  @property({ attribute: false }) transcript: TranscriptView = emptyTranscript;

  /** Brings what is not loaded, where there is a session. */
  @property({ attribute: false }) history: SessionHistory | undefined;

  /** The element that holds the rows in which matches are marked. */
  @property({ attribute: false }) rows: HTMLElement | null = null;

  /** Brings a message into view; false when it is nowhere. */
  @property({ attribute: false }) show: (id: string, block: ScrollLogicalPosition) => Promise<boolean> = () =>
    Promise.resolve(false);

  /** Marks words where the browser cannot mark ranges. */
  @property({ attribute: false }) mark: (words: string) => void = () => undefined;

  /** The words to show. */
  @property({ attribute: false }) strings: MessageStrings = messageEn;

  @state() private found = NOTHING;
  @state() private at = 0;
  @state() private words = '';
  @state() private isSearching = false;
  @state() private problem = '';

  @query('.field') private readonly field!: HTMLInputElement | null;

  #painter: MatchPainter | undefined;
  #search = new AbortController();
  #pause: ReturnType<typeof setTimeout> | undefined;

  override focus(options?: FocusOptions): void {
    this.field?.focus(options);
    this.field?.select();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop();
    this.#painter?.stop();
    this.#painter = undefined;
    this.mark('');
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('transcript') || changed.has('mode')) this.#begin('');
  }

  protected override render(): TemplateResult {
    const words = this.strings.transcript.find;
    return html`<div class="bar" role="search" aria-label=${words.label} @keydown=${this.#onKeydown}>
        ${this.mode === 'words' ? this.#renderWords() : this.#renderDate()}
        ${this.#button(words.close, xIcon, this.#onLeave)}
      </div>
      <div role="status">${this.#note === '' ? nothing : html`<p class="note">${this.#note}</p>`}</div>`;
  }

  #renderWords(): TemplateResult {
    const words = this.strings.transcript.find;
    return html`<div class="entry">
        ${searchIcon({ size: 'small' })}
        <input
          class="field"
          type="text"
          enterkeyhint="search"
          autocomplete="off"
          aria-label=${words.words}
          placeholder=${words.words}
          @input=${this.#onInput}
        />
      </div>
      <span class="result" role="status">${this.#count}</span>
      ${this.#button(words.older, chevronUpIcon, this.#onOlder)}${this.#button(words.newer, chevronDownIcon, this.#onNewer)}${this.#button(words.goToDate, calendarIcon, this.#onDateMode)}`;
  }

  #renderDate(): TemplateResult {
    const words = this.strings.transcript.find;
    return html`<div class="entry">
        <input class="field" type="date" aria-label=${words.date} />
      </div>
      <button type="button" class="button" @click=${this.#onGo}>${words.go}</button>
      ${this.#button(words.words, searchIcon, this.#onWordsMode)}`;
  }

  #button(label: string, icon: Icon, press: () => void): TemplateResult {
    return html`<button type="button" class="icon-button" aria-label=${label} title=${label} @click=${press}>
      ${icon({ size: 'small' })}
    </button>`;
  }

  get #count(): string {
    const words = this.strings.transcript.find;
    if (this.words.trim() === '') return '';
    if (this.isSearching) return words.searching;
    const { ids, hasMore } = this.found;
    return ids.length === 0 ? words.none : words.count(this.at + 1, ids.length, hasMore);
  }

  get #note(): string {
    const words = this.strings.transcript.find;
    if (this.problem !== '') return this.problem;
    if (this.mode !== 'words' || this.words.trim() === '' || this.isSearching) return '';
    if (this.found.reach === 'failed') return words.failed;
    return this.found.reach === 'loaded' && this.transcript.hasOlder ? words.onlyLoaded : '';
  }

  readonly #onInput = ({ target }: Event): void => {
    const { value } = target as HTMLInputElement;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => {
      this.#begin(value);
    }, PAUSE);
  };

  #begin(value: string): void {
    this.#stop();
    this.words = value;
    this.found = NOTHING;
    this.problem = '';
    this.#paint();
    if (value.trim() !== '') void this.#find(value);
  }

  #stop(): void {
    clearTimeout(this.#pause);
    this.#search.abort();
    this.isSearching = false;
  }

  async #find(value: string): Promise<void> {
    const search = new AbortController();
    this.#search = search;
    this.isSearching = true;
    const found = await findHits(value, this.transcript, this.history, search.signal);
    if (search.signal.aborted) return;
    this.isSearching = false;
    this.found = found;
    await this.#goTo(0);
  }

  async #goTo(index: number): Promise<void> {
    const { ids } = this.found;
    if (ids.length === 0) return;
    this.at = (index + ids.length) % ids.length;
    const id = ids[this.at] ?? '';
    this.problem = '';
    this.problem = await this.#bring(id, 'center');
    this.#paint();
  }

  /** Answers why it could not be brought, if so. */
  async #bring(id: string, block: ScrollLogicalPosition): Promise<string> {
    const words = this.strings.transcript.history;
    try {
      return (await this.show(id, block)) ? '' : words.notFound;
    } catch {
      return words.failed;
    }
  }

  #paint(): void {
    if (!canPaint()) this.mark(this.words);
    if (!this.#painter && this.rows) this.#painter = new MatchPainter(this.rows);
    this.#painter?.paint(this.words, this.found.ids[this.at]);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { key } = event;
    const isField = event.target === this.field;
    if (key === 'Escape') this.#leave(true);
    else if (key === 'F3' || (key === 'Enter' && isField)) this.#onNext(event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #onNext(isNewer: boolean): void {
    if (this.mode === 'date') void this.#goToDate();
    else if (this.field && this.field.value !== this.words) this.#begin(this.field.value);
    else void this.#goTo(this.at + (isNewer ? -1 : 1));
  }

  readonly #onOlder = (): void => {
    void this.#goTo(this.at + 1);
  };

  readonly #onNewer = (): void => {
    void this.#goTo(this.at - 1);
  };

  readonly #onGo = (): void => {
    void this.#goToDate();
  };

  readonly #onDateMode = (): void => {
    void this.#change('date');
  };

  readonly #onWordsMode = (): void => {
    void this.#change('words');
  };

  async #change(mode: FindMode): Promise<void> {
    this.mode = mode;
    await this.updateComplete;
    this.focus();
  }

  /** To the first message of the day, by the agent's own calendar, or of the next day on which something was said. */
  async #goToDate(): Promise<void> {
    const value = this.field?.value ?? '';
    if (value === '') return;
    const time = new Date(`${value}T00:00`).getTime();
    this.problem = '';
    try {
      const message = this.history ? await this.history.loadFrom(time) : this.#firstFrom(time);
      if (message) this.problem = await this.#bring(message.id, 'start');
    } catch {
      this.problem = this.strings.transcript.history.failed;
    }
  }

  #firstFrom(time: number): { readonly id: string } | undefined {
    for (let index = 0; index < this.transcript.size; index++) {
      const message = this.transcript.at(index);
      if (message && message.originAt >= time) return message;
    }
    return this.transcript.at(this.transcript.size - 1);
  }

  readonly #onLeave = (): void => {
    this.#leave(false);
  };

  #leave(goesBack: boolean): void {
    emit(this, 'wa-find-close', { goesBack });
  }
}
