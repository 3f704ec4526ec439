import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { base64url, exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { CLOSE, type HttpProblem } from 'wa-desk/protocol';
import { agentTokenReader } from '../src/agents/agent-tokens.js';
import { TICKET_LIFETIME_MS, Tickets } from '../src/agents/tickets.js';
import { JWT_SECRET, ORIGIN } from './support/config.js';
import { TestGateway } from './support/test-gateway.js';
import { inbound, text, webhook } from './support/webhooks.js';

const ISSUER = 'https://login.example.com';
const key = (secret = JWT_SECRET): Uint8Array => new TextEncoder().encode(secret);

const good = (header: { alg: string; kid?: string } = { alg: 'HS256' }): SignJWT =>
  new SignJWT({})
    .setProtectedHeader(header)
    .setSubject('ana')
    .setIssuer(ISSUER)
    .setAudience('wa-desk')
    .setExpirationTime('1h');

describe('POST /tickets', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await TestGateway.start();
  });
  after(() => gateway.stop());

  const ask = async (headers: Record<string, string>) => {
    const response = await gateway.app.inject({ method: 'POST', url: '/tickets', headers });
    return { status: response.statusCode, problem: response.json<HttpProblem>().error };
  };

  it('gives a ticket for a token of the login', async () => {
    assert.equal((await ask({ authorization: `Bearer ${await good().sign(key())}` })).status, 201);
  });

  const forged: Readonly<Record<string, () => string | Promise<string>>> = {
    'that is not signed': () =>
      new UnsecuredJWT({}).setSubject('ana').setIssuer(ISSUER).setAudience('wa-desk').setExpirationTime('1h').encode(),
    'whose signature was taken away': async () => (await good().sign(key())).replace(/[^.]+$/, ''),
    'signed with another key': () => good().sign(key('another secret of thirty-two bytes or more')),
    'with an algorithm that is not listed': () => good({ alg: 'HS512' }).sign(key()),
    'of another issuer': () => good().setIssuer('https://evil.example').sign(key()),
    'for another audience': () => good().setAudience('other').sign(key()),
    'that has expired': () => good().setExpirationTime('-1m').sign(key()),
    'that is not valid yet': () => good().setNotBefore('1h').sign(key()),
    'that never expires': () =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject('ana')
        .setIssuer(ISSUER)
        .setAudience('wa-desk')
        .sign(key()),
    'that names nobody': () =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ISSUER)
        .setAudience('wa-desk')
        .setExpirationTime('1h')
        .sign(key()),
    'whose subject was changed': async () => {
      const [head, , mark] = (await good().sign(key())).split('.');
      const body = base64url.encode(JSON.stringify({ sub: 'ben', iss: ISSUER, aud: 'wa-desk', exp: 4102444800 }));
      return `${head}.${body}.${mark}`;
    },
    'that is none': () => 'nonsense',
  };
  for (const [what, make] of Object.entries(forged)) {
    it(`refuses a token ${what}`, async () => {
      const { status, problem } = await ask({ authorization: `Bearer ${await make()}` });
      assert.equal(status, 401);
      assert.equal(problem.code, 'unauthorized');
    });
  }

  it('refuses a request without a token, and one with a password', async () => {
    assert.equal((await ask({})).status, 401);
    assert.equal((await ask({ authorization: 'Basic YTpi' })).status, 401);
  });

  it('refuses who is no agent here', async () => {
    const { status, problem } = await ask({ authorization: `Bearer ${await good().setSubject('zoe').sign(key())}` });
    assert.equal(status, 403);
    assert.equal(problem.code, 'not-allowed');
  });

  it('answers pages of the listed origins only', async () => {
    const headers = { authorization: `Bearer ${await good().sign(key())}` };
    for (const origin of [
      'https://evil.example',
      'null',
      `${ORIGIN}.evil.example`,
      ORIGIN.replace('https', 'http'),
      `${ORIGIN}:8443`,
    ]) {
      assert.equal((await ask({ ...headers, origin })).status, 403, origin);
    }
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/tickets',
      headers: { ...headers, origin: ORIGIN },
    });
    assert.equal(response.statusCode, 201);
    assert.equal(response.headers['access-control-allow-origin'], ORIGIN);
  });

  it("lets the browser's preflight pass for those origins, and no other", async () => {
    const preflight = (origin: string) =>
      gateway.app.inject({
        method: 'OPTIONS',
        url: '/tickets',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      });
    const allowed = await preflight(ORIGIN);
    assert.equal(allowed.headers['access-control-allow-origin'], ORIGIN);
    assert.equal(allowed.headers['access-control-allow-credentials'], undefined);
    assert.equal((await preflight('https://evil.example')).headers['access-control-allow-origin'], undefined);
  });

  it('slows down an agent who asks too often, and only that one', async () => {
    const ben = { authorization: `Bearer ${await good().setSubject('ben').sign(key())}` };
    const answers = await Promise.all(Array.from({ length: 200 }, () => ask(ben)));
    const refused = answers.find(({ status }) => status === 429);
    assert.equal(refused?.problem.code, 'too-many-requests');
    assert.ok((refused?.problem.retryAfterMs ?? 0) > 0);
    assert.equal((await ask({ authorization: `Bearer ${await good().sign(key())}` })).status, 201);
  });
});

