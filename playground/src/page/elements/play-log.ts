import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Crossing, Crossings, Lane } from '../crossings.js';
import { icon } from '../icons.js';
import { jsonView } from '../json-view.js';
import { Watch } from '../observable.js';
import { baseStyles, controlStyles } from './base.styles.js';
import { logStyles } from './log.styles.js';

const LANES: readonly { readonly lane: Lane; readonly label: string }[] = [
  { lane: 'webhook', label: 'Webhooks' },
  { lane: 'graph', label: 'Graph' },
  { lane: 'wire', label: 'Wire' },
];

const NAMES: Readonly<Record<Lane, string>> = { webhook: 'Webhook', graph: 'Graph', wire: 'Wire' };

const time = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hour12: false,
});

/** What crosses between WhatsApp, the gateway and the desk, the newest first. */
@customElement('play-log')
export class PlayLog extends LitElement {
  static override styles = [baseStyles, controlStyles, logStyles];

  @property({ attribute: false }) crossings!: Crossings;

  @property({ type: Boolean, reflect: true }) open = false;

  /** Always open, where it has a place of its own. */
  @property({ type: Boolean }) pinned = false;

  @state() private hiddenLanes: ReadonlySet<Lane> = new Set();

  @state() private words = '';

  @state() private openIds: ReadonlySet<string> = new Set();

  /** Somebody reads what is inside a crossing. */
  @property({ type: Boolean, reflect: true }) reading = false;

  constructor() {
    super();
    new Watch(this, () => this.crossings);
  }

  protected override render(): TemplateResult {
    const isOpen = this.open || this.pinned;
    const found = isOpen ? this.#found() : [];
    return html`<header>
        <h2>${this.#renderToggle(isOpen)}</h2>
        ${isOpen ? this.#renderFilters() : nothing}
      </header>
      ${isOpen ? this.#renderRows(found) : nothing}`;
  }

  #renderToggle(isOpen: boolean): TemplateResult {
    const title = html`What crosses <span class="count">${this.crossings.all.length}</span>`;
    if (this.pinned) return html`<span class="control plain toggle">${title}</span>`;
    const toggle = (): void => {
      this.open = !this.open;
    };
    return html`<button type="button" class="control plain toggle" aria-expanded=${isOpen} @click=${toggle}>
      ${icon(isOpen ? 'chevron-down' : 'chevron-right')} ${title}
    </button>`;
  }

  #renderFilters(): TemplateResult {
    return html`<div class="filters" role="group" aria-label="Filter">
      <input
        type="search"
        aria-label="Find in what crosses"
        placeholder="Find"
        .value=${this.words}
        @input=${this.#onInput}
      />
      ${LANES.map((lane) => this.#renderLane(lane))}
      <button
        type="button"
        class="control plain"
        @click=${() => {
          this.crossings.clear();
        }}
      >
        Clear
      </button>
    </div>`;
  }

  #renderLane({ lane, label }: (typeof LANES)[number]): TemplateResult {
    const isShown = !this.hiddenLanes.has(lane);
    return html`<button
      type="button"
      class="control"
      aria-pressed=${isShown}
      @click=${() => {
        this.hiddenLanes = toggled(this.hiddenLanes, lane);
      }}
    >
      ${isShown ? icon('check') : nothing} ${label}
    </button>`;
  }

  #renderRows(found: readonly Crossing[]): TemplateResult {
    return html`<div class="rows">
      ${
        found.length === 0
          ? html`<p class="empty">
              ${this.crossings.all.length === 0 ? 'Nothing has crossed yet.' : 'Nothing fits the filter.'}
            </p>`
          : html`<ol>
              ${repeat(
                found,
                ({ id }) => id,
                (crossing) => html`<li>${this.#renderCrossing(crossing)}</li>`,
              )}
            </ol>`
      }
    </div>`;
  }

  #renderCrossing(crossing: Crossing): TemplateResult {
    const { id, lane, at, towards, title, gist } = crossing;
    const isOpen = this.openIds.has(id);
    return html`<button
        type="button"
        class="crossing"
        aria-expanded=${isOpen}
        @click=${() => {
          this.openIds = toggled(this.openIds, id);
          this.reading = this.openIds.size > 0;
        }}
      >
        <time>${time.format(at)}</time> <span class="lane ${lane}">${NAMES[lane]}</span>
        <span title="Towards ${towards === 'desk' ? 'the desk' : 'WhatsApp'}"
          >${icon(towards === 'desk' ? 'arrow-right' : 'arrow-left')}</span
        >
        <span class="title">${title}</span> <span class="gist" dir="auto">${gist}</span> ${statusView(crossing)}
      </button>
      ${isOpen ? insideView(crossing) : nothing}`;
  }

  #found(): readonly Crossing[] {
    const words = this.words.trim().toLowerCase();
    return this.crossings.all.filter(
      (crossing) => !this.hiddenLanes.has(crossing.lane) && (words === '' || textOf(crossing).includes(words)),
    );
  }

  readonly #onInput = ({ currentTarget }: Event): void => {
    this.words = (currentTarget as HTMLInputElement).value;
  };
}

function statusView({ status }: Crossing): TemplateResult {
  const isBad = status === 'none' || (status !== undefined && status >= 400);
  return html`<span class="status ${isBad ? 'bad' : ''}">${status === 'none' ? 'no answer' : status}</span>`;
}

function insideView({ request, response }: Crossing): TemplateResult {
  const part = (title: string, value: unknown): TemplateResult =>
    html`<div>
      <h3>${title}</h3>
      ${jsonView(value)}
    </div>`;
  return html`<div class="inside">
    ${request === undefined ? nothing : part(response === undefined ? 'Content' : 'Request', request)}
    ${response === undefined ? nothing : part('Answer', response)}
  </div>`;
}

function textOf({ title, gist, request, response }: Crossing): string {
  return JSON.stringify([title, gist, request, response]).toLowerCase();
}

function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}

declare global {
  interface HTMLElementTagNameMap {
    'play-log': PlayLog;
  }
}
