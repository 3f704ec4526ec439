import type { Message } from '../domain/message.js';
import { textIn } from '../domain/message-text.js';
import type { DraftStore } from '../stores/draft-store.js';
import type { IdSource } from '../stores/message-ids.js';
import type { DraftSnapshot } from './handles.js';
import { Subject } from './subject.js';

/** The draft of one session: at hand at once, and kept behind the typing. */
export class DraftKeeper extends Subject<DraftSnapshot> {
  readonly #sessionId: string;
  readonly #drafts: DraftStore;
  readonly #ids: IdSource;
  #isTouched = false;

  constructor(sessionId: string, drafts: DraftStore, ids: IdSource) {
    super({ id: ids(), text: '' });
    this.#sessionId = sessionId;
    this.#drafts = drafts;
    this.#ids = ids;
  }

  /** Brings back what was typed before a reload, unless that has been sent or the agent types already. */
  async restore(sentAs: (id: string) => Message | undefined): Promise<void> {
    const kept = await this.#drafts.load(this.#sessionId);
    if (!kept || this.#isTouched) return;
    const { sessionId: _, ...draft } = kept;
    super.set(draft);
    const message = sentAs(draft.id);
    if (message) this.sent(message);
  }

  /** A message has been sent that may be this draft in another tab: other words are another message from now on. */
  sent({ id, content }: Message): void {
    if (id !== this.snapshot.id) return;
    if (textIn(content) === this.snapshot.text) this.clear();
    else this.set({ ...this.snapshot, id: this.#ids() });
  }

  override set(draft: DraftSnapshot): boolean {
    this.#isTouched = true;
    const before = this.snapshot;
    const isChanged = super.set({ ...draft });
    if (isChanged) this.#keep(draft, before);
    return isChanged;
  }

  clear(): void {
    this.set({ id: this.#ids(), text: '' });
  }

  #keep(draft: DraftSnapshot, before: DraftSnapshot): void {
    // An empty draft is not worth its id; one that another tab has begun since stays.
    if (draft.text === '' && !draft.quote) this.#drafts.remove(this.#sessionId, before.id);
    else this.#drafts.save({ sessionId: this.#sessionId, ...draft });
  }
}
