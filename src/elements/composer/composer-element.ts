import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskHandle, SessionHandle, SessionView } from '../../desk/handles.js';
import { toggleMark, type ToggleMark } from '../../domain/mark-toggle.js';
import type { Message } from '../../domain/message.js';
import { textIn } from '../../domain/message-text.js';
import type { TemplateMessage } from '../../domain/template.js';
import { en, type Strings } from '../../i18n/strings.js';
import type { WaNotificationEditorElement } from '../notification-editor/notification-editor-element.js';
import { AnnouncerController } from '../shared/announcer.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { DialogController } from '../shared/dialog.js';
import { emit } from '../shared/emit.js';
import { RovingFocusController } from '../shared/roving-focus.js';
import { StoreController } from '../shared/store-controller.js';
import { composerStyles } from './composer.styles.js';
import { Composing } from './composing.js';
import { onOneLine } from './default-notification.js';
import { editorDialog } from './editor-dialog.js';
import { markOfKeys } from './formatting.js';
import { Intake } from './intake.js';
import { markupOf, type RichText } from './rich-text.js';
import { sendsOnKey } from './send-key.js';
import * as strips from './strips.js';
import { replaceText, typeText } from './text-edit.js';
import { writingView, type WritingActions } from './writing-view.js';

export type * from './composer-events.js';

/**
 * Where the agent writes: text with WhatsApp's formatting, files, a quoted reply, and notifications from templates. It
 * offers what may be sent now and says why the rest may not; what is typed is kept.
 *
 * @tagname wa-composer
 * @fires {WaMessageSendEvent} wa-message-send - The agent sends a message; may be vetoed. Bubbles, composed.
 * @fires {WaOutboxShowEvent} wa-outbox-show - The agent wants to see a message that needs a decision. Bubbles, composed.
 * @csspart surface - The whole field.
 * @csspart text - The text.
 * @csspart preview - The text as the contact will read it.
 * @csspart send - The button that sends.
 */
export class WaComposerElement extends LitElement {
  static override styles = composerStyles;

  /** The session; found by context when not given. */
  @consume({ context: sessionContext, subscribe: true })
  @property({ attribute: false })
  session: SessionHandle | undefined;

  /** The desk, for its options and its connection; found by context when not given. */
  @consume({ context: deskContext, subscribe: true })
  @property({ attribute: false })
  desk: DeskHandle | undefined;

  /** The words to show. */
  @consume({ context: stringsContext, subscribe: true })
  @property({ attribute: false })
  strings: Strings = en;

  @state() private formattingOpen = false;
  @state() private filesRefused = false;

  @query('textarea') private readonly field!: HTMLTextAreaElement | null;
  @query('input[type=file]') private readonly fileInput!: HTMLInputElement | null;
  @query('dialog') private readonly dialogElement!: HTMLDialogElement | null;
  @query('wa-notification-editor') private readonly editor!: WaNotificationEditorElement | null;

