import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import WebSocket from 'ws';
import type { FeedMessage, FeedRequest } from '../../src/stand-in/phone-types.js';
import { createStandIn, type StandIn } from '../../src/stand-in/stand-in.js';
import { nodeTime } from '../../src/stand-in/clock.js';
import { OptionsError, readOptions } from '../../src/stand-in/options.js';
import { openBench, OPTIONS, Receiver } from './support.js';

async function dataFile(context: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'stand-in-'));
  context.after(() => rm(folder, { recursive: true }));
  return join(folder, 'stand-in.db');
}

describe('after a restart', () => {
  it('threads, contacts, clock, settings and templates are still there', async (context) => {
    const options = { dataFile: await dataFile(context) };
    const first = await openBench(context, { options });
    await first.write('amara', { kind: 'text', body: 'Hello' });
    await first.sent({ type: 'text', text: { body: 'Hi' } });
    await first.page('PATCH', '/phone/contacts/zoe', { blocked: true });
    await first.page('PATCH', '/settings', { chaos: { seed: 42 } });
    await first.graph('DELETE', `${OPTIONS.accountId}/message_templates?name=browse_catalog`);
    await first.advance(5000);
    const thread = await first.thread('amara');
    const rest = async (bench: typeof first): Promise<unknown[]> => [
      (await bench.page('GET', '/phone/contacts')).json,
      (await bench.page('GET', '/clock')).json,
      (await bench.page('GET', '/settings')).json,
      (await bench.graph('GET', `${OPTIONS.accountId}/message_templates`)).json,
    ];
    const before = await rest(first);
    await first.standIn.close();
    const second = await openBench(context, { options });
    assert.equal(thread.length, 2);
    assert.deepEqual(await second.thread('amara'), thread);
    assert.deepEqual(await rest(second), before);
  });

  it('webhooks that were not taken are delivered', async (context) => {
    const options = { dataFile: await dataFile(context) };
    const down = new Receiver();
    down.statuses = Array.from({ length: 10 }, () => 503);
    const first = await openBench(context, { options, receiver: down });
    await first.write('amara', { kind: 'text', body: 'Hello' });
    await first.settle();
    await first.standIn.close();
    const second = await openBench(context, { options });
    await second.advance(1000);
    assert.deepEqual(
      second.receiver.messagesSeen.map(({ text }) => text),
      [{ body: 'Hello' }],
    );
    assert.equal(second.receiver.verifications.length, 0);
  });

  it('a message that was accepted goes on its way', async (context) => {
    const options = { dataFile: await dataFile(context) };
    const first = await openBench(context, { options, settings: { networkDelayMs: 1000 } });
    await first.write('amara', { kind: 'text', body: 'Hello' });
    await first.sent({ type: 'text', text: { body: 'Hi' } });
    await first.settle();
    await first.standIn.close();
    const second = await openBench(context, { options });
    await second.advance(1000);
    assert.deepEqual(
      second.receiver.statusesSeen.map(({ status }) => status),
      ['sent', 'delivered'],
    );
  });

  it('a template that was in review is approved', async (context) => {
    const options = { dataFile: await dataFile(context) };
    const first = await openBench(context, { options });
    const components = [{ type: 'BODY', text: 'Hello' }];
    await first.graph('POST', `${OPTIONS.accountId}/message_templates`, {
      name: 'hi',
      language: 'en',
      category: 'UTILITY',
      components,
    });
    await first.standIn.close();
    const second = await openBench(context, { options });
    await second.advance(3000);
    assert.deepEqual(
      second.receiver.values.map(({ event }) => event),
      ['APPROVED'],
    );
  });
});

