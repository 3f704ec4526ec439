import type { Agent } from '../domain/session.js';
import type { StreamFollower } from '../machines/stream-follower.js';
import { ViewMemory } from '../stores/view-memory.js';
import { openAgentStorage, type AgentStorage } from './agent-storage.js';
import { DeskModel } from './desk-model.js';
import type { OfferBook } from './offer-book.js';
import { SessionShelf } from './session-shelf.js';
import type { SessionSurroundings } from './session-surroundings.js';

/** Everything that belongs to the agent who is logged in. */
export interface Seat {
  readonly agent: Agent;
  readonly storage: AgentStorage;
  readonly shelf: SessionShelf;
  readonly model: DeskModel;
}

export interface SeatInit extends Omit<SessionSurroundings, 'agent' | 'storage' | 'options' | 'isInView'> {
  readonly follower: StreamFollower;
  readonly offers: OfferBook;
  /** This browser refuses storage. */
  storageLost(cause: unknown): void;
}

/** Opens one agent's storage and an empty desk over it. */
export function takeSeat(agent: Agent, { follower, offers, storageLost, ...desk }: SeatInit): Seat {
  const { env, now } = desk;
  const storage = openAgentStorage(agent.id, env, { now, onLoss: storageLost });
  const surroundings: SessionSurroundings = {
    ...desk,
    agent,
    storage,
    options: () => model.options,
    isInView: (sessionId) => shelf.current === sessionId && env.page.isVisible,
  };
  const shelf: SessionShelf = new SessionShelf(surroundings, new ViewMemory(agent.id, env.tabStorage));
  const model: DeskModel = new DeskModel({ env, agent, follower, shelf, offers });
  return { agent, storage, shelf, model };
}
