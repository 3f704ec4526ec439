import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { createRef, ref, type Ref } from 'lit/directives/ref.js';
import type { Message } from '../../domain/message.js';
import type { TranscriptStrings } from '../../i18n/transcript-strings.js';
import { PopupController } from '../shared/popup.js';
import { RovingFocusController } from '../shared/roving-focus.js';

/** Those that WhatsApp itself offers first. */
const QUICK = ['👍', '❤️', '😂', '😮', '😢', '🙏'] as const;

/** The few reactions that are at hand: a popup with one button each, the one that was given pressed. */
export class QuickReactions {
  readonly #panel: Ref<HTMLElement> = createRef();
  readonly #popup: PopupController;
  readonly #roving: RovingFocusController;
  readonly #choose: (emoji: string) => void;

  /** `choose` gets the emoji, or nothing to take the reaction away. */
  constructor(host: ReactiveControllerHost & Element, choose: (emoji: string) => void) {
    this.#choose = choose;
    this.#popup = new PopupController(host, { panel: () => this.#panel.value ?? null, side: 'above' });
    this.#roving = new RovingFocusController(host, {
      items: () => [...(this.#panel.value?.querySelectorAll<HTMLElement>('button') ?? [])],
    });
  }

  get open(): boolean {
    return this.#popup.open;
  }

  async showAt(anchor: HTMLElement): Promise<void> {
    await this.#popup.show(anchor);
    this.#roving.focus(0);
  }

  render(words: TranscriptStrings, message: Message | undefined): TemplateResult {
    return html`<div
      ${ref(this.#panel)}
      class="popup quick-reactions"
      popover="auto"
      role="toolbar"
      aria-label=${words.react}
      @keydown=${this.#roving.onKeydown}
      @focusin=${this.#roving.onFocusin}
    >
      ${this.open ? QUICK.map((emoji) => this.#renderEmoji(emoji, words, message)) : nothing}
    </div>`;
  }

  #renderEmoji(emoji: string, words: TranscriptStrings, message: Message | undefined): TemplateResult {
    const isGiven = message?.reactions?.some(
      ({ author, emoji: given }) => author.kind !== 'contact' && given === emoji,
    );
    return html`<button
      class="quick-reaction"
      type="button"
      aria-label=${words.reactWith(emoji)}
      aria-pressed=${isGiven ? 'true' : 'false'}
      @click=${() => {
        this.#popup.hide();
        this.#choose(isGiven ? '' : emoji);
      }}
    >
      ${emoji}
    </button>`;
  }
}
