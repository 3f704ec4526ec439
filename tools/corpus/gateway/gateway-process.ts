import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { agentToken, signatureOf, TOKEN_AUDIENCE, TOKEN_ISSUER, type BusinessNumber } from './routing.js';

const MAIN = fileURLToPath(new URL('../../../gateway/src/main.ts', import.meta.url));
const READY = /^wa-desk gateway ready on (\S+)$/;

/** What the gateway is to be started with. */
export interface GatewayPlan {
  readonly numbers: readonly BusinessNumber[];
  readonly graphUrl: string;
  /** The origin of the agent's page. */
  readonly origin: string;
}

/** A real gateway in a process of its own, with its files in a folder that goes with it. */
export class GatewayProcess {
  readonly agentId = 'agent';
  readonly #jwtSecret = randomBytes(32).toString('hex');
  readonly #appSecret = randomBytes(16).toString('hex');
  readonly #complaints: string[] = [];
  #folder = '';
  #child: ChildProcess | undefined;
  #url = '';

  get url(): string {
    return this.#url;
  }

  /** The last lines that the process wrote, for the report of a failure. */
  get complaints(): readonly string[] {
    return this.#complaints.slice(-5);
  }

  async start(plan: GatewayPlan): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'wa-desk-corpus-'));
    const file = join(this.#folder, 'gateway.json');
    await writeFile(file, JSON.stringify(this.#config(plan, await freePort())));
    const environment = {
      ...process.env,
      WA_DESK_ACCESS_TOKEN: 'token',
      WA_DESK_APP_SECRET: this.#appSecret,
      WA_DESK_VERIFY_TOKEN: 'verify',
      WA_DESK_JWT_SECRET: this.#jwtSecret,
    };
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, '--config', file], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.#complaints.push(line));
    this.#url = await this.#ready(child);
  }

  /** Delivers a webhook as WhatsApp does; answers with the HTTP status. */
  async deliver(webhook: unknown): Promise<number> {
    const body = JSON.stringify(webhook);
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(body, this.#appSecret) };
    return (await fetch(`${this.#url}/webhook`, { method: 'POST', headers, body })).status;
  }

  token(): string {
    return agentToken(this.agentId, this.#jwtSecret);
  }

  async stop(): Promise<void> {
    const child = this.#child;
    if (child?.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
    }
    if (this.#folder !== '') await rm(this.#folder, { recursive: true, force: true });
  }

  #ready(child: ChildProcess & { readonly stdout: NodeJS.ReadableStream }): Promise<string> {
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const url = READY.exec(line)?.[1];
        if (url === undefined) this.#complaints.push(line);
        else resolve(url);
      });
      child.once('exit', (code) =>
        reject(new Error(`The gateway ended with code ${String(code)}:\n${this.#complaints.join('\n')}`)),
      );
    });
  }

  #config({ numbers, graphUrl, origin }: GatewayPlan, port: number): object {
    return {
      listen: { host: '127.0.0.1', port },
      publicUrl: `http://127.0.0.1:${String(port)}`,
      logLevel: 'error',
      graph: { baseUrl: graphUrl, version: 'v26.0' },
      auth: { issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, algorithms: ['HS256'] },
      origins: [origin],
      channels: numbers.map(({ channelId, ...number }) => ({ id: channelId, name: channelId, ...number })),
      agents: [{ id: this.agentId, name: 'Agent', capacity: 100, channels: numbers.map(({ channelId }) => channelId) }],
      offerTimeoutSeconds: 600,
    };
  }
}

/** The gateway tells its own address in media links, so it must be known before it listens. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}
