import type { MediaKind, MediaRef } from '../../domain/attachment.js';
import type { SendRefusal, SendRules } from '../../domain/send-rules.js';
import type { SessionHandle } from '../../desk/handles.js';
import { attachmentKind, fileRefusal } from './attachment-rules.js';
import { thumbnail } from './thumbnail.js';

/** One file on its way. */
export interface TrayItem {
  readonly id: number;
  readonly file: File;
  readonly kind: MediaKind;
  readonly state: 'uploading' | 'ready' | 'failed' | 'refused';
  readonly sentBytes: number;
  readonly media?: MediaRef;
  /** Why it can never be sent. */
  readonly refusal?: SendRefusal;
  /** The upload was cut off, not refused. */
  readonly lost?: boolean;
  readonly picture?: HTMLCanvasElement;
}

/** The files that wait in one session's composer; uploads go on while another session is in view. */
export class AttachmentTray {
  readonly #session: SessionHandle;
  readonly #changed: () => void;
  readonly #aborts = new Map<number, AbortController>();
  #items: readonly TrayItem[] = [];
  #nextId = 1;

  constructor(session: SessionHandle, changed: () => void) {
    this.#session = session;
    this.#changed = changed;
  }

  get items(): readonly TrayItem[] {
    return this.#items;
  }

  /** Takes files in and uploads those that can be sent; resolves when all have come to an end. */
  async add(files: Iterable<File>, rules: SendRules): Promise<void> {
    const added = Array.from(files, (file): TrayItem => {
      const refusal = fileRefusal(file, rules);
      const state = refusal === undefined ? 'uploading' : 'refused';
      const id = this.#nextId++;
      const kind = attachmentKind(file, rules.limits);
      return { id, file, kind, state, sentBytes: 0, ...(refusal === undefined ? {} : { refusal }) };
    });
    this.#items = [...this.#items, ...added];
    this.#changed();
    await Promise.all(added.map((item) => this.#begin(item)));
  }

  /** Cancels an upload, or takes a file out. */
  remove(id: number): void {
    this.#aborts.get(id)?.abort();
    this.#aborts.delete(id);
    this.#items = this.#items.filter((item) => item.id !== id);
    this.#changed();
  }

  /** Uploads once more what failed. */
  async retry(id: number): Promise<void> {
    this.#put(id, { state: 'uploading', sentBytes: 0, lost: false });
    const item = this.#items.find((one) => one.id === id);
    if (item) await this.#upload(item);
  }

  /** Hands the ready files over to be sent; they are in the tray no more. */
  takeReady(): readonly TrayItem[] {
    const ready = this.#items.filter(({ state }) => state === 'ready');
    this.#items = this.#items.filter(({ state }) => state !== 'ready');
    this.#changed();
    return ready;
  }

  /** Takes files back that could not be sent after all. */
  putBack(items: readonly TrayItem[]): void {
    this.#items = [...items, ...this.#items];
    this.#changed();
  }

  /** Takes out what can never be sent. */
  removeBroken(): void {
    this.#items = this.#items.filter(({ state }) => state === 'uploading' || state === 'ready');
    this.#changed();
  }

  async #begin(item: TrayItem): Promise<void> {
    if (item.state !== 'uploading') return;
    const uploaded = this.#upload(item);
    const picture = item.kind === 'image' ? await thumbnail(item.file) : undefined;
    if (picture) this.#put(item.id, { picture });
    await uploaded;
  }

  async #upload({ id, file, kind }: TrayItem): Promise<void> {
    const abort = new AbortController();
    this.#aborts.set(id, abort);
    const outcome = await this.#session
      .upload(
        file,
        { name: file.name, kind },
        {
          signal: abort.signal,
          onProgress: (sentBytes) => {
            this.#put(id, { sentBytes });
          },
        },
      )
      .catch(() => ({ type: 'unconfirmed' }) as const);
    this.#aborts.delete(id);
    if (outcome.type === 'done') this.#put(id, { state: 'ready', media: { fileName: file.name, ...outcome.value } });
    else this.#put(id, { state: 'failed', lost: outcome.type === 'unconfirmed' });
  }

  /** A file that was taken out meanwhile is left alone. */
  #put(id: number, part: Partial<TrayItem>): void {
    this.#items = this.#items.map((item) => (item.id === id ? { ...item, ...part } : item));
    this.#changed();
  }
}
