import type { DraftStore } from '../stores/draft-store.js';
import type { IdSource } from '../stores/message-ids.js';
import type { DraftSnapshot } from './handles.js';
import { Subject } from './subject.js';

/** The draft of one session: at hand at once, and kept behind the typing. */
export class DraftKeeper extends Subject<DraftSnapshot> {
  readonly #sessionId: string;
  readonly #drafts: Promise<DraftStore>;
  readonly #ids: IdSource;
  #isTouched = false;

  constructor(sessionId: string, drafts: Promise<DraftStore>, ids: IdSource) {
    super({ id: ids(), text: '' });
    this.#sessionId = sessionId;
    this.#drafts = drafts;
    this.#ids = ids;
  }

  /** Brings back what was typed before a reload, unless that has been sent or the agent types already. */
  async restore(isSent: (id: string) => boolean): Promise<void> {
    const drafts = await this.#drafts;
    const kept = await drafts.load(this.#sessionId);
    if (!kept || this.#isTouched) return;
    if (isSent(kept.id)) return drafts.remove(this.#sessionId);
    const { sessionId: _, ...draft } = kept;
    super.set(draft);
  }

  override set(draft: DraftSnapshot): boolean {
    this.#isTouched = true;
    const isChanged = super.set({ ...draft });
    if (isChanged) void this.#keep(draft);
    return isChanged;
  }

  clear(): void {
    this.set({ id: this.#ids(), text: '' });
  }

  async #keep(draft: DraftSnapshot): Promise<void> {
    const drafts = await this.#drafts;
    // An empty draft is not worth its id.
    if (draft.text === '' && !draft.quote) drafts.remove(this.#sessionId);
    else drafts.save({ sessionId: this.#sessionId, ...draft });
  }
}