describe('the crossing log', () => {
  it('shows calls and webhooks in order, without secrets', async (context) => {
    const bench = await openBench(context);
    await bench.write('amara', { kind: 'text', body: `My token is ${OPTIONS.accessToken}` });
    await bench.settle();
    await bench.sent({ type: 'text', text: { body: 'Hi' } });
    const { json } = await bench.page('GET', '/log');
    const entries = json['entries'] as {
      kind: string;
      method: string;
      target: string;
      status: number;
      request?: object;
    }[];
    assert.deepEqual(
      entries.map(({ kind, method, status }) => [kind, method, status]),
      [
        ['verification', 'GET', 200],
        ['webhook', 'POST', 200],
        ['graph', 'POST', 200],
      ],
    );
    assert.equal(entries[2]?.target, `/v26.0/${OPTIONS.phoneNumberId}/messages`);
    assert.equal((entries[2]?.request as { type: string }).type, 'text');
    for (const secret of [OPTIONS.accessToken, OPTIONS.verifyToken, OPTIONS.appSecret]) {
      assert.ok(!JSON.stringify(json).includes(secret), secret);
    }
  });
});

async function listening(context: TestContext): Promise<{ url: string; standIn: StandIn; receiver: Receiver }> {
  const receiver = new Receiver();
  const standIn = await createStandIn(OPTIONS, { time: nodeTime, fetch: receiver.fetch });
  standIn.parts.settings.change({ networkDelayMs: 0 });
  context.after(() => standIn.close());
  return { url: await standIn.listen(), standIn, receiver };
}

describe('the fault switch', () => {
  const send = (url: string, signal?: AbortSignal): Promise<Response> =>
    fetch(`${url}/v26.0/${OPTIONS.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${OPTIONS.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '+12025550143', type: 'text', text: { body: 'Hi' } }),
      ...(signal && { signal }),
    });
  const CASES: readonly { readonly kind: string; readonly processed: number; readonly answer: number | 'none' }[] = [
    { kind: 'lost-answer', processed: 1, answer: 'none' },
    { kind: 'error-before', processed: 0, answer: 500 },
    { kind: 'error-after', processed: 1, answer: 500 },
    { kind: 'hang-before', processed: 0, answer: 'none' },
    { kind: 'hang-after', processed: 1, answer: 'none' },
    { kind: 'rate-limit', processed: 0, answer: 429 },
  ];
  for (const { kind, processed, answer } of CASES) {
    it(`${kind}: ${processed ? 'processed' : 'not processed'}, answer ${answer}; the next send is well`, async (context) => {
      const { url, standIn } = await listening(context);
      standIn.parts.faults.add(kind, 1);
      const stored = (): number => standIn.parts.sql.all('select id from messages').length;
      const hangs = new AbortController();
      const entries = standIn.parts.log;
      if (kind.startsWith('hang')) entries.onEntry(() => hangs.abort());
      const status = await send(url, hangs.signal).then(
        (response) => response.status,
        () => 'none',
      );
      assert.equal(status, answer);
      assert.equal(stored(), processed);
      assert.equal((await send(url)).status, 200);
      assert.equal(stored(), processed + 1);
    });
  }

  it('holds for as many sends as were asked for, and can be cleared', async (context) => {
    const bench = await openBench(context);
    await bench.page('POST', '/faults', { kind: 'error-before', times: 2 });
    const hi = { type: 'text', text: { body: 'Hi' } };
    const statuses = [];
    for (let count = 0; count < 3; count += 1) statuses.push((await bench.send(hi)).status);
    assert.deepEqual(statuses, [500, 500, 200]);
    await bench.page('POST', '/faults', { kind: 'rate-limit', times: 9 });
    await bench.page('DELETE', '/faults');
    assert.equal((await bench.send(hi)).status, 200);
    assert.equal((await bench.page('POST', '/faults', { kind: 'flood' })).status, 400);
  });
});

describe('the feed of a phone page', () => {
  it('begins with hello, tells what changes, and reads what is on screen', async (context) => {
    const { url, standIn, receiver } = await listening(context);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/phone/feed`, { origin: 'http://localhost:1' });
    context.after(() => socket.terminate());
    const told: FeedMessage[] = [];
    const until = async (reached: (message: FeedMessage) => boolean): Promise<void> => {
      while (!told.some(reached)) await once(socket, 'message');
    };
    socket.on('message', (data: Buffer) => told.push(JSON.parse(data.toString()) as FeedMessage));
    await until(({ type }) => type === 'hello');
    assert.deepEqual(told[0]?.type === 'hello' && told[0].contacts.map(({ id }) => id), ['amara', 'zoe', 'noor']);
    const watch: FeedRequest = { type: 'watch', contactId: 'amara' };
    socket.send(JSON.stringify(watch));
    standIn.parts.phone.write('amara', { kind: 'text', body: 'Hello' });
    await fetch(`${url}/v26.0/${OPTIONS.phoneNumberId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${OPTIONS.accessToken}`, 'content-type': 'application/json' },
      body: JSON.stringify({ messaging_product: 'whatsapp', to: '+12025550143', type: 'text', text: { body: 'Hi' } }),
    });
    await until((message) => message.type === 'message.changed' && message.message.state === 'read');
    await until(({ type }) => type === 'log.added');
    standIn.parts.clock.advance(1000);
    await until((message) => message.type === 'clock.changed' && message.clock.offsetMs === 1000);
    await standIn.parts.queue.idle();
    assert.deepEqual(
      receiver.statusesSeen.map(({ status }) => status),
      ['sent', 'delivered', 'read'],
    );
  });

  it('is closed to pages of other origins', async (context) => {
    const { url } = await listening(context);
    const socket = new WebSocket(`${url.replace('http', 'ws')}/phone/feed`, { origin: 'https://evil.test' });
    const [error] = (await once(socket, 'error')) as [Error];
    assert.match(error.message, /403/);
  });
});

