import { consume } from '@lit/context';
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskHandle, SessionHandle } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import type { Message } from '../../domain/message.js';
import { messageEn, type MessageStrings } from '../../i18n/message-strings.js';
import { listTranscript } from '../../stores/list-transcript.js';
import { baseStyles, buttonStyles } from '../../styles/index.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { LatePartsController } from '../shared/late-part.js';
import { lateMessageParts } from './late-parts.js';
import { messageContext } from './context-of.js';
import { TextFolds } from './long-text.js';
import { PartyLooks } from './party-looks.js';
import { MessageActions } from './message-actions.js';
import type { MessageContext } from './message-context.js';
import { messageLabel } from './message-label.js';
import { messageStyles } from './message.styles.js';
import { renderMessage } from './message-view.js';

/**
 * Shows one message on its own, as the transcript shows it.
 *
 * @tagname wa-message
 * @csspart message - The bubble.
 */
export class WaMessageElement extends LitElement {
  static override styles = [baseStyles, buttonStyles, messageStyles];

  /** The message. */
  @property({ attribute: false }) message: Message | undefined;

  /** Messages that belong to it: those that it quotes, and the contact's choices that answer it. */
  @property({ attribute: false }) related: readonly Message[] = [];

  /** The session that it belongs to; found by context when not given. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** The desk whose options hold; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** Words to mark. */
  @property() highlight = '';

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: MessageStrings = messageEn;

  readonly #folds = new TextFolds(this);
  readonly #actions = new MessageActions(this, (id) => (this.message?.id === id ? this.message : undefined));
  readonly #late = new LatePartsController(this, lateMessageParts);
  #context: MessageContext | undefined;

  constructor() {
    super();
    new PartyLooks(this);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.#late.settled();
    return super.getUpdateComplete();
  }

  protected override render(): TemplateResult {
    const { message } = this;
    if (!message) return html``;
    const context = this.#contextOf(message);
    const place = { startsGroup: true, late: false, fresh: false } as const;
    return html`<div role="article" aria-label=${messageLabel(message, context)}>
        ${renderMessage(message, context, place)}
      </div>
      ${this.#actions.render()}`;
  }

  #contextOf(message: Message): MessageContext {
    const contact = this.session?.snapshot.session.contact;
    const unknown = this.strings.transcript.unknownContact;
    this.#context = messageContext(
      {
        session: this.session,
        transcript: this.session?.transcript ?? listTranscript([message, ...this.related]),
        strings: this.strings,
        highlight: this.highlight,
        contactName: contact ? contactName(contact, unknown) : unknown,
        agentId: this.desk?.snapshot.agent?.id,
        unfolded: this.#folds.open,
        options: this.desk?.snapshot.options ?? DEFAULT_OPTIONS,
      },
      this.#context,
    );
    return this.#context;
  }
}
