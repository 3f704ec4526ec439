import type { ViewMemory } from '../stores/view-memory.js';
import type { SessionHandle } from './handles.js';
import { SessionController } from './session-controller.js';
import { DeskSession } from './desk-session.js';
import type { SessionBeginning, SessionSurroundings } from './session-surroundings.js';
import { sameItems } from './subject.js';

interface Shelved {
  readonly session: SessionController;
  readonly handle: SessionHandle;
}

/** The sessions of the desk, the offered ones included, and which of them is in view. */
export class SessionShelf {
  readonly #shelved = new Map<string, Shelved>();
  readonly #surroundings: SessionSurroundings;
  readonly #memory: ViewMemory;
  /** Accepted by the agent, and not here yet. */
  readonly #awaited = new Set<string>();
  #current: string | undefined;
  /** In view before a reload, and not here yet. */
  #remembered: string | undefined;
  #handles: readonly SessionHandle[] = Object.freeze([]);

  constructor(surroundings: SessionSurroundings, memory: ViewMemory) {
    this.#surroundings = surroundings;
    this.#memory = memory;
    this.#remembered = memory.sessionId;
  }

  get current(): string | undefined {
    return this.#current;
  }

  get all(): readonly SessionController[] {
    return [...this.#shelved.values()].map(({ session }) => session);
  }

  /** Open sessions, the one with the newest message first. */
  get handles(): readonly SessionHandle[] {
    const open = [...this.#shelved.values()].filter(({ session }) => session.isOpen);
    const newestFirst = open
      .map(({ handle, session }) => ({ handle, at: session.transcript.last?.originAt ?? session.session.startedAt }))
      .sort((a, b) => b.at - a.at || (a.handle.id < b.handle.id ? -1 : 1));
    this.#handles = sameItems(
      this.#handles,
      newestFirst.map(({ handle }) => handle),
    );
    return this.#handles;
  }

  get(id: string): SessionController | undefined {
    return this.#shelved.get(id)?.session;
  }

  handle(id: string): SessionHandle | undefined {
    const shelved = this.#shelved.get(id);
    return shelved?.session.isOpen ? shelved.handle : undefined;
  }

  /** The session in which the agent writes with a contact. */
  engagedWith(contactId: string): SessionHandle | undefined {
    const isWith = ({ contact, phase }: SessionController['session']) =>
      phase === 'engaged' && contact.id === contactId;
    return this.handles.find(({ snapshot }) => isWith(snapshot.session));
  }

  /** Puts a new session on the shelf, in the place of an older one with its id. */
  put(beginning: SessionBeginning): SessionController {
    this.remove(beginning.session.id);
    const session = new SessionController(beginning, this.#surroundings);
    this.#shelved.set(session.id, { session, handle: new DeskSession(session, this.#surroundings) });
    return session;
  }

  remove(id: string): void {
    this.get(id)?.stop();
    this.#shelved.delete(id);
    if (this.#current === id) this.#current = undefined;
  }

  /** The agent chooses what is in view. */
  show(id: string | undefined): void {
    this.#remembered = undefined;
    this.#awaited.clear();
    this.#bring(id);
  }

  /** The agent has accepted a session, which comes into view with its arrival, unless the agent chooses another meanwhile. */
  await(id: string): void {
    this.#awaited.add(id);
  }

  /** The agent has this session now: it comes into view if it was accepted here, or was in view before a reload. */
  arrived(id: string): void {
    if (!this.#awaited.delete(id) && id !== this.#remembered) return;
    this.#remembered = undefined;
    this.#bring(id);
  }

  /** The page has come before the agent's eyes, or gone from them. */
  look(): void {
    if (this.#current !== undefined) this.get(this.#current)?.tell({ type: 'session.seen' });
  }

  clear(): void {
    for (const id of [...this.#shelved.keys()]) this.remove(id);
  }
  #bring(id: string | undefined): void {
    const former = this.#current;
    this.#memory.remember(id);
    if (former === id) return;
    this.#current = id;
    if (former !== undefined) this.get(former)?.tell({ type: 'session.left' });
    this.look();
  }
}
