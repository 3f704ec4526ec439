import { kill } from 'node:process';
import { AgentLogin } from '../../../playground/src/launch/agent-login.js';
import type { Child } from '../../../playground/src/launch/child.js';
import { openPageServer, type PageServer } from '../../../playground/src/launch/page-server.js';
import {
  addressesBeside,
  startGateway,
  startStandIn,
  type ProcessPlan,
} from '../../../playground/src/launch/processes.js';
import { secretsOf } from '../../../playground/src/launch/secrets.js';

/** The page's port; 0 lets the operating system choose. */
const ANY_PORT = 0;

/** The processes of a playground in the hand of a test, which can kill the gateway. */
export class OwnPlayground {
  readonly #plan: ProcessPlan;
  readonly #page: PageServer;
  readonly #standIn: Child;
  #gateway: Child;

  private constructor(plan: ProcessPlan, page: PageServer, children: { standIn: Child; gateway: Child }) {
    this.#plan = plan;
    this.#page = page;
    this.#standIn = children.standIn;
    this.#gateway = children.gateway;
  }

  /** Starts everything with its data in `folder`. */
  static async start(folder: string): Promise<OwnPlayground> {
    const secrets = secretsOf(folder);
    const page = await openPageServer(ANY_PORT, new AgentLogin(secrets.jwtSecret));
    const addresses = await addressesBeside(page.url);
    const plan: ProcessPlan = { folder, secrets, addresses, say: () => undefined };
    const children = { standIn: startStandIn(plan), gateway: startGateway(plan) };
    await Promise.all([page.show(addresses), children.standIn.ready, children.gateway.ready]);
    return new OwnPlayground(plan, page, children);
  }

  get url(): string {
    return this.#page.url;
  }

  /** `kill -9`: nothing in the process gets to say or write another word. */
  async killGateway(): Promise<void> {
    kill(this.#gateway.pid, 'SIGKILL');
    await this.#gateway.ended;
  }

  async startGateway(): Promise<void> {
    this.#gateway = startGateway(this.#plan);
    await this.#gateway.ready;
  }

  async stop(): Promise<void> {
    await Promise.all([this.#page.close(), this.#gateway.stop(), this.#standIn.stop()]);
  }
}
