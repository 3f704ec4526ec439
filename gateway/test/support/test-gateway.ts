import { copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { SignJWT } from 'jose';
import type { JsonObject } from 'wa-desk/domain';
import type { Outcome, Ticket, Welcome } from 'wa-desk/protocol';
import type { AppDeps } from '../../src/app-deps.js';
import { buildApp } from '../../src/app.js';
import { checkConfig } from '../../src/config/load-config.js';
import { readSecrets } from '../../src/config/secrets.js';
import { GroupCommit } from '../../src/event-log/group-commit.js';
import { SqliteEventLog } from '../../src/event-log/sqlite-event-log.js';
import { DiskMediaStore } from '../../src/media/disk-media-store.js';
import { SqliteWebhookInbox } from '../../src/webhooks/webhook-inbox.js';
import { configInput, JWT_SECRET, SECRETS_ENVIRONMENT } from './config.js';
import { DeskClient } from './desk-client.js';
import { FakeGraph } from './fake-graph.js';
import { inbound, signature, text, webhook } from './webhooks.js';

export interface TestOptions {
  readonly config?: object;
  readonly deps?: Partial<AppDeps>;
  readonly environment?: Record<string, string>;
}

interface Process {
  readonly app: FastifyInstance;
  readonly file: GroupCommit;
  readonly url: string;
}

/** A gateway with a log on the disk, a fake Graph API beside it, and a clock that can be moved. */
export class TestGateway {
  readonly graph: FakeGraph;
  readonly directory: string;
  /** How far the desk's clock is ahead (milliseconds). */
  ahead = 0;
  readonly #options: TestOptions;
  readonly #processes: Process[] = [];
  readonly #clients: DeskClient[] = [];
  #lives = 0;

  private constructor(graph: FakeGraph, directory: string, options: TestOptions) {
    this.graph = graph;
    this.directory = directory;
    this.#options = options;
  }

  static async start(options: TestOptions = {}): Promise<TestGateway> {
    const gateway = new TestGateway(
      await FakeGraph.start(),
      await mkdtemp(join(tmpdir(), 'wa-desk-gateway-')),
      options,
    );
    await gateway.#run(gateway.#folder());
    return gateway;
  }

  get app(): FastifyInstance {
    return this.#process.app;
  }

  get file(): GroupCommit {
    return this.#process.file;
  }

  get url(): string {
    return this.#process.url;
  }

  get now(): number {
    return Date.now() + this.ahead;
  }

  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    // Requests that the fake Graph API never answered end with it.
    await this.graph.stop();
    for (const { app, file } of this.#processes) {
      await app.close();
      file.close();
    }
    await rm(this.directory, { recursive: true });
  }

  /** Keeps the files as they lie on the disk at this moment: what the process after the next `crash` finds. */
  async keepFiles(): Promise<void> {
    const from = this.#folder();
    this.#lives += 1;
    await cp(from, this.#folder(), { recursive: true, filter: (path) => !path.includes('.db') });
    for (const suffix of ['', '-wal'])
      await copyFile(join(from, `log.db${suffix}`), join(this.#folder(), `log.db${suffix}`));
  }

  /** Goes on in a new process with the files as they lie on the disk, as after `kill -9`; the old one is out of the world. */
  async crash(): Promise<void> {
    if (this.#lives < this.#processes.length) await this.keepFiles();
    for (const client of this.#clients) client.close();
    await this.#run(this.#folder());
  }

  /** Goes on in a new process with another log that says the same, as after a restored backup. */
  async changeEpoch(): Promise<void> {
    await this.keepFiles();
    const file = new GroupCommit(join(this.#folder(), 'log.db'));
    file.database.exec("update log_meta set value = 'another' where name = 'epoch'");
    file.close();
    await this.crash();
  }

  /** Waits until such a fact is in the log. */
  async logged(type: string): Promise<void> {
    const written = this.file.database.prepare(
      "select 1 from log_entries where json_extract(data, '$.event.type') = ?",
    );
    while (written.get(type) === undefined) await new Promise((resolve) => setImmediate(resolve));
  }

  /** A token as the host's login would give it. */
  token(agentId: string): Promise<string> {
    return new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject(agentId)
      .setIssuer('https://login.example.com')
      .setAudience('wa-desk')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JWT_SECRET));
  }

  async ticket(agentId: string): Promise<string> {
    const headers = { authorization: `Bearer ${await this.token(agentId)}` };
    const response = await this.app.inject({ method: 'POST', url: '/tickets', headers });
    return response.json<Ticket>().ticket;
  }

  socket(options?: ConstructorParameters<typeof DeskClient>[1]): DeskClient {
    const client = new DeskClient(this.url, options);
    this.#clients.push(client);
    return client;
  }

  async connect(agentId: string): Promise<DeskClient & { readonly welcome: Welcome }> {
    const client = this.socket();
    return Object.assign(client, { welcome: await client.hello(await this.ticket(agentId)) });
  }

  /** Delivers a webhook as WhatsApp does; answers with the HTTP status. */
  async deliver(payload: JsonObject): Promise<number> {
    const body = JSON.stringify(payload);
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature(body) };
    return (await this.app.inject({ method: 'POST', url: '/webhook', headers, payload: body })).statusCode;
  }

  /** An agent who is ready, has been offered a contact's message, and has accepted it. */
  async engage(
    agentId = 'ana',
    firstWords = 'Hello',
  ): Promise<DeskClient & { readonly welcome: Welcome; readonly sessionId: string }> {
    const client = await this.connect(agentId);
    await client.execute({ type: 'presence.set', id: `ready-${agentId}-${this.#lives}`, ready: true });
    await this.deliver(webhook(inbound(`wamid.${firstWords}`, text(firstWords))));
    const { offer } = await client.event('offer.made');
    const outcome: Outcome = await client.execute({
      type: 'offer.accept',
      id: `accept-${offer.id}`,
      offerId: offer.id,
    });
    if (outcome.type !== 'done') throw new Error(`The offer was not accepted: ${JSON.stringify(outcome)}`);
    return Object.assign(client, { sessionId: offer.session.id });
  }

  get #process(): Process {
    return this.#processes.at(-1)!;
  }

  #folder(): string {
    return join(this.directory, String(this.#lives));
  }

  async #run(folder: string): Promise<void> {
    const config = checkConfig(this.#config(), 'test');
    await mkdir(folder, { recursive: true });
    const file = new GroupCommit(join(folder, 'log.db'));
    const app = await buildApp({
      config,
      secrets: readSecrets(config, { ...SECRETS_ENVIRONMENT, ...this.#options.environment }),
      log: new SqliteEventLog(file),
      inbox: new SqliteWebhookInbox(file),
      media: new DiskMediaStore(join(folder, 'media')),
      now: () => this.now,
      onFatal: (failure) => {
        throw failure;
      },
      ...this.#options.deps,
    });
    const url = await app.listen({ host: '127.0.0.1', port: 0 });
    this.#processes.push({ app, file, url });
  }

  #config(): object {
    const input = configInput();
    return { ...input, graph: { ...input.graph, baseUrl: this.graph.url, timeoutSeconds: 2 }, ...this.#options.config };
  }
}
