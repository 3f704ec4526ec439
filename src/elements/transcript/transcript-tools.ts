import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { TranscriptView } from '../../stores/transcript-view.js';
import { deepActiveElement } from '../shared/composed-tree.js';
import type { FindMode } from '../find-bar/find-bar-element.js';
import type * as TranscriptText from './transcript-text.js';
import type { ExportFormat, TextInputs } from './transcript-text.js';
import type { HistoryHost } from './history-view.js';
import type { RowWindow } from './row-window.js';

/** What the tools work on. */
export interface ToolsParts {
  readonly transcript: () => TranscriptView;
  readonly window: () => RowWindow | undefined;
  readonly scroller: () => HTMLElement;
  readonly contactName: () => string;
}

/** Where the reader was: the first row in view with its distance from the top, or the end. */
interface Place {
  readonly key: string | undefined;
  readonly top: number;
  readonly atEnd: boolean;
  readonly focus: Element | null;
}

/** Finding, going to a day, saving and copying: each is fetched when it is first used. */
export class TranscriptTools implements ReactiveController {
  readonly #host: HistoryHost & { highlight: string };
  readonly #parts: ToolsParts;
  #mode: FindMode | undefined;
  #place: Place | undefined;
  #text: typeof TranscriptText | undefined;

  constructor(host: HistoryHost & { highlight: string }, parts: ToolsParts) {
    this.#host = host;
    this.#parts = parts;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKeydown);
    this.#host.addEventListener('copy', this.#onCopy);
    this.#host.addEventListener('selectstart', this.#onSelectStart);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKeydown);
    this.#host.removeEventListener('copy', this.#onCopy);
    this.#host.removeEventListener('selectstart', this.#onSelectStart);
    this.#mode = undefined;
  }

  /** Opens the bar, or puts the focus into it. */
  async open(mode: FindMode): Promise<void> {
    await import('../find-bar/wa-find-bar.js');
    this.#place ??= this.#placeNow();
    this.#mode = mode;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector('wa-find-bar')?.focus();
  }

  /** Saves what is loaded as a file. */
  async save(format: ExportFormat): Promise<void> {
    const { saveTranscript } = await this.#fetchText();
    saveTranscript(format, this.#textInputs());
  }

  render(): TemplateResult | typeof nothing {
    if (this.#mode === undefined) return nothing;
    return html`<wa-find-bar
      .mode=${this.#mode}
      .transcript=${this.#parts.transcript()}
      .history=${this.#host.session?.history}
      .strings=${this.#host.strings}
      .rows=${this.#parts.scroller().querySelector<HTMLElement>('.rows')}
      .show=${this.#show}
      .mark=${this.#mark}
      @wa-find-close=${this.#onClose}
    ></wa-find-bar>`;
  }

  /** Brings a message into view, fetched when it is not loaded; false when it is nowhere. */
  readonly #show = async (id: string, block: ScrollLogicalPosition): Promise<boolean> => {
    const transcript = this.#parts.transcript();
    const history = this.#host.session?.history;
    if (transcript.indexOf(id) < 0 && history) await history.loadAround(id);
    // Rows follow the store by the next microtask.
    await Promise.resolve();
    return this.#parts.window()?.scrollTo(transcript.indexOf(id), block) !== undefined;
  };

  readonly #mark = (words: string): void => {
    this.#host.highlight = words;
  };

  readonly #onClose = ({ detail }: CustomEvent<{ readonly goesBack: boolean }>): void => {
    const place = this.#place;
    this.#mode = undefined;
    this.#place = undefined;
    this.#host.requestUpdate();
    if (detail.goesBack && place) this.#goBack(place);
    if (place?.focus instanceof HTMLElement && place.focus.isConnected) place.focus.focus({ preventScroll: true });
    else this.#parts.scroller().focus({ preventScroll: true });
  };

  #placeNow(): Place {
    const scroller = this.#parts.scroller();
    const view = scroller.getBoundingClientRect();
    const rows = [...scroller.querySelectorAll<HTMLElement>('.row')];
    const row = rows.find((one) => one.getBoundingClientRect().bottom > view.top);
    const top = row ? row.getBoundingClientRect().top - view.top : 0;
    const atEnd = this.#parts.window()?.atEnd ?? false;
    return { key: row?.dataset['key'], top, atEnd, focus: deepActiveElement() ?? null };
  }

  #goBack({ key, top, atEnd }: Place): void {
    const window = this.#parts.window();
    if (atEnd) window?.scrollToEnd();
    else if (key !== undefined) window?.place(this.#parts.transcript().indexOf(key), top);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
    if (!isFind || event.shiftKey || event.defaultPrevented) return;
    event.preventDefault();
    void this.open('words');
  };

  /** Fetched while the reader still selects, since what is copied must be there at once. */
  readonly #onSelectStart = (): void => {
    void this.#fetchText();
  };

  readonly #onCopy = (event: ClipboardEvent): void => {
    const root = this.#host.shadowRoot;
    const text = root && this.#text?.selectedText(root, this.#textInputs());
    if (!text || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', text);
    event.preventDefault();
  };

  #textInputs(): TextInputs {
    const { strings, session } = this.#host;
    const now = session?.now() ?? Date.now();
    return { transcript: this.#parts.transcript(), strings, now, contactName: this.#parts.contactName() };
  }

  async #fetchText(): Promise<typeof TranscriptText> {
    this.#text ??= await import('./transcript-text.js');
    return this.#text;
  }
}