describe('tokens signed with public keys', () => {
  it('are believed by the keys of the JWKS alone, and by its listed ids', async () => {
    const pair = await generateKeyPair('ES256');
    const other = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'ES256' };
    const server = createServer((_request, response) => void response.end(JSON.stringify({ keys: [jwk] }))).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => server.once('listening', resolve));
    const jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const auth = { issuer: ISSUER, audience: 'wa-desk', algorithms: ['ES256' as const], jwksUrl };
    const sign = (alg: string, signingKey: CryptoKey | Uint8Array, kid = 'k1') => good({ alg, kid }).sign(signingKey);
    const read = agentTokenReader(auth, undefined);
    assert.equal((await read(await sign('ES256', pair.privateKey)))?.agentId, 'ana');
    assert.equal(await read(await sign('ES256', other.privateKey)), undefined);
    assert.equal(await read(await sign('ES256', pair.privateKey, 'k2')), undefined);
    // The public key as a shared secret: the classic confusion of algorithms.
    assert.equal(await read(await sign('HS256', key(JSON.stringify(jwk)))), undefined);
    const strict = agentTokenReader({ ...auth, keyIds: ['k9'] }, undefined);
    assert.equal(await strict(await sign('ES256', pair.privateKey)), undefined);
    await new Promise((resolve) => server.close(resolve));
    await assert.rejects(agentTokenReader(auth, undefined)(await sign('ES256', pair.privateKey)));
  });
});

describe('a ticket', () => {
  const token = { agentId: 'ana', expiresAt: Number.MAX_SAFE_INTEGER };

  it('opens once', () => {
    const tickets = new Tickets(() => 1000);
    const { ticket } = tickets.issue(token);
    assert.equal(tickets.redeem(ticket)?.agentId, 'ana');
    assert.equal(tickets.redeem(ticket), undefined);
  });

  it('opens for a minute', () => {
    let now = 1000;
    const tickets = new Tickets(() => now);
    const [early, late] = [tickets.issue(token), tickets.issue(token)];
    now += TICKET_LIFETIME_MS - 1;
    assert.ok(tickets.redeem(early.ticket));
    now += 1;
    assert.equal(tickets.redeem(late.ticket), undefined);
  });
});

