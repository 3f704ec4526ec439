import { SimulatedClock } from 'xstate';
import { createDesk, type CreateDeskOptions, type DeskHandle, type SessionHandle } from 'wa-desk/desk';
import { MemoryBackend, NOW } from './memory-backend.js';
import { until } from './until.js';

/** A desk over a server in the test's hand, with time that stands still. */
export interface Bench {
  readonly clock: SimulatedClock;
  readonly backend: MemoryBackend;
  readonly desk: DeskHandle;
  readonly warnings: string[];
  readonly network: Switch;
  readonly page: Switch;
  /** The session `s1`. */
  readonly session: () => SessionHandle;
}

/** Something that is on or off and tells when that changes. */
export class Switch {
  readonly #listeners = new Set<() => void>();
  readonly #guards = new Set<() => boolean>();
  #isOn = true;

  get isOnline(): boolean {
    return this.#isOn;
  }

  get isVisible(): boolean {
    return this.#isOn;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Would the browser ask before it leaves the page now? */
  get asks(): boolean {
    return [...this.#guards].some((wouldLose) => wouldLose());
  }

  guard(wouldLose: () => boolean): () => void {
    this.#guards.add(wouldLose);
    return () => this.#guards.delete(wouldLose);
  }

  turn(isOn: boolean): void {
    this.#isOn = isOn;
    for (const listener of [...this.#listeners]) listener();
  }
}

export function startOfTime(): SimulatedClock {
  const clock = new SimulatedClock();
  clock.set(NOW);
  return clock;
}

let lastId = 0;

/** Ids that sort by the time they were made. */
export function nextId(): string {
  lastId += 1;
  return `id-${String(lastId).padStart(6, '0')}`;
}

/** A desk that has not been started; `options` changes anything, and a `backend` is shared by several desks. */
export function bench(options: CreateDeskOptions & { backend?: MemoryBackend; clock?: SimulatedClock } = {}): Bench {
  const clock = options.clock ?? startOfTime();
  const backend = options.backend ?? new MemoryBackend(clock);
  const warnings: string[] = [];
  const [network, page] = [new Switch(), new Switch()];
  const desk = createDesk(backend.transport, {
    storage: 'memory',
    ids: nextId,
    random: () => 0,
    network,
    page,
    onWarning: (message) => warnings.push(message),
    ...options,
    clock,
  });
  return { clock, backend, desk, warnings, network, page, session: () => desk.session('s1')! };
}

/** Starts the desk and waits until it is online. */
export async function online(made: Bench): Promise<Bench> {
  made.desk.start();
  await until(() => made.desk.snapshot.connection.state === 'online', 'a connection');
  return made;
}
