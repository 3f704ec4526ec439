import type { FastifyBaseLogger } from 'fastify';
import type { TemplateDefinition } from 'wa-desk/domain';
import type { DeskRuntime } from './desk/desk-runtime.js';
import type { GraphAccount, GraphClient } from './graph/graph-client.js';

/** Webhooks tell of most changes; this often they are looked for anyway (milliseconds). */
const REFRESH_MS = 10 * 60 * 1000;

export interface TemplatesInit {
  readonly graph: GraphClient;
  readonly runtime: DeskRuntime;
  /** By channel id. */
  readonly accounts: ReadonlyMap<string, GraphAccount>;
  readonly log: FastifyBaseLogger;
}

/** Keeps the service desk's templates as WhatsApp has them. */
export class Templates {
  readonly #init: TemplatesInit;
  /** Accounts that are asked for, and not yet being fetched. */
  readonly #due = new Set<string>();
  readonly #last = new Map<string, Promise<void>>();
  #timer: NodeJS.Timeout | undefined;

  constructor(init: TemplatesInit) {
    this.#init = init;
  }

  start(): void {
    this.refreshAll();
    this.#timer = setInterval(() => this.refreshAll(), REFRESH_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  refreshAll(): void {
    for (const wabaId of new Set([...this.#init.accounts.values()].map((account) => account.wabaId)))
      this.refresh(wabaId);
  }

  /** Fetches an account's templates; what changes while that goes on is fetched after it. */
  refresh(wabaId: string): void {
    const account = [...this.#init.accounts.values()].find((candidate) => candidate.wabaId === wabaId);
    if (!account || this.#due.has(wabaId)) return;
    this.#due.add(wabaId);
    const before = this.#last.get(wabaId) ?? Promise.resolve();
    this.#last.set(
      wabaId,
      before.then(() => this.#fetch(account)),
    );
  }

  async #fetch(account: GraphAccount): Promise<void> {
    this.#due.delete(account.wabaId);
    try {
      this.#show(account.wabaId, await this.#init.graph.templates(account));
    } catch (failure) {
      const { wabaId } = account;
      this.#init.log.warn(
        { err: failure, wabaId },
        "WhatsApp's templates could not be fetched. The last known ones stay.",
      );
    }
  }

  #show(wabaId: string, templates: readonly TemplateDefinition[]): void {
    const { runtime, accounts } = this.#init;
    const { config } = runtime;
    const channels = config.channels.map((channel) =>
      accounts.get(channel.id)?.wabaId === wabaId ? { ...channel, templates } : channel,
    );
    runtime.config = { ...config, channels, version: config.version + 1 };
  }
}
