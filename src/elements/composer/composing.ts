import { DEFAULT_OPTIONS } from '../../config/default-options.js';
import type { DeskOptions } from '../../config/options.js';
import type { DeskHandle, SessionHandle, SessionView } from '../../desk/handles.js';
import type { Message, Quote } from '../../domain/message.js';
import type { SendRefusal, SendRules } from '../../domain/send-rules.js';
import { AttachmentTray } from './attachment-tray.js';
import { contentsOf, fillOf, refusalOf, rulesOf, type Fill } from './compose.js';
import { sendAll, type Sending } from './sending.js';

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

  fill(view: SessionView): Fill {
    return fillOf(this.text, this.#rules(view), this.hasFiles);
  }

  mayAttach({ capabilities }: SessionView): boolean {
    return capabilities.features.includes('attachments') && capabilities.permissions.includes('canSendFiles');
  }

  /** Why nothing can be sent now, if so. */
  whyNot(view: SessionView): SendRefusal | undefined {
    return this.isUploading ? 'file-not-ready' : refusalOf(this.#contents, this.#rules(view));
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
    const { tray } = this;
    if (session && tray) sendAll({ session, tray, text, mayGo, failed });
  }

  get #contents(): ReturnType<typeof contentsOf> {
    return contentsOf(this.text, this.tray?.items.filter(({ state }) => state === 'ready') ?? []);
  }

  #rules(view: SessionView): SendRules {
    return rulesOf(view, this.options);
  }
}