describe("an agent's socket", () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.start();
  });
  afterEach(() => gateway.stop());

  const closeCode = async (frame: unknown): Promise<number> => {
    const client = gateway.socket();
    await client.opened();
    client.send(frame);
    return (await client.closed).code;
  };

  it('opens with a ticket in the first frame', async () => {
    const client = gateway.socket();
    const welcome = await client.hello(await gateway.ticket('ana'));
    assert.deepEqual(welcome.agent, { id: 'ana', name: 'Ana Souza' });
    assert.equal(client.socket.protocol, 'wa-desk.v1');
  });

  it('refuses a ticket the second time', async () => {
    const ticket = await gateway.ticket('ana');
    await gateway.socket().hello(ticket);
    assert.equal(await closeCode({ type: 'hello', v: 1, ticket }), CLOSE.badTicket);
  });

  it('refuses a ticket that is too old, and one that nobody gave', async () => {
    const ticket = await gateway.ticket('ana');
    gateway.ahead += TICKET_LIFETIME_MS;
    assert.equal(await closeCode({ type: 'hello', v: 1, ticket }), CLOSE.badTicket);
    assert.equal(await closeCode({ type: 'hello', v: 1, ticket: 'x'.repeat(43) }), CLOSE.badTicket);
  });

  it('is refused to pages of other origins, to hidden ones, and to who names none', async () => {
    for (const origin of ['https://evil.example', 'null', '']) {
      assert.equal((await gateway.socket({ origin }).closed).code, 403, origin);
    }
  });

  it('ends when the first frame is another, the version is another, or a frame cannot be read', async () => {
    const ticket = await gateway.ticket('ana');
    assert.equal(await closeCode({ type: 'pong' }), CLOSE.badFrame);
    assert.equal(await closeCode('{"type":'), CLOSE.badFrame);
    assert.equal(await closeCode({ type: 'hello', v: 99, ticket }), CLOSE.version);
  });

  it('ends when a frame is too long', async () => {
    assert.equal(await closeCode(`{"type":"hello","v":1,"ticket":"${'x'.repeat(300 * 1024)}"}`), 1009);
  });

  it('is cut when the token behind it runs out', async () => {
    const token = await good()
      .setExpirationTime(Math.ceil(Date.now() / 1000) + 1)
      .sign(key());
    const response = await gateway.app.inject({
      method: 'POST',
      url: '/tickets',
      headers: { authorization: `Bearer ${token}` },
    });
    const client = gateway.socket();
    await client.hello(response.json<{ ticket: string }>().ticket);
    assert.equal((await client.closed).code, CLOSE.tokenExpired);
  });

  it('refuses a wish that cannot be read, and stays open', async () => {
    const client = await gateway.connect('ana');
    client.send({ type: 'execute', ref: 900, command: { type: 'no.such.wish', id: '1' } });
    const frame = await client.frames.first((one) => one.type === 'outcome' && one.ref === 900);
    assert.ok(frame.type === 'outcome' && frame.outcome.type === 'refused' && frame.outcome.code === 'invalid');
    assert.equal((await client.sync({ streams: {} })).gone.length, 0);
  });

  it("refuses everything in another agent's session", async () => {
    const ana = await gateway.engage('ana');
    const ben = await gateway.connect('ben');
    const { sessionId } = ana;
    const content = { kind: 'text', body: 'I am not Ana' } as const;
    const refused = async (command: Parameters<typeof ben.execute>[0]) => {
      const outcome = await ben.execute(command);
      assert.ok(outcome.type === 'refused', command.type);
      assert.equal(outcome.code, 'not-yours', command.type);
    };
    await refused({ type: 'message.send', id: 'b-1', sessionId, content });
    await refused({ type: 'session.set-note', id: 'b-2', sessionId, note: 'x' });
    await refused({ type: 'session.done', id: 'b-3', sessionId });
    const answer = await ben.query({ type: 'history', sessionId, limit: 10, scope: 'session' });
    assert.ok(answer.type === 'failed' && answer.code === 'not-allowed');
    const epoch = ana.welcome.desk.position.epoch;
    const sync = await ben.sync({
      streams: { [`session:${sessionId}`]: { epoch, seq: 0 }, 'agent:ana': { epoch, seq: 0 } },
    });
    assert.deepEqual([sync.events, sync.sessions, sync.gone], [[], [], [sessionId]]);
    assert.deepEqual(ben.events, []);
  });

  it('keeps its place: a desk that comes back hears what it missed, once and in order', async () => {
    const ana = await gateway.engage('ana');
    const { position } = (await ana.sync({ streams: {} })).sessions[0]!;
    const { position: own } = ana.welcome.desk;
    ana.close();
    const again = await gateway.connect('ana');
    await again.execute({ type: 'session.set-note', id: 'n-1', sessionId: ana.sessionId, note: 'one' });
    await again.execute({ type: 'session.set-note', id: 'n-2', sessionId: ana.sessionId, note: 'two' });
    const sync = await again.sync({ streams: { 'agent:ana': own, [`session:${ana.sessionId}`]: position } });
    const notes = sync.events.flatMap(({ event }) => (event.type === 'note.set' ? [event.note] : []));
    assert.deepEqual(notes, ['one', 'two']);
    assert.deepEqual(sync.sessions, []);
    const fresh = await again.sync({
      streams: { [`session:${ana.sessionId}`]: { epoch: 'another log', seq: position.seq } },
    });
    assert.equal(fresh.sessions[0]?.session.note, 'two');
  });
});

describe('a connection', () => {
  it('is told the heads with every beat', async () => {
    const gateway = await TestGateway.start({ deps: { heartbeatMs: 100 } });
    const ana = await gateway.engage('ana');
    const isPingWithSession = (frame: { type: string; streams?: object }) =>
      frame.type === 'ping' && `session:${ana.sessionId}` in (frame.streams ?? {});
    const ping = await ana.frames.first(isPingWithSession);
    assert.ok(ping.type === 'ping' && 'agent:ana' in ping.streams);
    await gateway.stop();
  });

  it('that is lost for good makes its agent not ready, and the offer goes elsewhere', async () => {
    const gateway = await TestGateway.start({ config: { disconnectSeconds: 1 } });
    const [ana, ben] = [await gateway.connect('ana'), await gateway.connect('ben')];
    await ana.execute({ type: 'presence.set', id: 'r-1', ready: true });
    await gateway.deliver(webhook(inbound('wamid.1', text('Hello'))));
    await ana.event('offer.made');
    await ben.execute({ type: 'presence.set', id: 'r-2', ready: true });
    ana.close();
    await ben.event('offer.made');
    const back = await gateway.connect('ana');
    assert.equal(back.welcome.desk.presence.channels[0]?.ready, false);
    await gateway.stop();
  });

  it('makes way when the same agent opens too many', async () => {
    const gateway = await TestGateway.start();
    const first = await gateway.connect('ana');
    for (let index = 0; index < 8; index += 1) await gateway.connect('ana');
    assert.equal((await first.closed).code, CLOSE.superseded);
    await gateway.stop();
  });

  it('is sent away for a while when the gateway ends', async () => {
    const gateway = await TestGateway.start();
    const ana = await gateway.connect('ana');
    void gateway.app.close();
    assert.equal((await ana.closed).code, CLOSE.goingAway);
    await gateway.stop();
  });
});