  /** The agent was in the field before this update. */
  #wasWriting = false;
  readonly #view = new StoreController(this, () => this.session);
  readonly #desk = new StoreController(this, () => this.desk);
  readonly #announcer = new AnnouncerController(this);
  readonly #dialog = new DialogController(this, { dialog: () => this.dialogElement });
  readonly #intake = new Intake(this, {
    files: (files) => {
      void this.#attach(files);
    },
    rich: (text) => {
      void this.#takeRich(text);
    },
  });
  readonly #marks = new RovingFocusController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.mark')],
  });
  readonly #clock = new ClockController(this, {
    now: () => this.session?.now() ?? Date.now(),
    every: () => (this.#view.value?.windowPhase === 'near' ? 'minute' : undefined),
  });
  readonly #composing = new Composing({
    session: () => this.session,
    desk: () => this.desk,
    changed: () => {
      this.requestUpdate();
    },
  });

  /** Focuses the text. */
  override focus(options?: FocusOptions): void {
    (this.field ?? this.renderRoot.querySelector<HTMLElement>('.button'))?.focus(options);
  }

  /** Puts `text` in at the caret, as if it had been typed. */
  insertText(text: string): void {
    if (this.field) typeText(this.field, text);
  }

  /** Answers a message: it is quoted. */
  reply(message: Message): void {
    if (!this.session?.snapshot.capabilities.features.includes('replies')) return;
    this.#composing.answer(message);
    void this.updateComplete.then(() => {
      this.focus();
    });
  }

  /** Takes a message up again, so that it can be changed and sent anew: its text here, a notification in its editor. */
  edit({ content }: Message): void {
    if (content.kind === 'template') this.chooseTemplate(content.template);
    else this.insertText(textIn(content));
  }

  /** Lets the agent choose files. */
  chooseFiles(): void {
    this.fileInput?.click();
  }

  /**
   * Says a message that WhatsApp refused outside the window once more, as a notification: its text waits to be sent inside
   * the default notification; without one the agent chooses a template.
   */
  sayAsNotification({ content }: Message): void {
    const text = onOneLine(textIn(content));
    if (!this.#composing.notification || text === '') this.chooseTemplate();
    else this.insertText(this.#composing.text.trim() === '' ? text : ` ${text}`);
  }

  /** Opens the editor for notifications, filled in as `message` was, if there is one. */
  chooseTemplate(message?: TemplateMessage): void {
    void this.#dialog.show().then(async () => {
      if (message) this.editor?.edit(message);
      await this.editor?.updateComplete;
      this.editor?.focus();
    });
  }

  constructor() {
    super();
    new StoreController(this, () => this.session?.draft);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.filesRefused = false;
    this.#wasWriting = this.field?.matches(':focus') ?? false;
  }

  /** Where the field goes while the agent writes, the focus goes to what can be done instead. */
  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.#wasWriting && !this.field) this.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view) return nothing;
    if (view.sendMode === 'read-only')
      return html`<div class="surface" part="surface">${strips.readOnlyStrip(this.#stripParts(view))}</div>`;
    const mayWrite = view.sendMode === 'free' || this.#composing.notification;
    return html`${mayWrite ? this.#renderWriting(view) : this.#renderClosed(view)}${editorDialog(this, this.#dialog)}`;
  }

  #renderClosed(view: SessionView): TemplateResult {
    return html`<div class="surface" part="surface">
      ${strips.closedWindow(this.#stripParts(view), this.#composing.text, this.#notify)}
    </div>`;
  }

  #renderWriting(view: SessionView): TemplateResult {
    const { formattingOpen, filesRefused } = this;
    return writingView({
      ...this.#stripParts(view),
      composing: this.#composing,
      intake: this.#intake,
      marks: this.#marks,
      formattingOpen,
      filesRefused,
      actions: this.#actions,
    });
  }

  #stripParts(view: SessionView): strips.StripParts {
    return { view, connection: this.#desk.value?.connection, now: this.#clock.now, strings: this.strings };
  }

  /** Without the second step files go as soon as they are there, and the text stays to be written on. */
  async #attach(files: readonly File[]): Promise<void> {
    const view = this.#view.value;
    if (!view || files.length === 0) return;
    this.filesRefused = !this.#composing.mayAttach(view);
    if (this.filesRefused) return;
    const uploaded = this.#composing.attach(files, view);
    this.focus();
    if (this.#composing.options.twoStepAttachmentUpload) return;
    await uploaded;
    if (this.isConnected && this.session?.snapshot.sendMode === 'free') this.#sendNow('');
  }

  /** Reading it takes a moment, in which the agent may have gone to another session: the text goes where it was pasted. */
  async #takeRich(rich: RichText): Promise<void> {
    const { session } = this;
    const text = await markupOf(rich);
    if (session === this.session) this.insertText(text);
    else session?.draft.set({ ...session.draft.snapshot, text: session.draft.snapshot.text + text });
  }

  readonly #send = (): void => {
    const view = this.#view.value;
    if (!view) return;
    const why = this.#composing.whyNot(view);
    if (why === undefined) this.#sendNow(this.#composing.text);
    else this.#announcer.announce(this.strings.composer.refusals[why]);
    this.focus();
  };

  #sendNow(text: string): void {
    this.#composing.send(text, {
      mayGo: (content, quote) =>
        emit(this, 'wa-message-send', { content, ...(quote ? { quote } : {}) }, { cancelable: true }),
      failed: () => {
        this.#announcer.announce(this.strings.composer.notQueued, { priority: 'assertive' });
      },
    });
  }

  readonly #onInput = (): void => {
    this.filesRefused = false;
    if (this.field) this.#composing.write(this.field.value);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#intake.onKey(event);
    const mark = markOfKeys(event);
    if (mark) {
      event.preventDefault();
      this.#toggle(mark);
    } else if (sendsOnKey(event, this.#composing.options.enterSends)) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && this.#composing.quote && !this.#composing.notification) {
      event.preventDefault();
      this.#unquote();
    }
  };

  readonly #toggle = (mark: ToggleMark): void => {
    const { field } = this;
    if (field) replaceText(field, toggleMark(field.value, field.selectionStart, field.selectionEnd, mark));
  };

  readonly #unquote = (): void => {
    this.#composing.unquote();
    this.focus();
  };

  readonly #notify = (): void => {
    this.chooseTemplate();
  };

  readonly #onFilesChosen = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    void this.#attach([...(target.files ?? [])]);
    target.value = '';
  };
  readonly #actions: WritingActions = {
    showMessage: (messageId) => {
      emit(this, 'wa-outbox-show', { messageId });
    },
    unquote: this.#unquote,
    toggle: this.#toggle,
    toOneLine: () => {
      const { field } = this;
      if (!field) return;
      const text = onOneLine(field.value);
      replaceText(field, { text, start: text.length, end: text.length });
    },
    attach: () => {
      this.chooseFiles();
    },
    notify: this.#notify,
    format: () => {
      this.formattingOpen = !this.formattingOpen;
    },
    send: this.#send,
    input: this.#onInput,
    keydown: this.#onKeydown,
    filesChosen: this.#onFilesChosen,
  };
}
