import { consume } from '@lit/context';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { DeskHandle, UnsentMessage, UnsentSnapshot } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import { en, type Strings } from '../../i18n/strings.js';
import { baseStyles, buttonStyles, scrollStyles, stripStyles } from '../../styles/index.js';
import { contentSummary } from '../message/content-summary.js';
import { copyableText } from '../message/message-options.js';
import { isNowhere } from '../desk/focus-keeper.js';
import { AnnouncerController } from '../shared/announcer.js';
import { deskContext, stringsContext } from '../shared/contexts.js';
import { emit } from '../shared/emit.js';
import { circleAlertIcon } from '../shared/icons.js';
import { StoreController } from '../shared/store-controller.js';
import { timeFormat } from '../shared/time-format.js';
import { unsentStyles } from './unsent.styles.js';

/** Which message an intent is about. */
export interface UnsentDetail {
  readonly messageId: string;
}

export type WaUnsentEvent = CustomEvent<UnsentDetail>;

type Result = 'copied' | 'notCopied' | 'notSentNow';

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-unsent-send': WaUnsentEvent;
    'wa-unsent-discard': WaUnsentEvent;
    'wa-unsent-decided': CustomEvent<null>;
  }
}

/**
 * Says what was not sent before its session went, each with its text, until the agent has decided about it. Shows nothing
 * while there is nothing to decide.
 *
 * @tagname wa-unsent
 * @fires {WaUnsentEvent} wa-unsent-send - A message is to go where the contact is now; may be vetoed. Bubbles, composed.
 * @fires {WaUnsentEvent} wa-unsent-discard - A message is given up; may be vetoed. Bubbles, composed.
 * @fires {CustomEvent<null>} wa-unsent-decided - The agent has decided about the last one, and the focus went with it. Bubbles, composed.
 */
export class WaUnsentElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, scrollStyles, stripStyles, unsentStyles];

  /** The desk; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  /** What the last copying or sending came to. */
  @state() private result: { readonly messageId: string; readonly is: Result } | undefined;

  readonly #unsent = new StoreController(
    this,
    () => this.desk,
    ({ unsent }) => unsent,
  );
  readonly #announcer = new AnnouncerController(this);
  /** What has been announced. */
  readonly #told = new Set<string>();

  protected override render(): TemplateResult | typeof nothing {
    const unsent = this.#unsent.value ?? [];
    if (unsent.length === 0) return nothing;
    return html`<section class="unsent scroll" data-region aria-label=${this.strings.desk.unsent.label}>
      ${repeat(
        unsent,
        ({ sessionId }) => sessionId,
        (group) => this.#renderGroup(group),
      )}
    </section>`;
  }

  protected override updated(): void {
    for (const group of this.#unsent.value ?? []) {
      const isNews = group.messages.some(({ messageId }) => !this.#told.has(messageId));
      group.messages.forEach(({ messageId }) => this.#told.add(messageId));
      if (isNews) this.#announcer.announce(() => this.#headline(group), { priority: 'assertive' });
    }
  }

  #renderGroup(group: UnsentSnapshot): TemplateResult {
    return html`<div class="strip danger">
      ${circleAlertIcon({ size: 'small' })}
      <div class="grow">
        <h2 dir="auto">${this.#headline(group)}</h2>
        <ul>
          ${repeat(
            group.messages,
            ({ messageId }) => messageId,
            (message) => this.#renderMessage(message, group),
          )}
        </ul>
      </div>
    </div>`;
  }

  #renderMessage(
    { messageId, content, createdAt, state }: UnsentMessage,
    { openSessionId }: UnsentSnapshot,
  ): TemplateResult {
    const words = this.strings.desk.unsent;
    const said = this.result?.messageId === messageId ? words[this.result.is] : undefined;
    const about = [timeFormat(this.strings.locale).dateTime(createdAt), state === 'in-doubt' && words.inDoubt, said];
    return html`<li data-message=${messageId}>
      <div class="what">
        <div class="text" dir="auto" id="text-${messageId}">${this.#textOf(content)}</div>
        <div class="quiet">${about.filter(Boolean).join(' · ')}</div>
      </div>
      <div class="actions">
        ${openSessionId === undefined ? nothing : this.#renderButton(words.send, messageId, this.#send)}
        ${this.#renderButton(words.copy, messageId, this.#copy)}
        ${this.#renderButton(words.discard, messageId, this.#discard)}
      </div>
    </li>`;
  }

  #renderButton(label: string, messageId: string, act: (messageId: string) => Promise<void>): TemplateResult {
    return html`<button
      type="button"
      class="button small"
      aria-describedby="text-${messageId}"
      @click=${(): void => {
        void act(messageId);
      }}
    >
      ${label}
    </button>`;
  }

  #headline({ contact, messages }: UnsentSnapshot): string {
    const words = this.strings.desk.unsent;
    const isDoubtful = messages.every((message) => message.state === 'in-doubt');
    const headline = isDoubtful ? words.maybeNotSent : words.notSent;
    return headline(messages.length, contactName(contact, this.strings.desk.unknownContact));
  }

  #textOf(content: UnsentMessage['content']): string {
    return copyableText(content) || contentSummary(content, this.strings);
  }

  #tell(messageId: string, is: Result): void {
    this.result = { messageId, is };
    this.#announcer.announce(this.strings.desk.unsent[is]);
  }

  /** The focus of a message that goes is handed to the one that takes its place. */
  async #decide(messageId: string, act: () => Promise<unknown> | undefined): Promise<void> {
    const index = this.#items.findIndex(({ dataset }) => dataset['message'] === messageId);
    await act();
    await this.updateComplete;
    if (!isNowhere()) return;
    const next = this.#items[Math.min(index, this.#items.length - 1)];
    if (next) next.querySelector<HTMLElement>('button:last-child')?.focus();
    else emit(this, 'wa-unsent-decided', null);
  }

  get #items(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('li')];
  }

  readonly #copy = async (messageId: string): Promise<void> => {
    const messages = this.#unsent.value?.flatMap((group) => group.messages);
    const message = messages?.find((each) => each.messageId === messageId);
    if (!message) return;
    try {
      await navigator.clipboard.writeText(this.#textOf(message.content));
      this.#tell(messageId, 'copied');
    } catch {
      this.#tell(messageId, 'notCopied');
    }
  };

  readonly #send = async (messageId: string): Promise<void> => {
    if (!emit(this, 'wa-unsent-send', { messageId }, { cancelable: true })) return;
    try {
      await this.#decide(messageId, () => this.desk?.sendUnsent(messageId));
    } catch {
      this.#tell(messageId, 'notSentNow');
    }
  };

  readonly #discard = async (messageId: string): Promise<void> => {
    if (!emit(this, 'wa-unsent-discard', { messageId }, { cancelable: true })) return;
    await this.#decide(messageId, () => this.desk?.discardUnsent(messageId));
  };
}
