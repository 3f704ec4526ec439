import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { PhoneMessage, PhoneTap } from '../../stand-in/phone-types.js';
import { icon } from '../icons.js';
import type { MessageSurroundings } from '../media-view.js';
import { messageView, plainWords } from '../message-view.js';
import { baseStyles } from './base.styles.js';
import { bubbleStyles } from './bubble.styles.js';
import { threadStyles } from './thread.styles.js';

/** What a person wants to do with a message. */
export type MessageWish =
  | { readonly kind: 'tap'; readonly messageId: string; readonly tap: PhoneTap }
  /** Without an emoji the reaction is taken back. */
  | { readonly kind: 'react'; readonly messageId: string; readonly emoji: string | undefined }
  | { readonly kind: 'reply' | 'edit' | 'delete' | 'played'; readonly messageId: string };

/** A picture's height at most (CSS pixels). */
const NEAR_END = 400;

const EMOJIS = ['👍', '❤️', '😂', '😮', '🙏'];
const STATES = { received: 'Delivered', read: 'Read', delivered: 'Delivered', played: 'Played' } as const;

const day = new Intl.DateTimeFormat('en-GB', { weekday: 'long', day: 'numeric', month: 'long' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** The messages on a phone. Fires `wish` with a MessageWish. */
@customElement('play-thread')
export class PlayThread extends LitElement {
  static override styles = [baseStyles, threadStyles, bubbleStyles];

  @property({ attribute: false }) messages: readonly PhoneMessage[] = [];

  /** Address of a file that the stand-in names relative to itself. */
  @property({ attribute: false }) urlOf: (path: string) => string = (path) => path;

  @property() businessName = '';

  /** The message whose tools are open. */
  @state() private openId: string | undefined;

  protected override render(): TemplateResult {
    return html`<ol class="thread" aria-label="Messages on the phone">
      ${
        this.messages.length === 0
          ? html`<li class="empty">
              Write to ${this.businessName}: the message goes to the desk as a real WhatsApp webhook.
            </li>`
          : repeat(
              this.messages,
              ({ id }) => id,
              (message, index) => this.#renderRow(message, this.messages[index - 1]),
            )
      }
    </ol>`;
  }

  /** What has just come is in view. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('messages')?.at(-1)?.id;
    if (changed.has('messages') && before !== this.messages.at(-1)?.id) this.#scrollToEnd();
  }

  /** Pictures make the thread longer when they arrive. */
  protected override firstUpdated(): void {
    this.renderRoot.addEventListener('load', () => this.#isNearEnd && this.#scrollToEnd(), true);
  }

  get #isNearEnd(): boolean {
    return this.scrollHeight - this.scrollTop - this.clientHeight < NEAR_END;
  }

  #scrollToEnd(): void {
    this.scrollTop = this.scrollHeight;
  }

  #renderRow(message: PhoneMessage, before: PhoneMessage | undefined): unknown {
    const today = day.format(message.at);
    const isNewDay = before === undefined || day.format(before.at) !== today;
    return html`${isNewDay ? html`<li class="day">${today}</li>` : nothing}
      <li class="message ${message.from === 'contact' ? 'own' : ''}">${this.#renderMessage(message)}</li>`;
  }

  #renderMessage(message: PhoneMessage): unknown {
    const isOpen = this.openId === message.id;
    const reactions = Object.values(message.reactions ?? {}).join('');
    return html`<div class="bubble">
        ${this.#renderQuote(message)} ${messageView(message, this.#around(message))}
        <p class="meta">
          ${message.edited ? html`<span>Edited</span>` : nothing} <time>${time.format(message.at)}</time>
          ${message.from === 'contact' ? this.#renderState(message) : nothing}
        </p>
        ${message.revoked ? nothing : this.#renderMore(message, isOpen)}
      </div>
      ${reactions === '' ? nothing : html`<span class="reactions" role="img" aria-label="Reactions: ${reactions}">${reactions}</span>`}
      ${isOpen ? this.#renderTools(message) : nothing}`;
  }

  #renderState({ state }: PhoneMessage): TemplateResult {
    return html`<span title=${STATES[state]}
      >${icon(state === 'read' ? 'check-check' : 'check')}<span class="visually-hidden">${STATES[state]}</span></span
    >`;
  }

  #renderQuote({ replyTo }: PhoneMessage): TemplateResult | typeof nothing {
    const original = this.messages.find(({ id }) => id === replyTo);
    return original ? html`<span class="quote" dir="auto">${plainWords(original)}</span>` : nothing;
  }

  #renderMore({ id }: PhoneMessage, isOpen: boolean): TemplateResult {
    const toggle = (): void => {
      this.openId = isOpen ? undefined : id;
    };
    return html`<button
      type="button"
      class="more"
      aria-label="React, reply and more"
      aria-expanded=${isOpen}
      @click=${toggle}
    >
      ${icon('ellipsis')}
    </button>`;
  }

  #renderTools(message: PhoneMessage): TemplateResult {
    const { id: messageId, from, type } = message;
    const own = message.reactions?.contact;
    return html`<div class="tools" role="group" aria-label="What to do with the message">
      ${EMOJIS.map(
        (emoji) =>
          html`<button
            type="button"
            class="emoji"
            aria-label="React with ${emoji}"
            aria-pressed=${own === emoji}
            @click=${() => {
              this.#wish({ kind: 'react', messageId, emoji: own === emoji ? undefined : emoji });
            }}
          >
            ${emoji}
          </button>`,
      )}
      ${this.#renderTool('reply', messageId)}
      ${from === 'contact' && type === 'text' ? this.#renderTool('edit', messageId) : nothing}
      ${from === 'contact' ? this.#renderTool('delete', messageId) : nothing}
    </div>`;
  }

  #renderTool(kind: 'reply' | 'edit' | 'delete', messageId: string): TemplateResult {
    const tool = {
      reply: { name: 'reply', label: 'Reply' },
      edit: { name: 'pencil', label: 'Edit' },
      delete: { name: 'trash-2', label: 'Delete' },
    } as const;
    return html`<button
      type="button"
      @click=${() => {
        this.#wish({ kind, messageId });
      }}
    >
      ${icon(tool[kind].name)} ${tool[kind].label}
    </button>`;
  }

  #around({ id: messageId, files }: PhoneMessage): MessageSurroundings {
    return {
      fileUrl: (reference) => {
        const path = files[reference];
        return path === undefined ? undefined : this.urlOf(path);
      },
      tap: (tap) => {
        this.#wish({ kind: 'tap', messageId, tap });
      },
      played: () => {
        this.#wish({ kind: 'played', messageId });
      },
    };
  }

  #wish(wish: MessageWish): void {
    this.openId = undefined;
    this.dispatchEvent(new CustomEvent<MessageWish>('wish', { detail: wish }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'play-thread': PlayThread;
  }
}
