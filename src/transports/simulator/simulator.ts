import { WaError } from '../../domain/errors.js';
import type { Transport } from '../../protocol/transport.js';
import type { ContactFacts, ServiceDeskConfig } from '../../service-desk/index.js';
import { AgentDriver } from './agent-driver.js';
import { ManualClock, realClock, StoppableClock, type SimulatorClock } from './clock.js';
import { ContactDriver } from './contact-driver.js';
import { DEMO_CONFIG, DEMO_CONTACTS } from './demo-people.js';
import type { Faults } from './faults.js';
import { Random } from './random.js';
import { SimulatedBackend } from './simulated-backend.js';
import { simulatedTransport, type Latency } from './simulated-link.js';
import { DEFAULT_PACE, SimulatedWhatsApp, type WhatsAppPace } from './simulated-whatsapp.js';

/** What happens by itself in a simulator. */
export type Script = (simulator: Simulator) => void;

export interface SimulatorOptions {
  /** The same seed gives the same ids, pictures and delays. */
  readonly seed?: number;
  /** What has happened, and happens by itself. */
  readonly script?: Script;
  /** Whose desk it is; the first agent of the configuration by default. */
  readonly agentId?: string;
  readonly config?: Partial<ServiceDeskConfig>;
  /** The machine's clock by default; a `ManualClock` where time has to stand still. */
  readonly clock?: SimulatorClock;
  /** How long a way to the server or back takes (milliseconds); none by default. */
  readonly latency?: Latency;
  readonly pace?: Partial<WhatsAppPace>;
}

/** A whole service desk in the page, with customers that a script drives. Nothing leaves the page. */
export class Simulator {
  readonly transport: Transport;
  readonly agent: AgentDriver;
  readonly #backend: SimulatedBackend;
  readonly #whatsapp: SimulatedWhatsApp;
  readonly #clock: StoppableClock;
  readonly #manual: ManualClock | undefined;
  readonly #latency: Latency;

  constructor(options: SimulatorOptions = {}) {
    const config = { ...DEMO_CONFIG, ...options.config };
    const agentId = options.agentId ?? config.agents[0]?.id ?? '';
    const clock = options.clock ?? realClock;
    this.#clock = new StoppableClock(clock);
    this.#manual = clock instanceof ManualClock ? clock : undefined;
    this.#latency = options.latency ?? { min: 0, max: 0 };
    this.#backend = new SimulatedBackend(config, this.#clock, new Random(options.seed ?? 1));
    this.#whatsapp = new SimulatedWhatsApp(this.#backend, { ...DEFAULT_PACE, ...options.pace });
    this.transport = this.transportOf(agentId);
    this.agent = this.agentNamed(agentId);
    options.script?.(this);
  }

  /** What goes wrong next. */
  get faults(): Faults {
    return this.#backend.faults;
  }

  /** Epoch milliseconds. */
  now(): number {
    return this.#backend.now();
  }

  /** The transport of another agent's desk on the same server. */
  transportOf(agentId: string): Transport {
    return simulatedTransport(this.#backend, agentId, this.#latency);
  }

  /** Another agent, in the hand of the script. */
  agentNamed(agentId: string): AgentDriver {
    return new AgentDriver(this.#backend, agentId);
  }

  /** A customer by name: one of the demo's, or a new one with a number of its own. */
  contact(name: string, channelId = this.#backend.config.channels[0]?.id ?? ''): ContactDriver {
    const facts: ContactFacts = DEMO_CONTACTS[name] ?? { userId: `XX.${hexOf(name)}`, profileName: name };
    return new ContactDriver({ backend: this.#backend, whatsapp: this.#whatsapp, channelId }, facts);
  }

  /** Plays a scene as if it had happened so many milliseconds ago; in it everything reaches everybody at once. */
  ago<T>(ms: number, scene: () => T): T {
    return this.#backend.ago(ms, scene);
  }

  /** Lets `task` happen in so many milliseconds. */
  after(ms: number, task: () => void): void {
    this.#clock.setTimeout(task, ms);
  }

  /** Lets `ms` go by; only with a `ManualClock`. */
  advance(ms: number): void {
    if (!this.#manual) {
      throw new WaError('config-invalid', 'Only a simulator with a ManualClock can be advanced: pass one as `clock`.');
    }
    this.#manual.advance(ms);
  }

  /** Ends every connection and lets nothing happen any more. */
  stop(): void {
    this.#backend.cut('the simulator was stopped');
    this.#clock.stop();
  }

  /** Tells the desks the heads of their streams now instead of with the next heartbeat. */
  beat(): void {
    this.#backend.beat();
  }

  /** Cuts every connection to the desks. */
  cutLink(cause = 'cut by the script'): void {
    this.#backend.cut(cause);
  }

  /** The server's log is another one from here on, as after a restored backup. */
  changeEpoch(): void {
    this.#backend.changeEpoch();
  }
}

function hexOf(text: string): string {
  return [...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** A service desk in the page, for demos, stories and tests. */
export function createSimulator(options?: SimulatorOptions): Simulator {
  return new Simulator(options);
}
