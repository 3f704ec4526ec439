import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { jwtVerify } from 'jose';
import { AgentLogin } from '../../src/launch/agent-login.js';
import { openPageServer, type PageServer } from '../../src/launch/page-server.js';
import type { PageSettings } from '../../src/page-settings.js';

const SECRET = 'a shared secret of at least thirty-two bytes';
const ADDRESSES = { gateway: 'http://127.0.0.1:1001', standIn: 'http://127.0.0.1:1002' };

/** The status of a request under another host name. */
async function statusAs(host: string, url: string): Promise<number | undefined> {
  const asked = request(url, { headers: { host } }).end();
  const [response] = (await once(asked, 'response')) as [{ statusCode?: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

describe("The page's server", () => {
  let occupant: Server;
  let page: PageServer;
  let takenPort: number;

  before(async () => {
    occupant = createServer().listen(0, '127.0.0.1');
    await once(occupant, 'listening');
    const address = occupant.address();
    takenPort = typeof address === 'object' && address ? address.port : 0;
    page = await openPageServer(takenPort, new AgentLogin(SECRET));
  });

  after(async () => {
    await page.close();
    occupant.close();
  });

  it('takes another port when the one it wants is taken', () => {
    assert.match(page.url, /^http:\/\/127\.0\.0\.1:\d+$/);
    assert.notEqual(new URL(page.url).port, String(takenPort));
  });

  it('asks for patience while the rest is being started', async () => {
    assert.equal((await fetch(page.url)).status, 503);
  });

  describe('once everything is there', () => {
    before(() => page.show({ page: page.url, ...ADDRESSES }));

    it('serves the page under a strict policy that names only the gateway and the stand-in', async () => {
      const response = await fetch(page.url);
      const policy = (response.headers.get('content-security-policy') ?? '').split('; ');
      assert.equal(response.status, 200);
      assert.deepEqual(policy.slice(0, 2), [
        "default-src 'self'",
        `connect-src 'self' ${ADDRESSES.gateway} ${ADDRESSES.standIn} ws://127.0.0.1:1001 ws://127.0.0.1:1002`,
      ]);
      assert.ok(policy.includes("require-trusted-types-for 'script'"));
      assert.ok(policy.every((rule) => !rule.includes('unsafe')));
    });

    it('serves a script that defines the desk', async () => {
      const script = await (await fetch(`${page.url}/page.js`)).text();
      assert.ok(script.includes('"wa-desk"'));
    });

    it('tells the page where the gateway and the stand-in are', async () => {
      const settings = (await (await fetch(`${page.url}/settings.json`)).json()) as PageSettings;
      assert.equal(settings.gateway, ADDRESSES.gateway);
      assert.equal(settings.standIn, ADDRESSES.standIn);
    });

    it('signs agents in with a token that the gateway can check', async () => {
      const answer = await fetch(`${page.url}/agents/ana/token`, { method: 'POST' });
      const { token } = (await answer.json()) as { token: string };
      const { payload } = await jwtVerify(token, new TextEncoder().encode(SECRET), {
        issuer: 'wa-desk-playground',
        audience: 'wa-desk',
      });
      assert.equal(payload.sub, 'ana');
      assert.equal((await fetch(`${page.url}/agents/nobody/token`, { method: 'POST' })).status, 404);
    });

    it('answers to its own names only, whatever name leads to this machine', async () => {
      assert.equal(await statusAs('localhost:4700', page.url), 200);
      assert.equal(await statusAs('evil.example', page.url), 403);
    });
  });
});
