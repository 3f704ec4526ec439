import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { describe, it } from 'node:test';
import type { JsonValue } from 'wa-desk/domain';
import { GraphClient } from '../src/graph/graph-client.js';
import { outcomeOfAnswer, type SendOutcome } from '../src/graph/send-outcome.js';
import { backOffMs } from '../src/sending/back-off.js';
import { messageIdOf, toOpaque } from '../src/sending/opaque-data.js';

const error = (code: number): JsonValue => ({ error: { message: `(#${code}) No`, type: 'OAuthException', code } });

describe('the answer to a send', () => {
  const table: readonly (readonly [status: number, body: JsonValue | undefined, type: SendOutcome['type']])[] = [
    [200, { messaging_product: 'whatsapp', messages: [{ id: 'wamid.1' }] }, 'accepted'],
    [200, { messaging_product: 'whatsapp', messages: [] }, 'unknown'],
    [200, undefined, 'unknown'],
    [400, error(131_047), 'failed'],
    [400, error(100), 'failed'],
    [401, error(190), 'failed'],
    [403, error(200), 'failed'],
    [400, error(130_429), 'rate-limited'],
    [400, error(131_056), 'rate-limited'],
    [400, error(80_007), 'rate-limited'],
    [429, error(4), 'rate-limited'],
    [429, undefined, 'rate-limited'],
    [400, error(131_000), 'unknown'],
    [400, error(1), 'unknown'],
    [400, error(2), 'unknown'],
    [500, error(131_016), 'unknown'],
    [503, undefined, 'unknown'],
    [413, undefined, 'unknown'],
    [404, undefined, 'unknown'],
    [302, undefined, 'unknown'],
  ];
  for (const [status, body, type] of table) {
    it(`${status} with ${JSON.stringify(body) ?? 'no JSON'} is ${type}`, () =>
      assert.equal(outcomeOfAnswer(status, body).type, type));
  }

  it('tells when WhatsApp holds a message back', () => {
    const held = (message_status: string) => outcomeOfAnswer(200, { messages: [{ id: 'wamid.1', message_status }] });
    assert.deepEqual(held('held_for_quality_assessment'), { type: 'accepted', providerId: 'wamid.1', held: 'quality' });
    assert.deepEqual(held('paused'), { type: 'accepted', providerId: 'wamid.1', held: 'paused' });
    assert.deepEqual(held('accepted'), { type: 'accepted', providerId: 'wamid.1' });
  });
});

describe('no answer to a send', () => {
  const account = { phoneNumberId: '1', wabaId: '2', accessToken: 'x' };
  const send = (baseUrl: string, timeoutMs = 2000) =>
    new GraphClient({ baseUrl, version: 'v26.0', mediaHosts: [], timeoutMs, downloadTimeoutMs: 1000 }).send(account, {
      type: 'text',
    });

  const withServer = async (onData: (socket: Socket) => void, timeoutMs?: number): Promise<SendOutcome> => {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => onData(socket));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const outcome = await send(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeoutMs);
    server.close();
    return outcome;
  };

  it('is certainly not sent when nobody listens, or the name is not known', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    assert.deepEqual(await send(`http://127.0.0.1:${port}`), { type: 'unreachable', cause: 'ECONNREFUSED' });
    assert.equal((await send('http://graph.invalid')).type, 'unreachable');
  });

  it('is unknown when the connection breaks after the request, or no answer comes in time, or half of one', async () => {
    assert.equal((await withServer((socket) => socket.destroy())).type, 'unknown');
    assert.equal((await withServer(() => undefined, 100)).type, 'unknown');
    assert.equal(
      (await withServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n{"mess'))).type,
      'unknown',
    );
  });
});

describe('waiting before the next attempt', () => {
  it('grows, and stays within a minute and a quarter', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 8].map((attempt) => backOffMs(attempt, 0));
    assert.deepEqual(waits, [1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    assert.equal(backOffMs(8, 0.999) <= 75_000, true);
  });

  it('is 4^n seconds for the pair rate, as WhatsApp asks', () => {
    const problem = { code: 131_056 };
    assert.deepEqual(
      [1, 2, 3].map((attempt) => backOffMs(attempt, 0, problem)),
      [4000, 16_000, 60_000],
    );
  });
});

describe('what goes with a message and comes back', () => {
  it('names the message, and is not mistaken for what others put there', () => {
    assert.equal(messageIdOf(toOpaque('0192f0c1-aaaa:b', 3)), '0192f0c1-aaaa:b');
    for (const foreign of [undefined, '', 'campaign-7', 'v2:x:1', 'v1:x', 'v1::1'])
      assert.equal(messageIdOf(foreign), undefined);
  });
});
