import type { DeskOptions } from '../config/options.js';
import { DEFAULT_OPTIONS } from '../config/default-options.js';
import { readOptions } from '../config/options-schema.js';
import type { Agent, Capabilities, Offer, Session, SessionEndReason } from '../domain/session.js';
import type { StreamFollower } from '../machines/stream-follower.js';
import type {
  AgentEvent,
  DeskEvent,
  EphemeralNews,
  EventEnvelope,
  Presence,
  SessionEvent,
} from '../protocol/events.js';
import type { StreamPosition } from '../protocol/streams.js';
import type { AgentSnapshot, SessionSnapshot, Sync, Welcome } from '../protocol/transport.js';
import type { Environment } from './environment.js';
import type { OfferBook } from './offer-book.js';
import type { SessionController } from './session-controller.js';
import type { SessionShelf } from './session-shelf.js';

export interface DeskModelInit {
  readonly env: Environment;
  readonly agent: Agent;
  readonly follower: StreamFollower;
  readonly shelf: SessionShelf;
  readonly offers: OfferBook;
  /** Hears of each session that has gone. */
  left(sessionId: string): void;
}

/** One agent's desk as the server tells it: applies snapshots and events to sessions, offers and presence. */
export class DeskModel {
  options: DeskOptions = DEFAULT_OPTIONS;
  presence: Presence | undefined;
  notReadyReasons: readonly string[] = Object.freeze([]);
  readonly #init: DeskModelInit;
  /** Each wrong option is told once, not at every new connection. */
  readonly #warned = new Set<string>();

  constructor(init: DeskModelInit) {
    this.#init = init;
  }

