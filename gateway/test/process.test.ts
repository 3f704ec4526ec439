import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import type { Ticket } from 'wa-desk/protocol';
import { bundleGateway } from '../build.mjs';
import { configInput, JWT_SECRET, ORIGIN, SECRETS_ENVIRONMENT } from './support/config.js';
import { DeskClient } from './support/desk-client.js';
import { FakeGraph } from './support/fake-graph.js';
import { inbound, signature, text, webhook } from './support/webhooks.js';

/** Below the packages that the bundle needs. */
const BUNDLE = fileURLToPath(new URL(`../../node_modules/.cache/wa-desk-gateway-${process.pid}`, import.meta.url));

class GatewayProcess {
  readonly child: ChildProcess;
  url = '';

  constructor(
    configFile: string,
    environment: Record<string, string> = SECRETS_ENVIRONMENT,
    flags: readonly string[] = [],
  ) {
    const { PATH = '', HOME = '' } = process.env;
    this.child = spawn(process.execPath, [join(BUNDLE, 'main.js'), '--config', configFile, ...flags], {
      env: { PATH, HOME, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async ready(): Promise<void> {
    for await (const line of createInterface({ input: this.child.stdout! })) {
      this.url = /ready on (\S+)$/.exec(line)?.[1] ?? '';
      if (this.url) return;
    }
    throw new Error('The gateway ended before it was ready.');
  }

  async ended(): Promise<number | null> {
    if (this.child.exitCode === null && this.child.signalCode === null) await once(this.child, 'exit');
    return this.child.exitCode;
  }

  async kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.ended();
  }

  async connect(): Promise<DeskClient & { readonly welcome: Awaited<ReturnType<DeskClient['hello']>> }> {
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256' })
      .setSubject('ana')
      .setIssuer('https://login.example.com')
      .setAudience('wa-desk')
      .setExpirationTime('1h')
      .sign(new TextEncoder().encode(JWT_SECRET));
    const response = await fetch(`${this.url}/tickets`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, origin: ORIGIN },
    });
    const client = new DeskClient(this.url);
    return Object.assign(client, { welcome: await client.hello(((await response.json()) as Ticket).ticket) });
  }

  async deliver(payload: object): Promise<number> {
    const body = JSON.stringify(payload);
    return (
      await fetch(`${this.url}/webhook`, { method: 'POST', headers: { 'x-hub-signature-256': signature(body) }, body })
    ).status;
  }
}

describe('the gateway as a process', () => {
  let graph: FakeGraph;
  let directory: string;
  let configFile: string;
  const processes: GatewayProcess[] = [];

  const start = (environment?: Record<string, string>, flags?: readonly string[]): GatewayProcess => {
    const gateway = new GatewayProcess(configFile, environment, flags);
    processes.push(gateway);
    return gateway;
  };

  before(() => bundleGateway(BUNDLE));
  after(() => rm(BUNDLE, { recursive: true }));
  beforeEach(async () => {
    graph = await FakeGraph.start();
    directory = await mkdtemp(join(tmpdir(), 'wa-desk-process-'));
    configFile = join(directory, 'gateway.json');
    const input = configInput();
    const config = { ...input, listen: { port: 0 }, graph: { ...input.graph, baseUrl: graph.url } };
    await writeFile(configFile, JSON.stringify(config));
  });
  afterEach(async () => {
    for (const gateway of processes.splice(0)) await gateway.kill('SIGKILL');
    await graph.stop();
    await rm(directory, { recursive: true });
  });

  it('loses nothing and doubles nothing when it is killed in mid-conversation', async () => {
    const first = start();
    await first.ready();
    const ana = await first.connect();
    await ana.execute({ type: 'presence.set', id: 'r-1', ready: true });
    await first.deliver(webhook(inbound('wamid.1', text('one'))));
    const { offer } = await ana.event('offer.made');
    const sessionId = offer.session.id;
    await ana.execute({ type: 'offer.accept', id: 'a-1', offerId: offer.id });
    await ana.execute({ type: 'message.send', id: 'm-1', sessionId, content: { kind: 'text', body: 'answered' } });
    await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    graph.answers.push('silence');
    const handedOver = graph.nextMessage();
    await ana.execute({ type: 'message.send', id: 'm-2', sessionId, content: { kind: 'text', body: 'under way' } });
    await handedOver;
    assert.equal(await first.deliver(webhook(inbound('wamid.2', text('two'), { at: Date.now() + 1000 }))), 200);
    await first.kill('SIGKILL');

    const second = start();
    await second.ready();
    const again = await second.connect();
    const known = () => again.sync({ streams: {} });
    await second.deliver(
      webhook(inbound('wamid.1', text('one')), inbound('wamid.3', text('three'), { at: Date.now() + 2000 })),
    );
    await again.event('message.added', ({ message }) => message.providerId === 'wamid.3');
    const { messages } = (await known()).sessions[0]!;
    const shown = messages.map(({ id, providerId, delivery }) => [providerId ?? id, delivery?.status]);
    assert.deepEqual(shown, [
      ['wamid.1', undefined],
      ['wamid.sent1', 'accepted'],
      ['m-2', 'unknown'],
      ['wamid.2', undefined],
      ['wamid.3', undefined],
    ]);
    assert.equal(again.welcome.desk.position.epoch, ana.welcome.desk.position.epoch);
    assert.equal(graph.messages.length, 2);
  });

  it('ends in order when it is told to', async () => {
    const gateway = start();
    await gateway.ready();
    const ana = await gateway.connect();
    assert.equal(await gateway.kill('SIGTERM'), 0);
    assert.equal((await ana.closed).code, 1001);
  });

  it('says which variable it lacks, and ends', async () => {
    const { WA_DESK_APP_SECRET: _secret, ...environment } = SECRETS_ENVIRONMENT;
    const gateway = start(environment);
    const told = (await gateway.child.stderr!.toArray()).join('');
    assert.equal(await gateway.ended(), 1);
    assert.match(told, /^The environment lacks:\n {2}WA_DESK_APP_SECRET \(or WA_DESK_APP_SECRET_SUPPORT/);
  });

  it('says what is wrong in its file, and ends', async () => {
    await writeFile(configFile, 'publicUrl: https://gateway.example.com\n');
    const gateway = start();
    const told = (await gateway.child.stderr!.toArray()).join('');
    assert.equal(await gateway.ended(), 1);
    assert.match(told, /gateway\.json: \d faults\n/);
    assert.match(told, /\n {2}channels: is missing/);
  });

  it('says with --check whether the token and the number of each channel work, and starts nothing', async () => {
    const checked = async () => {
      const gateway = start(undefined, ['--check']);
      const told = (await gateway.child.stdout!.toArray()).join('');
      return { code: await gateway.ended(), told };
    };
    graph.fallback = { status: 200, json: { id: '106540352242922', display_phone_number: '+1 555-078-3881' } };
    assert.deepEqual(await checked(), {
      code: 0,
      told: 'support: WhatsApp knows +15550783881, and the token works.\n',
    });
    graph.fallback = { status: 200, json: { id: '106540352242922', display_phone_number: '+1 555-000-0000' } };
    assert.match(
      (await checked()).told,
      /^support: phoneNumberId 106540352242922 is \+1 555-000-0000 at WhatsApp, not/,
    );
    const error = { message: 'Session has expired', type: 'OAuthException', code: 190, fbtrace_id: 'x' };
    graph.fallback = { status: 401, json: { error } };
    const { code, told } = await checked();
    assert.equal(code, 1);
    assert.match(told, /^support: WhatsApp answered 401 .*\(#190\).* Generate the access token anew\.\n$/);
    assert.ok(!told.includes('ready on'));
  });
});
