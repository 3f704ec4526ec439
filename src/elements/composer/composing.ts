import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskOptions } from '../../config/options.js';
import type { DeskHandle, SessionHandle, SessionView } from '../../desk/handles.js';
import type { Message, Quote } from '../../domain/message.js';
import type { SendRefusal, SendRules } from '../../domain/send-rules.js';
import type { TemplateDefinition } from '../../domain/template.js';
import { AttachmentTray } from './attachment-tray.js';
import { contentsOf, fillOf, notificationFill, refusalOf, rulesOf, type Fill } from './compose.js';
import { defaultNotification, notificationOf } from './default-notification.js';
import { sendAll, sendInside, type Sending } from './sending.js';

/** Where what is composed belongs. */
export interface ComposingParts {
  readonly session: () => SessionHandle | undefined;
  readonly desk: () => DeskHandle | undefined;
  /** After something in a tray changed. */
  readonly changed: () => void;
}

/** What stands in a composer, and what may become of it. Each session has its own draft and its own files. */
export class Composing {
  readonly #parts: ComposingParts;
  readonly #trays = new WeakMap<SessionHandle, AttachmentTray>();

  constructor(parts: ComposingParts) {
    this.#parts = parts;
  }

  get options(): DeskOptions {
    return this.#parts.desk()?.snapshot.options ?? DEFAULT_OPTIONS;
  }

  /** Without a desk nothing is known of a connection; then it counts as there. */
  get isOnline(): boolean {
    const state = this.#parts.desk()?.snapshot.connection.state ?? 'online';
    return state === 'online' || state === 'syncing';
  }

  get text(): string {
    return this.#parts.session()?.draft.snapshot.text ?? '';
  }

  get quote(): Quote | undefined {
    return this.#parts.session()?.draft.snapshot.quote;
  }

  get quoted(): Message | undefined {
    const id = this.quote?.messageId;
    return id === undefined ? undefined : this.#parts.session()?.transcript.get(id);
  }

  /** The files of the session in view; those of others wait in theirs. */
  get tray(): AttachmentTray | undefined {
    const session = this.#parts.session();
    if (!session) return undefined;
    const tray = this.#trays.get(session) ?? new AttachmentTray(session, this.#parts.changed);
    this.#trays.set(session, tray);
    return tray;
  }

  get hasFiles(): boolean {
    return (this.tray?.items.length ?? 0) > 0;
  }

  get isUploading(): boolean {
    return this.tray?.items.some(({ state }) => state === 'uploading') ?? false;
  }

  /** How many messages would be sent now. */
  get count(): number {
    return this.#contents.length;
  }

  /** The template inside which the text goes out now, if so. */
  get notification(): TemplateDefinition | undefined {
    const view = this.#parts.session()?.snapshot;
    return view && defaultNotification(view, this.options);
  }

  fill(view: SessionView): Fill {
    const { notification } = this;
    return notification
      ? notificationFill(this.text, notification)
      : fillOf(this.text, this.#rules(view), this.hasFiles);
  }

  mayAttach({ capabilities, sendMode }: SessionView): boolean {
    const { features, permissions } = capabilities;
    return sendMode === 'free' && features.includes('attachments') && permissions.includes('canSendFiles');
  }

  /** Why nothing can be sent now, if so. */
  whyNot(view: SessionView): SendRefusal | undefined {
    if (this.notification && this.fill(view).state === 'over') return 'too-many-characters';
    return this.isUploading && !this.notification ? 'file-not-ready' : refusalOf(this.#contents, this.#rules(view));
  }

  /** The text has what a template's value may not have. */
  needsOneLine(view: SessionView): boolean {
    return this.notification !== undefined && this.whyNot(view) === 'template-value-invalid';
  }

  /** Send cannot send yet, and what stands below the text says why. */
  isHeld(view: SessionView): boolean {
    if (this.fill(view).state === 'over') return true;
    return this.notification ? this.needsOneLine(view) : this.isUploading;
  }

  /** Uploads files; resolves when all have come to an end. */
  async attach(files: readonly File[], view: SessionView): Promise<void> {
    await this.tray?.add(files, this.#rules(view));
  }

  write(text: string): void {
    const session = this.#parts.session();
    session?.draft.set({ ...session.draft.snapshot, text });
  }

  answer({ id: messageId, providerId }: Message): void {
    const session = this.#parts.session();
    const quote = { messageId, ...(providerId === undefined ? {} : { providerId }) };
    session?.draft.set({ ...session.draft.snapshot, quote });
  }

  unquote(): void {
    const session = this.#parts.session();
    if (!session) return;
    const { id, text } = session.draft.snapshot;
    session.draft.set({ id, text });
  }

  /** Sends the ready files with `text`. */
  send(text: string, { mayGo, failed }: Pick<Sending, 'mayGo' | 'failed'>): void {
    const session = this.#parts.session();
    const { tray, notification } = this;
    if (!session || !tray) return;
    if (notification) sendInside(notification, { session, text, mayGo, failed });
    else sendAll({ session, tray, text, mayGo, failed });
  }

  get #contents(): ReturnType<typeof contentsOf> {
    const { notification, text } = this;
    if (notification) return text.trim() === '' ? [] : [notificationOf(text, notification)];
    return contentsOf(this.text, this.tray?.items.filter(({ state }) => state === 'ready') ?? []);
  }

  #rules(view: SessionView): SendRules {
    return rulesOf(view, this.options);
  }
}
