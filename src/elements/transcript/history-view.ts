import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { SessionHandle } from '../../desk/handles.js';
import type { MessageStrings } from '../../i18n/message-strings.js';
import type { TranscriptView } from '../../stores/transcript-view.js';
import { historyIcon } from '../shared/icons.js';

/** So near to the top, a reader who scrolls up gets older messages (pixels). */
const NEAR = 200;

/** What the view of the history needs of its transcript. */
export interface HistoryHost extends ReactiveControllerHost, HTMLElement {
  readonly session: SessionHandle | undefined;
  readonly strings: MessageStrings;
}

/** Brings what is not loaded: earlier sessions first, older ones on a wish or at the top, and what gaps hide as the reader comes to them. */
export class HistoryView implements ReactiveController {
  readonly #host: HistoryHost;
  readonly #transcript: () => TranscriptView;
  #isLoading = false;
  #hasFailed = false;
  #top = 0;

  constructor(host: HistoryHost, transcript: () => TranscriptView) {
    this.#host = host;
    this.#transcript = transcript;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.shadowRoot?.addEventListener('click', this.#onClick);
  }

  hostUpdated(): void {
    this.#host.shadowRoot?.addEventListener('click', this.#onClick);
  }

  hostDisconnected(): void {
    this.#host.shadowRoot?.removeEventListener('click', this.#onClick);
  }

  /** Another session is shown: its earlier sessions come first (SPEC B5). */
  open(): void {
    const history = this.#host.session?.history;
    this.#hasFailed = false;
    // Not within the update that shows the session.
    if (history) queueMicrotask(() => void this.#load(() => history.open()));
  }

  /** The button above the oldest message. */
  renderOlder(): TemplateResult | typeof nothing {
    const { seeOlder, history } = this.#host.strings.transcript;
    if (!this.#transcript().hasOlder) return nothing;
    const words = this.#isLoading ? history.loading : this.#hasFailed ? history.failed : seeOlder;
    return html`<button class="button small older" type="button" aria-disabled=${this.#isLoading ? 'true' : nothing}>
      ${historyIcon({ size: 'small' })}<span role="status">${words}</span>
    </button>`;
  }

  /** The button below the newest loaded message, where the live end is not loaded. */
  renderNewer(): TemplateResult | typeof nothing {
    const last = this.#lastOfServer();
    if (!this.#transcript().hasNewer || last === undefined) return nothing;
    return html`<div class="fold gap" data-gap=${last}>
      <button class="button small" type="button">${this.#host.strings.transcript.history.seeNewer}</button>
    </div>`;
  }

  /** The reader has moved: what is missing where the reader goes is brought. */
  moved(scroller: HTMLElement): void {
    const { scrollTop } = scroller;
    const isUp = scrollTop < this.#top;
    const isDown = scrollTop > this.#top;
    this.#top = scrollTop;
    if (this.#hasFailed || this.#isLoading || !(isUp || isDown)) return;
    const older = scroller.querySelector('.older');
    if (isUp && older && isNear(older, scroller)) this.#loadOlder();
    else this.#fillNear(scroller, isUp);
  }

  #fillNear(scroller: HTMLElement, isUp: boolean): void {
    for (const gap of scroller.querySelectorAll<HTMLElement>('[data-gap]'))
      if (isNear(gap, scroller)) {
        this.#fill(gap.dataset['gap'] ?? '', isUp ? 'below' : 'above');
        return;
      }
  }

  readonly #onClick = ({ target }: Event): void => {
    if (!(target instanceof Element) || this.#isLoading) return;
    const gap = target.closest<HTMLElement>('[data-gap]')?.dataset['gap'];
    if (target.closest('.older')) this.#loadOlder();
    else if (gap !== undefined && target.closest('button')) this.#fill(gap, 'above');
  };

  #loadOlder(): void {
    const history = this.#host.session?.history;
    if (history) void this.#load(() => history.loadOlder());
  }

  #fill(afterId: string, from: 'above' | 'below'): void {
    const history = this.#host.session?.history;
    if (history) void this.#load(() => history.fill(afterId, from));
  }

  async #load(work: () => Promise<void>): Promise<void> {
    this.#isLoading = true;
    this.#host.requestUpdate();
    try {
      await work();
      this.#hasFailed = false;
    } catch {
      this.#hasFailed = true;
    }
    this.#isLoading = false;
    this.#host.requestUpdate();
  }

  #lastOfServer(): string | undefined {
    const transcript = this.#transcript();
    let index = transcript.size - 1;
    while (index >= 0 && transcript.at(index)?.seq === undefined) index -= 1;
    return transcript.at(index)?.id;
  }
}

function isNear(element: Element, scroller: HTMLElement): boolean {
  const [box, view] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()];
  return box.bottom > view.top - NEAR && box.top < view.bottom + NEAR;
}
