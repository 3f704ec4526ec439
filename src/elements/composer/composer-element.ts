import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { DeskHandle, SessionHandle, SessionView } from '../../desk/handles.js';
import { toggleMark, type ToggleMark } from '../../domain/mark-toggle.js';
import type { Message } from '../../domain/message.js';
import { textIn } from '../../domain/message-text.js';
import { en, type Strings } from '../../i18n/strings.js';
import type { WaNotificationEditorElement } from '../notification-editor/notification-editor-element.js';
import { AnnouncerController } from '../shared/announcer.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { DialogController } from '../shared/dialog.js';
import { emit } from '../shared/emit.js';
import { paperclipIcon } from '../shared/icons.js';
import { RovingFocusController } from '../shared/roving-focus.js';
import { StoreController } from '../shared/store-controller.js';
import { composerStyles } from './composer.styles.js';
import type { Fill } from './compose.js';
import { Composing } from './composing.js';
import { editorDialog } from './editor-dialog.js';
import { FileDrop } from './file-drop.js';
import { formattingBar, markOfKeys } from './formatting.js';
import { quotedMessage } from './quoted-message.js';
import { sendsOnKey } from './send-key.js';
import * as strips from './strips.js';
import { replaceText, typeText } from './text-edit.js';
import { textField } from './text-field.js';
import { toolRow } from './tool-row.js';
import { trayView } from './tray-view.js';

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

  readonly #view = new StoreController(this, () => this.session);
  readonly #desk = new StoreController(this, () => this.desk);
  readonly #announcer = new AnnouncerController(this);
  readonly #dialog = new DialogController(this, { dialog: () => this.dialogElement });
  readonly #drop = new FileDrop(this, (files) => {
    void this.#attach(files);
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

  /** Takes the text of a message up again, so that it can be changed and sent anew. */
  edit({ content }: Message): void {
    this.insertText(textIn(content));
  }

  /** Lets the agent choose files. */
  chooseFiles(): void {
    this.fileInput?.click();
  }

  /** Opens the editor for notifications. */
  chooseTemplate(): void {
    void this.#dialog.show().then(() => {
      this.editor?.focus();
    });
  }

  constructor() {
    super();
    new StoreController(this, () => this.session?.draft);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.filesRefused = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view) return nothing;
    if (view.sendMode === 'read-only')
      return html`<div class="surface" part="surface">${strips.readOnlyStrip(this.#stripParts(view))}</div>`;
    const closed = (): TemplateResult =>
      strips.closedWindow(this.#stripParts(view), this.#composing.text, this.#notify);
    return html`${
      view.sendMode === 'free' ? this.#renderFree(view) : html`<div class="surface" part="surface">${closed()}</div>`
    }${editorDialog(this, this.#dialog)}`;
  }

  #renderFree(view: SessionView): TemplateResult {
    const { tray, quote, quoted } = this.#composing;
    const fill = this.#composing.fill(view);
    const { strings } = this;
    const drop = this.#drop;
    return html`<div
      class="surface ${fill.state === 'over' ? 'over' : ''}"
      part="surface"
      @dragenter=${drop.onDragenter}
      @dragover=${drop.onDragover}
      @dragleave=${drop.onDragleave}
      @drop=${drop.onDrop}
    >
      ${strips.topStrip(this.#stripParts(view), this.#showMessage)}${
        quote ? quotedMessage(quoted, view.session, strings, this.#unquote) : nothing
      }${tray ? trayView(tray, { limits: view.capabilities.limits, strings }) : nothing}${
        this.formattingOpen ? formattingBar(strings, this.#marks, this.#toggle) : nothing
      }${this.#renderText(view, fill)}${strips.lowStrip({ view, fill, tray, strings, filesRefused: this.filesRefused })}${this.#renderTools(view, fill)}${
        drop.isOver ? html`<div class="drop">${paperclipIcon()}${strings.composer.attachments.dropHere}</div>` : nothing
      }
    </div>`;
  }

  #renderText(view: SessionView, fill: Fill): TemplateResult {
    return textField({
      view,
      fill,
      composing: this.#composing,
      strings: this.strings,
      onInput: this.#onInput,
      onKeydown: this.#onKeydown,
      onPaste: this.#drop.onPaste,
    });
  }

  #renderTools(view: SessionView, fill: Fill): TemplateResult {
    const { options, isOnline, isUploading, count } = this.#composing;
    const canAttach = this.#composing.mayAttach(view);
    return html`${
      canAttach
        ? html`<input type="file" multiple tabindex="-1" aria-hidden="true" @change=${this.#onFilesChosen} />`
        : nothing
    }${toolRow({
      strings: this.strings,
      canAttach,
      canNotify: view.capabilities.features.includes('templates'),
      formattingOpen: this.formattingOpen,
      fill,
      enterSends: options.enterSends,
      isOnline,
      count,
      isHeld: fill.state === 'over' || isUploading,
      attach: this.#chooseFiles,
      notify: this.#notify,
      format: this.#toggleFormatting,
      send: this.#send,
    })}`;
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
    if (this.isConnected) this.#sendNow('');
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
    const mark = markOfKeys(event);
    if (mark) {
      event.preventDefault();
      this.#toggle(mark);
    } else if (sendsOnKey(event, this.#composing.options.enterSends)) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && this.#composing.quote) {
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

  readonly #chooseFiles = (): void => {
    this.chooseFiles();
  };

  readonly #toggleFormatting = (): void => {
    this.formattingOpen = !this.formattingOpen;
  };

  readonly #notify = (): void => {
    this.chooseTemplate();
  };

  readonly #showMessage = (messageId: string): void => {
    emit(this, 'wa-outbox-show', { messageId });
  };

  readonly #onFilesChosen = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    void this.#attach([...(target.files ?? [])]);
    target.value = '';
  };
}
