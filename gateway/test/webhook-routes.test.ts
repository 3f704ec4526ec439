import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { TestGateway } from './support/test-gateway.js';
import { inbound, signature, text, webhook } from './support/webhooks.js';

describe('GET /webhook', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await TestGateway.start();
  });
  after(() => gateway.stop());

  const ask = (query: Record<string, string>) => gateway.app.inject({ method: 'GET', url: '/webhook', query });
  const right = { 'hub.mode': 'subscribe', 'hub.verify_token': 'verify-token', 'hub.challenge': '1158201444' };

  it('gives the challenge back as plain text', async () => {
    const response = await ask(right);
    assert.equal(response.statusCode, 200);
    assert.equal(response.body, '1158201444');
    assert.match(String(response.headers['content-type']), /^text\/plain/);
    assert.equal(response.headers['x-content-type-options'], 'nosniff');
  });

  it('refuses another verify token, another mode, and none', async () => {
    for (const query of [
      { ...right, 'hub.verify_token': 'verify-tokem' },
      { ...right, 'hub.mode': 'unsubscribe' },
      {},
    ]) {
      assert.equal((await ask(query as Record<string, string>)).statusCode, 403);
    }
  });

  it('gives nothing back that could be more than a challenge', async () => {
    for (const challenge of ['<script>alert(1)</script>', '', 'a b', 'x'.repeat(200), '1\r\nset-cookie: a=b']) {
      const response = await ask({ ...right, 'hub.challenge': challenge });
      assert.equal(response.statusCode, 400);
      assert.equal(challenge !== '' && response.body.includes(challenge), false);
    }
  });
});

describe('POST /webhook', () => {
  let gateway: TestGateway;
  before(async () => {
    gateway = await TestGateway.start();
  });
  after(() => gateway.stop());

  const post = async (payload: string | Buffer, header: string | undefined) => {
    const headers = {
      'content-type': 'application/json',
      ...(header !== undefined && { 'x-hub-signature-256': header }),
    };
    return (await gateway.app.inject({ method: 'POST', url: '/webhook', headers, payload })).statusCode;
  };
  const stored = (): number =>
    (
      gateway.file.database.prepare('select seq from sqlite_sequence where name = ?').get('webhooks') as
        { seq: number } | undefined
    )?.seq ?? 0;

  it('keeps nothing of what is not signed with the app secret over its very bytes', async () => {
    const body = '{"object":"whatsapp_business_account","entry":[], "note":"caf\\u00e9"}';
    const printedAgain = JSON.stringify(JSON.parse(body));
    assert.equal(await post(body, undefined), 401);
    assert.equal(await post(body, signature(body, 'another secret')), 401);
    assert.equal(await post(body, signature(body).slice(0, 20)), 401);
    assert.equal(await post(body, signature(body).replace('sha256', 'sha1')), 401);
    assert.equal(await post(printedAgain, signature(body)), 401);
    assert.equal(await post(body.replace('\\u00e9', 'é'), signature(body)), 401);
    assert.equal(await post('', signature(body)), 401);
    assert.equal(stored(), 0);
    assert.equal(await post(body, signature(body)), 200);
    assert.equal(stored(), 1);
  });

  it('takes what is signed whatever is in it, so that WhatsApp does not repeat it for days', async () => {
    for (const body of ['not JSON', '[]', '{"entry":{"changes":[null, 7]}}', Buffer.from([0xff, 0xfe, 0x00])]) {
      assert.equal(await post(body, signature(body)), 200);
    }
    const ana = await gateway.engage('ana', 'still alive');
    assert.ok(ana.sessionId);
  });

  it('refuses more than WhatsApp ever sends', async () => {
    const body = 'x'.repeat(3 * 1024 * 1024 + 1);
    assert.equal(await post(body, signature(body)), 413);
  });

  it('takes three megabytes', async () => {
    const body = JSON.stringify(webhook(inbound('wamid.big', text('x'.repeat(1000))))).padEnd(3 * 1024 * 1024, ' ');
    assert.equal(await post(body, signature(body)), 200);
  });
});

describe('a webhook for two apps', () => {
  it('is believed only about the numbers of the app that signed it', async () => {
    const channels = [
      {
        id: 'support',
        name: 'Support',
        phoneNumberId: '106540352242922',
        wabaId: '102290129340398',
        phoneNumber: '+15550783881',
      },
      {
        id: 'sales',
        name: 'Sales',
        phoneNumberId: '206540352242922',
        wabaId: '202290129340398',
        phoneNumber: '+15550783882',
      },
    ];
    const agents = [{ id: 'ana', name: 'Ana Souza', channels: ['support', 'sales'] }];
    const environment = { WA_DESK_APP_SECRET_SALES: 'the secret of the other app' };
    const gateway = await TestGateway.start({ config: { channels, agents }, environment });
    const ana = await gateway.connect('ana');
    await ana.execute({ type: 'presence.set', id: 'r', ready: true });
    const forSupport = JSON.stringify(webhook(inbound('wamid.forged', text('forged'))));
    const headers = { 'x-hub-signature-256': signature(forSupport, 'the secret of the other app') };
    assert.equal(
      (await gateway.app.inject({ method: 'POST', url: '/webhook', headers, payload: forSupport })).statusCode,
      200,
    );
    await gateway.deliver(webhook(inbound('wamid.right', text('right'))));
    const { offer } = await ana.event('offer.made');
    assert.equal(offer.preview, 'right');
    await gateway.stop();
  });
});
