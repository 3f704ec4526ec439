import type { SessionWish } from '../machines/session-events.js';
import type { Command, Outcome } from '../protocol/commands.js';
import type { IdSource } from '../stores/message-ids.js';
import type { LinkGate } from './link-gate.js';

export interface SessionWishesInit {
  readonly sessionId: string;
  readonly offerId?: string;
  readonly gate: LinkGate;
  readonly ids: IdSource;
  /** Hears what became of each wish. */
  answered(outcome: Outcome): void;
}

/** The wishes that move a session from one state to the next; one in doubt keeps its id, so that asking again does it once. */
export class SessionWishes {
  /** Why the agent rejects the offer, if the agent says so. */
  rejection: string | undefined;
  readonly #init: SessionWishesInit;
  readonly #idsInDoubt = new Map<SessionWish, string>();
  #last: Promise<Outcome> = Promise.resolve({ type: 'unconfirmed' });

  constructor(init: SessionWishesInit) {
    this.#init = init;
  }

  /** What became of the last wish. */
  get last(): Promise<Outcome> {
    return this.#last;
  }

  perform(wish: SessionWish): void {
    this.#last = this.#ask(wish);
  }

  async #ask(wish: SessionWish): Promise<Outcome> {
    const id = this.#idsInDoubt.get(wish) ?? this.#init.ids();
    this.#idsInDoubt.set(wish, id);
    const outcome = await this.#init.gate.ask(this.#commandOf(wish, id));
    if (outcome.type !== 'unconfirmed') this.#idsInDoubt.delete(wish);
    this.#init.answered(outcome);
    return outcome;
  }

  #commandOf(wish: SessionWish, id: string): Command {
    const { sessionId, offerId = '' } = this.#init;
    switch (wish) {
      case 'accept':
        return { type: 'offer.accept', id, offerId };
      case 'reject':
        return { type: 'offer.reject', id, offerId, ...(this.rejection !== undefined && { reason: this.rejection }) };
      case 'wrap-up':
        return { type: 'session.wrap-up', id, sessionId };
      case 'done':
        return { type: 'session.done', id, sessionId };
    }
  }
}
