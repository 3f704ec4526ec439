import type { Agent } from '../domain/session.js';
import type { StreamFollower } from '../machines/stream-follower.js';
import { ViewMemory } from '../stores/view-memory.js';
import { openAgentStorage, type AgentStorage } from './agent-storage.js';
import { DeskModel } from './desk-model.js';
import type { OfferBook } from './offer-book.js';
import { SessionShelf } from './session-shelf.js';
import type { SessionSurroundings } from './session-surroundings.js';
import { UnsentBook } from './unsent-book.js';

/** Everything that belongs to the agent who is logged in. */
export interface Seat {
  readonly agent: Agent;
  readonly storage: AgentStorage;
  readonly shelf: SessionShelf;
  readonly model: DeskModel;
  readonly unsent: UnsentBook;
  /** Has anything been written that the server does not have? */
  hasUnsent(): boolean;
  /** Resolves when everything is kept and nothing is held open. */
  leave(): Promise<void>;
}

export interface SeatInit extends Omit<
  SessionSurroundings,
  'agent' | 'storage' | 'options' | 'isInView' | 'leftBehind'
> {
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
    leftBehind: (sessionId) => unsent.left(sessionId),
    isInView: (sessionId) => shelf.current === sessionId && env.page.isVisible,
  };
  const shelf: SessionShelf = new SessionShelf(surroundings, new ViewMemory(agent.id, env.tabStorage));
  const unsent: UnsentBook = new UnsentBook({
    outbox: storage.outbox,
    ids: env.ids,
    isOnDesk: (sessionId) => shelf.handle(sessionId) !== undefined,
    openSessionOf: (contactId) => shelf.engagedWith(contactId)?.id,
    ask: (command) => desk.gate.ask(command),
    changed: desk.changed,
  });
  const left = (sessionId: string) => unsent.left(sessionId);
  const model: DeskModel = new DeskModel({ env, agent, follower, shelf, offers, left });
  return {
    agent,
    storage,
    shelf,
    model,
    unsent,
    hasUnsent: () => unsent.snapshot.length > 0 || shelf.all.some((session) => session.hasUnsent),
    leave: () => {
      unsent.stop();
      shelf.clear();
      return storage.close();
    },
  };
}
