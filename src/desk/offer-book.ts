import type { Offer, OfferWithdrawal, SessionEndReason } from '../domain/session.js';
import type { Clock } from '../stores/clock.js';
import type { OfferSnapshot } from './handles.js';
import type { SessionController } from './session-controller.js';
import { sameItems, sameParts } from './subject.js';

/** How long an offer that is over stays on screen to say what became of it (milliseconds). */
const GONE_SHOWN_MS = 5000;

const GONE_REASON: Readonly<Partial<Record<SessionEndReason, OfferWithdrawal>>> = {
  missed: 'timeout',
  taken: 'taken',
  'contact-left': 'contact-left',
  cancelled: 'cancelled',
  rejected: 'rejected',
};

interface OfferEntry {
  readonly offer: Offer;
  readonly session: SessionController;
  snapshot: OfferSnapshot;
  wasRejectedHere: boolean;
}

/** The offers on screen, those included that have just gone. */
export class OfferBook {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #entries = new Map<string, OfferEntry>();
  #snapshot: readonly OfferSnapshot[] = Object.freeze([]);

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  /** Newest first. */
  get snapshot(): readonly OfferSnapshot[] {
    const newestFirst = [...this.#entries.values()].sort((a, b) => b.offer.madeAt - a.offer.madeAt);
    this.#snapshot = sameItems(
      this.#snapshot,
      newestFirst.map(({ snapshot }) => snapshot),
    );
    return this.#snapshot;
  }

  /** The offers that are not over. */
  get live(): readonly { readonly offer: Offer; readonly session: SessionController }[] {
    return [...this.#entries.values()].filter(({ snapshot }) => snapshot.state !== 'gone');
  }

  add(offer: Offer, session: SessionController): void {
    this.#entries.set(offer.id, {
      offer,
      session,
      snapshot: Object.freeze({ offer, state: 'ringing' }),
      wasRejectedHere: false,
    });
  }

  sessionOf(offerId: string): SessionController | undefined {
    return this.#entries.get(offerId)?.session;
  }

  /** Takes the offer of a session off the screen because the session is the agent's now. */
  taken(session: SessionController): void {
    for (const [id, entry] of this.#entries) if (entry.session === session) this.#entries.delete(id);
  }

  /** Looks how the offers stand; answers the sessions whose offers are over. */
  refresh(): readonly SessionController[] {
    return this.live.filter(({ offer }) => this.#isOver(offer.id)).map(({ session }) => session);
  }

  clear(): void {
    this.#entries.clear();
  }

  #isOver(offerId: string): boolean {
    const entry = this.#entries.get(offerId)!;
    const state = entry.session.offerState;
    if (state) {
      entry.wasRejectedHere ||= state === 'rejecting';
      entry.snapshot = sameParts(entry.snapshot, { offer: entry.offer, state });
      return false;
    }
    const reason = entry.session.endReason;
    if (!reason) return false;
    if (reason === 'rejected' && entry.wasRejectedHere) this.#entries.delete(offerId);
    else this.#showGone(offerId, entry, GONE_REASON[reason]);
    return true;
  }

  #showGone(offerId: string, entry: OfferEntry, goneReason: OfferWithdrawal | undefined): void {
    entry.snapshot = Object.freeze({ offer: entry.offer, state: 'gone', ...(goneReason && { goneReason }) });
    this.#clock.setTimeout(() => {
      if (this.#entries.get(offerId) !== entry) return;
      this.#entries.delete(offerId);
      this.#changed();
    }, GONE_SHOWN_MS);
  }
}
