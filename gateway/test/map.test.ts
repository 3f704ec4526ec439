import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { mapPreviewUrl } from 'wa-desk/domain';
import type { HttpProblem } from 'wa-desk/protocol';
import { ConfigError, checkConfig } from '../src/config/load-config.js';
import { readSecrets } from '../src/config/secrets.js';
import { configInput, SECRETS_ENVIRONMENT } from './support/config.js';
import { TestGateway } from './support/test-gateway.js';

const PREVIEW = 'whatsappsession.location-map.preview.query';
const PNG = Buffer.from('89504e470d0a1a0a0000000d4948445200000003000000020802000000', 'hex');
const BERLIN = { latitude: 52.5296, longitude: 13.4012 };
const SIZE = { width: 320, height: 180 };

interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly location?: string;
}

describe('maps', () => {
  let provider: Server;
  let gateway: TestGateway;
  let asked: string[];
  let answer: Answer;

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: PNG };
    provider = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.writeHead(answer.status, answer.location === undefined ? {} : { location: answer.location });
      response.end(answer.body);
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    gateway = await TestGateway.start({
      environment: {
        WA_DESK_MAP_QUERY: `${url}/still?at={LATITUDE},{LONGITUDE}&size={WIDTH}x{HEIGHT}&key=map-token`,
      },
    });
  });
  afterEach(async () => {
    await gateway.stop();
    await new Promise((resolve) => provider.close(resolve));
  });

  const template = async (agentId = 'ana'): Promise<string> =>
    String((await gateway.connect(agentId)).welcome.options[PREVIEW]);
  const get = async (url: string | undefined) =>
    gateway.app.inject({ method: 'GET', url: (url ?? '').replace('https://gateway.example.com', '') });

  it('come from the provider, whose token no desk ever sees', async () => {
    const query = await template();
    assert.ok(query.startsWith('https://gateway.example.com/map?'));
    assert.equal(query.includes('map-token'), false);
    const response = await get(mapPreviewUrl(query, BERLIN, SIZE));
    assert.deepEqual(response.rawPayload, PNG);
    assert.equal(response.headers['content-type'], 'image/png');
    assert.deepEqual(asked, ['/still?at=52.529600,13.401200&size=320x180&key=map-token']);
  });

  it('are the same address for a desk that comes back, and another for another agent', async () => {
    const query = await template();
    assert.equal(await template(), query);
    assert.notEqual(await template('ben'), query);
  });

  it('are given for a while, and only to whom the address was given', async () => {
    const query = await template();
    const url = mapPreviewUrl(query, BERLIN, SIZE);
    assert.equal((await get(url?.replace('agent=ana', 'agent=ben'))).statusCode, 403);
    assert.equal((await get('/map?latitude=1&longitude=1&width=9&height=9')).statusCode, 403);
    gateway.ahead += 24 * 60 * 60 * 1000;
    assert.equal((await get(url)).statusCode, 403);
    assert.deepEqual(asked, []);
  });

  for (const [name, place, size] of [
    ['a place that is not on earth', { latitude: 91, longitude: 0 }, SIZE],
    ['a size that no desk needs', BERLIN, { width: 4000, height: 180 }],
  ] as const)
    it(`refuse ${name}`, async () => {
      const response = await get(mapPreviewUrl(await template(), place, size));
      assert.equal(response.statusCode, 400);
      assert.deepEqual(asked, []);
    });

  for (const [name, bad] of [
    ['a refusal', { status: 403, body: Buffer.from('key=map-token is blocked') }],
    ['a page', { status: 200, body: Buffer.from('<html>key=map-token') }],
    ['a way to another place', { status: 302, body: PNG, location: '/elsewhere' }],
  ] as const satisfies readonly (readonly [string, Answer])[])
    it(`that the provider answers with ${name} are not to be had, and the token is not told`, async () => {
      answer = bad;
      const response = await get(mapPreviewUrl(await template(), BERLIN, SIZE));
      assert.equal(response.statusCode, 502);
      assert.equal(response.json<HttpProblem>().error.code, 'unavailable');
      assert.equal(response.body.includes('map-token'), false);
      assert.equal(asked.length, 1);
    });

  it('of one agent are limited in rate', async () => {
    const url = mapPreviewUrl(await template(), BERLIN, SIZE);
    const statuses = await Promise.all(Array.from({ length: 70 }, async () => (await get(url)).statusCode));
    assert.ok(statuses.includes(200) && statuses.includes(429));
  });
});

describe('without a map provider', () => {
  it('there is no preview query and no route', async () => {
    const gateway = await TestGateway.start();
    const { welcome } = await gateway.connect('ana');
    assert.equal(welcome.options[PREVIEW], undefined);
    assert.equal((await gateway.app.inject({ method: 'GET', url: '/map' })).statusCode, 404);
    await gateway.stop();
  });

  it('a query that leads nowhere is refused at the start, without being told', () => {
    const config = checkConfig(configInput(), 'test');
    const environment = { ...SECRETS_ENVIRONMENT, WA_DESK_MAP_QUERY: 'https://maps.example.com/?key=map-token' };
    assert.throws(
      () => readSecrets(config, environment),
      (failure) =>
        failure instanceof ConfigError &&
        failure.message.includes('WA_DESK_MAP_QUERY') &&
        !failure.message.includes('map-token'),
    );
  });
});
