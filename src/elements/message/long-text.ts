import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { findInMarkup } from '../shared/text-matches.js';
import { textBody } from './body.js';
import type { MessageContext } from './message-context.js';
import { parsedText } from './parsed-text.js';

/** From so many characters or lines on a text is folded; the fold shows twelve lines. */
const LONG = { characters: 1000, lines: 20 } as const;

/** Is this text longer than an agent wants to scroll past? */
export function isLongText(text: string): boolean {
  if (text.length > LONG.characters) return true;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0 && lines < LONG.lines; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines >= LONG.lines;
}

/** A long text, folded until the agent opens it; one in which the words are that are searched for is open. */
export function longTextBody(
  text: string,
  { id }: Message,
  context: MessageContext,
  meta: TemplateResult,
): TemplateResult {
  const { strings, highlight, innerTab } = context;
  const isFound = highlight !== '' && findInMarkup(parsedText(text), highlight).length > 0;
  const isOpen = isFound || context.unfolded.has(id);
  return html`<div class="long ${isOpen ? '' : 'folded'}">${textBody(text, context, html``)}</div>
    <div class="fold-line">
      ${
        isFound
          ? html`<span></span>`
          : html`<button
              class="link-button"
              type="button"
              data-fold
              aria-expanded=${isOpen ? 'true' : 'false'}
              tabindex=${innerTab}
            >
              ${isOpen ? strings.transcript.showLess : strings.transcript.showMore}
            </button>`
      }${meta}
    </div>`;
}

/** Remembers which long texts are open, for an element whose context takes them from `open`. */
export class TextFolds implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  /** The ids of the messages whose text is shown whole; another set after each change. */
  open: ReadonlySet<string> = new Set();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#host.shadowRoot?.addEventListener('click', this.#onClick);
    this.#host.shadowRoot?.addEventListener('scroll', this.#onScroll, true);
  }

  readonly #onClick = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.closest('[data-fold]')) return;
    const id = idOf(target);
    if (id !== undefined) this.#set(id, !this.open.has(id));
  };

  /** Nobody scrolls a folded text by hand: the browser does to show what it found, or where the focus went. */
  readonly #onScroll = ({ target }: Event): void => {
    if (!(target instanceof Element) || !target.classList.contains('folded') || target.scrollTop === 0) return;
    const id = idOf(target);
    if (id !== undefined) this.#set(id, true);
  };

  #set(id: string, isOpen: boolean): void {
    const others = [...this.open].filter((open) => open !== id);
    this.open = new Set(isOpen ? [...others, id] : others);
    this.#host.requestUpdate();
  }
}

function idOf(element: Element): string | undefined {
  return element.closest<HTMLElement>('[data-message]')?.dataset['message'];
}
