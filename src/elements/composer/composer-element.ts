import { consume } from '@lit/context';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { DEFAULT_OPTIONS } from '../../config/options-schema.js';
import type { DeskOptions } from '../../config/options.js';
import type { DeskHandle, SessionHandle, SessionView } from '../../desk/handles.js';
import { contactName } from '../../domain/contact-name.js';
import { toggleMark, type ToggleMark } from '../../domain/mark-toggle.js';
import type { Content, Message, Quote } from '../../domain/message.js';
import type { SendRefusal } from '../../domain/send-rules.js';
import { en, type Strings } from '../../i18n/strings.js';
import { AnnouncerController } from '../shared/announcer.js';
import { ClockController } from '../shared/clock-controller.js';
import { deskContext, sessionContext, stringsContext } from '../shared/contexts.js';
import { DialogController } from '../shared/dialog.js';
import { emit } from '../shared/emit.js';
import { paperclipIcon } from '../shared/icons.js';
import { RovingFocusController } from '../shared/roving-focus.js';
import { StoreController } from '../shared/store-controller.js';
import { AttachmentTray } from './attachment-tray.js';
import { composerStyles } from './composer.styles.js';
import { contentsOf, fillOf, refusalOf, rulesOf, type Fill } from './compose.js';
import { FileDrop } from './file-drop.js';
import { formattingBar, markOfKeys } from './formatting.js';
import { quotedMessage } from './quoted-message.js';
import { sendAll } from './sending.js';
import { sendsOnKey } from './send-key.js';
import * as strips from './strips.js';
import { replaceText, typeText } from './text-edit.js';
import { toolRow } from './tool-row.js';
import { trayView } from './tray-view.js';

/** A message that the agent wants to send. */
export interface MessageSendDetail {
  readonly content: Content;
  readonly quote?: Quote;
}

export type WaMessageSendEvent = CustomEvent<MessageSendDetail>;
export type WaOutboxShowEvent = CustomEvent<{ readonly messageId: string }>;