const MAIN = fileURLToPath(new URL('../../src/stand-in/main.ts', import.meta.url));
const REQUIRED = ['--token', 'a-long-token', '--app-secret', 'a-long-secret', '--verify-token', 'a-long-word'];

function run(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

describe('the process', () => {
  it('prints one line when it is ready, serves, delivers, and ends by itself on SIGTERM', async (context) => {
    const got: string[] = [];
    const gateway = createServer((request, response) => {
      got.push(request.method ?? '');
      response.end(new URL(request.url ?? '', 'http://x').searchParams.get('hub.challenge') ?? '');
    }).listen(0, '127.0.0.1');
    context.after(() => gateway.close());
    await once(gateway, 'listening');
    const child = run([
      ...REQUIRED,
      '--webhook-url',
      `http://127.0.0.1:${(gateway.address() as AddressInfo).port}/wh`,
      '--data',
      await dataFile(context),
    ]);
    context.after(() => child.kill('SIGKILL'));
    assert.ok(child.stdout);
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { ready, url } = JSON.parse(line) as { ready: boolean; url: string };
    assert.equal(ready, true);
    const posted = new Promise<void>((resolve) =>
      gateway.on('request', ({ method }) => method === 'POST' && resolve()),
    );
    await fetch(`${url}/phone/contacts/amara/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'text', body: 'Hello' }),
    });
    await posted;
    assert.deepEqual(got, ['GET', 'POST']);
    child.kill('SIGTERM');
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });

  it('says which option is missing or wrong', () => {
    const read = (args: readonly string[]): void =>
      void readOptions(args, { STAND_IN_WEBHOOK_URL: 'http://127.0.0.1:1/wh' });
    const says = (args: readonly string[], pattern: RegExp): void =>
      assert.throws(
        () => read(args),
        (error) => error instanceof OptionsError && pattern.test(error.message),
      );
    says([], /Missing: --token or STAND_IN_TOKEN/);
    says([...REQUIRED, '--port', '99999'], /--port must be a number/);
    says([...REQUIRED, '--webhook-url', 'gateway'], /--webhook-url must be an http/);
    says([...REQUIRED, '--colour', 'red'], /--colour.*Flags: --host/s);
    assert.equal(
      readOptions(REQUIRED, { STAND_IN_WEBHOOK_URL: 'http://127.0.0.1:1/wh', STAND_IN_PORT: '81' }).port,
      81,
    );
  });
});
