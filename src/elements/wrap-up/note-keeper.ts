import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionHandle } from '../../desk/handles.js';

/** A pause in writing after which a note is saved. */
const PAUSE_MS = 800;

/** How the note on screen stands to the one that is saved. */
export type NoteState = 'clean' | 'dirty' | 'saving' | 'saved' | 'failed';

/** Saves a session's note while it is written: after a pause, on leaving the field, and when the element goes away. */
export class NoteKeeper implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => SessionHandle | undefined;
  #of: SessionHandle | undefined;
  #text: string | undefined;
  #state: NoteState = 'clean';
  #savedAt = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The save that was begun last; the order of saves is that of the wishes. */
  #running: Promise<boolean> = Promise.resolve(true);

  constructor(host: ReactiveControllerHost, session: () => SessionHandle | undefined) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  /** What the field shows: what is being written, else what the session has. */
  get text(): string {
    return this.#text ?? this.#session()?.snapshot.session.note ?? '';
  }

  get state(): NoteState {
    return this.#state;
  }

  /** Epoch milliseconds of the last save, on the server's clock. */
  get savedAt(): number {
    return this.#savedAt;
  }

  /** Before another session's note is shown, this one's is saved. */
  hostUpdate(): void {
    const session = this.#session();
    if (session === this.#of) return;
    void this.flush();
    this.#of = session;
    this.#text = undefined;
    this.#state = 'clean';
  }

  hostDisconnected(): void {
    void this.flush();
  }

  write(text: string): void {
    this.#text = text;
    this.#enter('dirty');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** Saves what is not saved; true when the session has it. */
  flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    const session = this.#of;
    const text = this.#text;
    if (session && text !== undefined && (this.#state === 'dirty' || this.#state === 'failed'))
      this.#running = this.#save(session, text);
    return this.#running;
  }

  async #save(session: SessionHandle, text: string): Promise<boolean> {
    this.#enter('saving');
    const outcome = await session.setNote(text);
    const isSaved = outcome.type === 'done';
    if (session !== this.#of || text !== this.#text) return isSaved;
    if (isSaved) {
      this.#savedAt = session.now();
      this.#text = undefined;
    }
    this.#enter(isSaved ? 'saved' : 'failed');
    return isSaved;
  }

  #enter(state: NoteState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }
}