declare module '../shared/emit.js' {
  interface WaEventMap {
    'wa-message-send': WaMessageSendEvent;
    'wa-outbox-show': WaOutboxShowEvent;
  }
}

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

  readonly #view = new StoreController(this, () => this.session);
  readonly #draft = new StoreController(this, () => this.session?.draft);
  readonly #desk = new StoreController(this, () => this.desk);
  readonly #announcer = new AnnouncerController(this);
  readonly #dialog = new DialogController(this, { dialog: () => this.dialogElement });
  readonly #drop = new FileDrop(this, (files) => {
    this.#attach(files);
  });
  readonly #marks = new RovingFocusController(this, {
    items: () => [...this.renderRoot.querySelectorAll<HTMLElement>('.mark')],
  });
  readonly #clock = new ClockController(this, {
    now: () => this.session?.now() ?? Date.now(),
    every: () => (this.#view.value?.windowPhase === 'near' ? 'minute' : undefined),
  });
  readonly #trays = new WeakMap<SessionHandle, AttachmentTray>();

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
    const { session } = this;
    if (!session?.snapshot.capabilities.features.includes('replies')) return;
    const { id: messageId, providerId } = message;
    session.draft.set({
      ...session.draft.snapshot,
      quote: { messageId, ...(providerId === undefined ? {} : { providerId }) },
    });
    void this.updateComplete.then(() => {
      this.focus();
    });
  }

  /** Takes the text of a message up again, so that it can be changed and sent anew. */
  edit({ content }: Message): void {
    const text = content.kind === 'text' ? content.body : 'caption' in content ? (content.caption ?? '') : '';
    this.focus();
    this.insertText(text);
  }

  /** Lets the agent choose files. */
  chooseFiles(): void {
    this.fileInput?.click();
  }

  /** Opens the editor for notifications. */
  chooseTemplate(): void {
    void this.#dialog.show();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('session')) this.filesRefused = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.#view.value;
    if (!view) return nothing;
    if (view.sendMode === 'read-only')
      return html`<div class="surface" part="surface">${strips.readOnlyStrip(this.#stripParts(view))}</div>`;
    return html`${view.sendMode === 'free' ? this.#renderFree(view) : this.#renderClosed(view)}${this.#renderEditor()}`;
  }

  #renderClosed(view: SessionView): TemplateResult {
    return html`<div class="surface" part="surface">
      ${strips.closedWindow(this.#stripParts(view), this.#text, this.#notify)}
    </div>`;
  }

  #renderFree(view: SessionView): TemplateResult {
    const fill = this.#fill(view);
    const { quote } = this.#draft.value ?? {};
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
        quote ? quotedMessage(this.#quoted(quote), view.session, this.strings, this.#unquote) : nothing
      }${this.#tray ? trayView(this.#tray, { limits: view.capabilities.limits, strings: this.strings }) : nothing}${
        this.formattingOpen ? formattingBar(this.strings, this.#marks, this.#toggle) : nothing
      }${this.#renderText(view, fill)}${this.#renderLowStrip(view, fill)}${this.#renderTools(view, fill)}${
        drop.isOver
          ? html`<div class="drop">${paperclipIcon()}${this.strings.composer.attachments.dropHere}</div>`
          : nothing
      }
    </div>`;
  }

  #renderText(view: SessionView, fill: Fill): TemplateResult {
    const words = this.strings.composer;
    const contact = contactName(view.session.contact, this.strings.desk.unknownContact);
    return html`<div class="text" data-text=${this.#text}>
      <textarea
        part="text"
        dir="auto"
        rows="1"
        aria-label=${words.message}
        aria-invalid=${fill.state === 'over' ? 'true' : nothing}
        aria-describedby=${fill.state === 'over' ? 'why' : nothing}
        enterkeyhint=${this.#options.enterSends ? 'send' : 'enter'}
        placeholder=${this.#hasFiles ? words.caption : words.placeholder(contact)}
        .value=${live(this.#text)}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
        @paste=${this.#drop.onPaste}
      ></textarea>
    </div>`;
  }

  #renderLowStrip(view: SessionView, fill: Fill): TemplateResult | typeof nothing {
    if (fill.state === 'over') return strips.tooLongStrip(fill, this.strings);
    if (this.filesRefused) return strips.noFilesStrip(view, this.strings);
    return strips.trayStrip(this.#tray?.items ?? [], this.strings, () => this.#tray?.removeBroken());
  }

  #renderTools(view: SessionView, fill: Fill): TemplateResult {
    const ready = this.#tray?.items.filter(({ state }) => state === 'ready') ?? [];
    const canAttach = this.#canAttach(view);
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
      enterSends: this.#options.enterSends,
      isOnline: this.#isOnline,
      count: contentsOf(this.#text, ready).length,
      isHeld: fill.state === 'over' || this.#isUploading,
      attach: () => {
        this.chooseFiles();
      },
      notify: this.#notify,
      format: () => {
        this.formattingOpen = !this.formattingOpen;
      },
      send: this.#send,
    })}`;
  }

  #renderEditor(): TemplateResult {
    return html`<dialog class="dialog editor" aria-label=${this.strings.composer.editor.title}>
      ${
        this.#dialog.open
          ? html`<wa-notification-editor
              .session=${this.session}
              .strings=${this.strings}
              @wa-notification-cancel=${this.#closeEditor}
              @wa-notification-sent=${this.#closeEditor}
            ></wa-notification-editor>`
          : nothing
      }
    </dialog>`;
  }

  get #text(): string {
    return this.#draft.value?.text ?? '';
  }

  get #options(): DeskOptions {
    return this.#desk.value?.options ?? DEFAULT_OPTIONS;
  }

  get #isOnline(): boolean {
    const state = this.#desk.value?.connection.state ?? 'online';
    return state === 'online' || state === 'syncing';
  }

  /** The files of the session in view; those of others wait in theirs. */
  get #tray(): AttachmentTray | undefined {
    const { session } = this;
    if (!session) return undefined;
    const tray =
      this.#trays.get(session) ??
      new AttachmentTray(session, () => {
        this.requestUpdate();
      });
    this.#trays.set(session, tray);
    return tray;
  }

  get #hasFiles(): boolean {
    return (this.#tray?.items.length ?? 0) > 0;
  }

  get #isUploading(): boolean {
    return this.#tray?.items.some(({ state }) => state === 'uploading') ?? false;
  }

  #stripParts(view: SessionView): strips.StripParts {
    return { view, connection: this.#desk.value?.connection, now: this.#clock.now, strings: this.strings };
  }

  #fill(view: SessionView): Fill {
    return fillOf(this.#text, rulesOf(view, this.#options), this.#hasFiles);
  }

  #quoted({ messageId }: Quote): Message | undefined {
    return messageId === undefined ? undefined : this.session?.transcript.get(messageId);
  }

  #canAttach({ capabilities }: SessionView): boolean {
    return capabilities.features.includes('attachments') && capabilities.permissions.includes('canSendFiles');
  }

  #attach(files: readonly File[]): void {
    const view = this.#view.value;
    const tray = this.#tray;
    if (!view || !tray || files.length === 0) return;
    this.filesRefused = !this.#canAttach(view);
    if (this.filesRefused) return;
    const added = tray.add(files, rulesOf(view, this.#options));
    if (this.#options.twoStepAttachmentUpload) this.focus();
    else void added.then(this.#sendFiles);
  }

  #whyNot(view: SessionView): SendRefusal | undefined {
    if (this.#isUploading) return 'file-not-ready';
    const ready = this.#tray?.items.filter(({ state }) => state === 'ready') ?? [];
    return refusalOf(contentsOf(this.#text, ready), rulesOf(view, this.#options));
  }

  readonly #send = (): void => {
    const view = this.#view.value;
    if (!view) return;
    const why = this.#whyNot(view);
    if (why === undefined) this.#sendNow(this.#text);
    else this.#announcer.announce(this.strings.composer.refusals[why]);
    this.focus();
  };

  /** Without the second step the files go at once, and the text stays to be written on. */
  readonly #sendFiles = (): void => {
    if (this.isConnected) this.#sendNow('');
  };

  #sendNow(text: string): void {
    const { session } = this;
    const tray = this.#tray;
    if (!session || !tray) return;
    sendAll({
      session,
      tray,
      text,
      mayGo: (content, quote) =>
        emit(this, 'wa-message-send', { content, ...(quote ? { quote } : {}) }, { cancelable: true }),
      failed: () => {
        this.#announcer.announce(this.strings.composer.notQueued, { priority: 'assertive' });
      },
    });
  }

  readonly #onInput = (): void => {
    this.filesRefused = false;
    const { session, field } = this;
    if (session && field) session.draft.set({ ...session.draft.snapshot, text: field.value });
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const mark = markOfKeys(event);
    if (mark) {
      event.preventDefault();
      this.#toggle(mark);
    } else if (sendsOnKey(event, this.#options.enterSends)) {
      event.preventDefault();
      this.#send();
    } else if (event.key === 'Escape' && this.#draft.value?.quote) {
      event.preventDefault();
      this.#unquote();
    }
  };

  readonly #toggle = (mark: ToggleMark): void => {
    const { field } = this;
    if (field) replaceText(field, toggleMark(field.value, field.selectionStart, field.selectionEnd, mark));
  };

  readonly #unquote = (): void => {
    const { session } = this;
    if (!session) return;
    const { id, text } = session.draft.snapshot;
    session.draft.set({ id, text });
    this.focus();
  };

  readonly #notify = (): void => {
    this.chooseTemplate();
  };

  readonly #closeEditor = (): void => {
    this.#dialog.close();
  };

  readonly #showMessage = (messageId: string): void => {
    emit(this, 'wa-outbox-show', { messageId });
  };

  readonly #onFilesChosen = ({ target }: Event): void => {
    if (!(target instanceof HTMLInputElement)) return;
    this.#attach([...(target.files ?? [])]);
    target.value = '';
  };
}
