import { WaError } from '../domain/errors.js';
import type { Outcome } from '../protocol/commands.js';
import type { AnswerTo, Query } from '../protocol/queries.js';
import type { ResumePoint, StreamPosition } from '../protocol/streams.js';
import type { Sync, Welcome } from '../protocol/transport.js';
import { canSeeMedia, ownSession } from './access.js';
import type { ServiceDeskConfig } from './config.js';
import { decide } from './decide.js';
import type { DecisionContext } from './decision-draft.js';
import { evolve } from './evolve.js';
import { history, search, templates } from './history.js';
import type { Emission, Input, Surroundings } from './inputs.js';
import { isPublic, type LogEnvelope } from './log.js';
import { outgoing, type Outgoing } from './outgoing.js';
import { route } from './route.js';
import { deskUser, heads, syncFrom, welcome, type ReadEvents, type View } from './snapshots.js';
import { emptyState, ownersOf, type DeskState } from './state.js';

/**
 * A service desk in memory over a log that somebody else keeps. Every change is an event: `handle` decides, applies and
 * returns them, and whoever runs the desk makes them durable, all or none, before anybody hears of them. If that fails, this
 * object knows more than the log: throw it away and build another from the log by `apply`.
 */
export class ServiceDesk {
  /** Who is who and what holds; a new one counts from the next input on. */
  config: ServiceDeskConfig;
  readonly #epoch: string;
  readonly #state: DeskState = emptyState();

  constructor(init: { readonly epoch: string; readonly config: ServiceDeskConfig }) {
    this.#epoch = init.epoch;
    this.config = init.config;
  }

  /** Everything known; to be read only. */
  get state(): DeskState {
    return this.#state;
  }

  /** Puts an event of the log into the state; one that is there already changes nothing. */
  apply(envelope: LogEnvelope): void {
    evolve(this.#state, envelope);
  }

  /** Decides an input, then deals out the sessions that wait. */
  handle(
    input: Input,
    surroundings: Surroundings,
  ): { readonly emissions: readonly Emission[]; readonly outcome: Outcome } {
    const context: DecisionContext = {
      state: this.#state,
      config: this.config,
      epoch: this.#epoch,
      now: surroundings.now,
      newId: () => surroundings.newId(),
    };
    const { events, outcome } = decide(context, input);
    const decided = events.map((envelope) => this.#emit(envelope));
    const routed = route(context).map((envelope) => this.#emit(envelope));
    return { emissions: [...decided, ...routed], outcome };
  }

  /** When a `tick` is due next (epoch milliseconds): an offer expires, or an agent may be offered a session again. */
  wakeAt(now: number): number | undefined {
    const expiries = [...this.#state.offers.values()].map(({ offer }) => offer.expiresAt);
    const waiting = [...this.#state.queues.values()].flat().map((id) => this.#state.sessions.get(id));
    const again = waiting
      .flatMap((session) => [...(session?.passedOver.values() ?? [])])
      .filter((until) => until > now);
    const all = [...expiries, ...again];
    return all.length > 0 ? Math.min(...all) : undefined;
  }

  /** What has to be done towards WhatsApp at `now`. */
  outgoing(now: number): Outgoing {
    return outgoing(this.#state, now, this.config.unknownHoldMs);
  }

  /** An agent's first sight; a `WaError` (`not-allowed`) for one who may not use the desk. */
  welcome(agentId: string, now: number): Welcome {
    return welcome(this.#view(), agentId, now);
  }

  /** What an agent has missed; `read` gives the events of one stream from the log. */
  sync(agentId: string, from: ResumePoint, now: number, read: ReadEvents): Sync {
    return syncFrom(this.#view(), agentId, from, now, read);
  }

  /** The newest position of each stream that an agent hears. */
  heads(agentId: string): Readonly<Record<string, StreamPosition>> {
    return heads(this.#view(), agentId);
  }

  /** Answers a look at a session on the agent's desk; else a `WaError` (`not-allowed`, `contract-violated`). */
  query<Q extends Query>(agentId: string, query: Q): AnswerTo<Q>;
  query(agentId: string, query: Query): AnswerTo<Query> {
    const own = ownSession(this.#state, deskUser(this.config, agentId), query.sessionId);
    if (!own.ok) throw new WaError('not-allowed', own.refusal.message ?? own.refusal.code);
    if (query.type === 'history') return history(this.#state, this.config, own.value, query);
    if (query.type === 'search') return search(this.#state, this.config, own.value, query);
    return templates(this.config, own.value, query);
  }

  /** May this agent look at a stored medium? */
  canSeeMedia(agentId: string, mediaId: string): boolean {
    return canSeeMedia(this.#state, agentId, mediaId);
  }

  #view(): View {
    return { state: this.#state, config: this.config, epoch: this.#epoch };
  }

  /** Applies an event and says who hears it: those on whose desk its session is before or after it. */
  #emit(envelope: LogEnvelope): Emission {
    const before = this.#hearers(envelope);
    evolve(this.#state, envelope);
    return { envelope, to: [...new Set([...before, ...this.#hearers(envelope)])] };
  }

  #hearers(envelope: LogEnvelope): readonly string[] {
    if (!isPublic(envelope)) return [];
    const { stream } = envelope;
    const owner = stream.slice(stream.indexOf(':') + 1);
    return stream.startsWith('agent:') ? [owner] : ownersOf(this.#state, owner);
  }
}