  get #agentStream(): string {
    return `agent:${this.#init.agent.id}`;
  }

  /** Is something missing that a sync would bring? */
  get isBehind(): boolean {
    const { follower, shelf } = this.#init;
    const hasNoSnapshot = (session: SessionController) => !follower.positionOf(streamOf(session.id));
    return follower.hasGap || shelf.all.some((session) => session.isOpen && hasNoSnapshot(session));
  }

  /** Takes in how everything stands; what is followed already is left to a sync, which brings the events themselves. */
  welcome(welcome: Welcome): void {
    this.#takeOptions(welcome.options);
    this.notReadyReasons = Object.freeze([...welcome.notReadyReasons]);
    const { follower } = this.#init;
    const isFollowed = (stream: string, { epoch }: StreamPosition) => follower.positionOf(stream)?.epoch === epoch;
    const { desk, sessions } = welcome;
    if (isFollowed(this.#agentStream, desk.position)) follower.hear(this.#agentStream, desk.position);
    else this.#restoreDesk(desk);
    for (const snapshot of sessions) {
      const stream = streamOf(snapshot.session.id);
      if (isFollowed(stream, snapshot.position)) follower.hear(stream, snapshot.position);
      else this.#restoreSession(snapshot);
    }
  }

  /** Takes in what was missed. */
  sync(sync: Sync): void {
    const { follower } = this.#init;
    sync.events.forEach((envelope) => this.receive(envelope));
    if (sync.desk) this.#restoreDesk(sync.desk);
    for (const snapshot of sync.sessions) {
      const known = follower.positionOf(streamOf(snapshot.session.id));
      const isNews = known?.epoch !== snapshot.position.epoch || known.seq < snapshot.position.seq;
      if (isNews) this.#restoreSession(snapshot);
    }
    sync.gone.forEach((sessionId) => this.#removed(sessionId, 'taken-over'));
    follower.settle();
  }

  /** Takes in one event, and those that have waited for it. */
  receive(envelope: EventEnvelope): void {
    this.#init.follower.receive(envelope).forEach((ready) => this.#apply(ready));
  }

  /** Takes in what may get lost. */
  news(news: EphemeralNews): void {
    if (news.type === 'contact.typing') this.#init.shelf.get(news.sessionId)?.tell({ type: 'contact.typing' });
  }

  /** Lets go of the sessions and offers that have come to their end. */
  tidy(): void {
    const { offers, shelf } = this.#init;
    offers.refresh().forEach((session) => shelf.remove(session.id));
    for (const session of shelf.all) {
      if (session.endReason === undefined) continue;
      this.#init.follower.stop(streamOf(session.id));
      shelf.remove(session.id);
      this.#init.left(session.id);
    }
  }

  #apply(envelope: EventEnvelope): void {
    if (isOfAgent(envelope)) return this.#applyToDesk(envelope.event);
    const session = this.#init.shelf.get(envelope.stream.slice(streamOf('').length));
    if (session && isOfSession(envelope)) session.apply(envelope);
  }

  #applyToDesk(event: AgentEvent): void {
    switch (event.type) {
      case 'offer.made':
        return this.#offered(event.offer);
      case 'offer.withdrawn':
        return this.#init.offers.sessionOf(event.offerId)?.tell({ type: 'offer.withdrawn', reason: event.reason });
      case 'session.assigned':
        return this.#assigned(event.session, event.capabilities);
      case 'session.removed':
        return this.#removed(event.sessionId, event.reason);
      case 'presence.changed':
        this.presence = event.presence;
    }
  }

  #offered(offer: Offer): void {
    const { shelf, offers } = this.#init;
    if (offers.sessionOf(offer.id) || shelf.get(offer.session.id)?.isOpen) return;
    const { id, expiresAt } = offer;
    offers.add(offer, shelf.put({ session: offer.session, phase: 'offered', offer: { id, expiresAt } }));
  }

  #assigned(session: Session, capabilities: Capabilities): void {
    const { shelf, offers } = this.#init;
    const known = shelf.get(session.id);
    if (known) known.assigned(session, capabilities);
    else shelf.put({ session, phase: 'engaged', capabilities });
    if (known) offers.taken(known);
    shelf.arrived(session.id);
  }

  #removed(sessionId: string, reason: SessionEndReason): void {
    this.#init.shelf.get(sessionId)?.removed(reason);
  }

  #restoreDesk(desk: AgentSnapshot): void {
    const { follower, shelf, offers } = this.#init;
    this.presence = desk.presence;
    const offerIds = new Set(desk.offers.map(({ id }) => id));
    for (const { offer, session } of offers.live) {
      if (offerIds.has(offer.id) || desk.sessionIds.includes(session.id)) continue;
      // Whoever has it now, this snapshot does not say.
      session.tell({ type: 'offer.withdrawn', reason: 'cancelled' });
    }
    desk.offers.forEach((offer) => this.#offered(offer));
    for (const session of shelf.all) {
      if (session.isOpen && !desk.sessionIds.includes(session.id)) session.removed('taken-over');
    }
    follower.start(this.#agentStream, desk.position).forEach((ready) => this.#apply(ready));
  }

  #restoreSession(snapshot: SessionSnapshot): void {
    const { follower, shelf, offers } = this.#init;
    const { session, capabilities, position } = snapshot;
    if (session.phase !== 'engaged' && session.phase !== 'wrap-up') return;
    const known = shelf.get(session.id);
    const shelved = known ?? shelf.put({ session, phase: session.phase, capabilities });
    offers.taken(shelved);
    shelved.restore(snapshot);
    shelf.arrived(session.id);
    follower.start(streamOf(session.id), position).forEach((ready) => this.#apply(ready));
  }

  #takeOptions(ofServer: Welcome['options']): void {
    const { env, shelf } = this.#init;
    const { options, problems } = readOptions({ ...env.options, ...ofServer });
    for (const { option, value, valid } of problems) {
      const what = valid ? `"${value}" is not valid, it takes ${valid}` : 'there is no such option';
      const warning = `Option ${option}: ${what}.`;
      if (!this.#warned.has(warning)) env.warn(warning);
      this.#warned.add(warning);
    }
    this.options = options;
    shelf.all.forEach((session) => session.retime());
  }
}

function streamOf(sessionId: string): string {
  return `session:${sessionId}`;
}

function isOfAgent(envelope: EventEnvelope): envelope is EventEnvelope<AgentEvent> {
  return envelope.stream.startsWith('agent:');
}

function isOfSession(envelope: EventEnvelope<DeskEvent>): envelope is EventEnvelope<SessionEvent> {
  return envelope.stream.startsWith('session:');
}
