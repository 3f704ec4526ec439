import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import type { Message } from 'wa-desk/domain';
import type { AppDeps } from '../src/app-deps.js';
import type { DeskClient } from './support/desk-client.js';
import { TestGateway } from './support/test-gateway.js';
import { inbound, signature, status, text, webhook } from './support/webhooks.js';

const say = (sessionId: string, id: string, body = id) =>
  ({ type: 'message.send', id, sessionId, content: { kind: 'text', body } }) as const;

async function messagesOf(client: DeskClient): Promise<readonly Message[]> {
  return (await client.sync({ streams: {} })).sessions.flatMap(({ messages }) => messages);
}

describe('after a crash', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.start();
  });
  afterEach(() => gateway.stop());

  it('everything that was told is still so, and nothing is there twice', async () => {
    const ana = await gateway.engage();
    await ana.execute(say(ana.sessionId, 'm-1'));
    await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    const before = (await ana.sync({ streams: {} })).sessions;
    await gateway.crash();
    const again = await gateway.connect('ana');
    assert.deepEqual(again.welcome.sessions, before);
    assert.equal(again.welcome.desk.position.epoch, ana.welcome.desk.position.epoch);
    assert.equal(gateway.graph.messages.length, 1);
    // The desk repeats what it had no answer for: it is done, and not done again.
    assert.equal((await again.execute(say(ana.sessionId, 'm-1'))).type, 'done');
    await gateway.deliver(webhook(inbound('wamid.Hello', text('Hello'))));
    await gateway.deliver(webhook(inbound('wamid.next', text('next'), { at: Date.now() + 1000 })));
    await again.event('message.added', ({ message }) => message.providerId === 'wamid.next');
    assert.deepEqual(
      (await messagesOf(again)).map(({ providerId }) => providerId),
      ['wamid.Hello', 'wamid.sent1', 'wamid.next'],
    );
    assert.equal(gateway.graph.messages.length, 1);
  });

  it('with the request under way, the outcome is unknown and never sent again, until a status tells', async () => {
    const ana = await gateway.engage();
    gateway.graph.answers.push('silence');
    const handedOver = gateway.graph.nextMessage();
    await ana.execute(say(ana.sessionId, 'm-1'));
    await handedOver;
    await gateway.crash();
    const again = await gateway.connect('ana');
    const unknown = again.welcome.sessions[0]?.messages.find(({ id }) => id === 'm-1');
    assert.equal(unknown?.delivery?.status, 'unknown');
    await gateway.deliver(webhook(status('wamid.learned', 'delivered', { biz_opaque_callback_data: 'v1:m-1:1' })));
    const settled = await again.event('message.delivery', ({ messageId }) => messageId === 'm-1');
    assert.equal(settled.delivery.status, 'delivered');
    assert.equal(settled.providerId, 'wamid.learned');
    assert.equal(gateway.graph.messages.length, 1);
  });

  it('between the answer of WhatsApp and its being written down, it is unknown as well', async () => {
    const ana = await gateway.engage();
    gateway.graph.beforeAnswer = () => gateway.keepFiles();
    await ana.execute(say(ana.sessionId, 'm-1'));
    await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    await gateway.crash();
    const again = await gateway.connect('ana');
    assert.equal(again.welcome.sessions[0]?.messages.find(({ id }) => id === 'm-1')?.delivery?.status, 'unknown');
    assert.equal(gateway.graph.messages.length, 1);
  });

  it('before the request began, the message goes out', async () => {
    const ana = await gateway.engage();
    gateway.graph.answers.push('silence');
    const first = gateway.graph.nextMessage();
    await ana.execute(say(ana.sessionId, 'm-1'));
    await first;
    // Behind the first one, so that it is accepted and waits.
    assert.equal((await ana.execute(say(ana.sessionId, 'm-2'))).type, 'done');
    await gateway.crash();
    const again = await gateway.connect('ana');
    await again.execute({ type: 'message.settle', id: 's-1', sessionId: ana.sessionId, messageId: 'm-1' });
    const sent = await again.event(
      'message.delivery',
      ({ messageId, delivery }) => messageId === 'm-2' && delivery.status === 'accepted',
    );
    assert.ok(sent.providerId);
    assert.deepEqual(
      gateway.graph.messages.map(({ json }) => (json['text'] as { body: string }).body),
      ['m-1', 'm-2'],
    );
  });

  it('a webhook that was answered and not processed is processed', async () => {
    const ana = await gateway.engage();
    const body = JSON.stringify(webhook(inbound('wamid.stored', text('stored'))));
    await gateway.file.run((database) =>
      database
        .prepare('insert into webhooks (received_at, channel_ids, body) values (?, ?, ?)')
        .run(gateway.now, '["support"]', Buffer.from(body)),
    );
    await gateway.crash();
    const again = await gateway.connect('ana');
    const heard = async () => (await messagesOf(again)).some(({ providerId }) => providerId === 'wamid.stored');
    assert.ok(
      (await heard()) || (await again.event('message.added', ({ message }) => message.providerId === 'wamid.stored')),
    );
    assert.equal(ana.sessionId, again.welcome.sessions[0]?.session.id);
    await gateway.app.close();
    assert.deepEqual(
      gateway.file.database
        .prepare('select count(*) as n from webhooks')
        .all()
        .map((row) => (row as { n: number }).n),
      [0],
    );
  });
});

describe('a message with an unknown outcome', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.start();
  });
  afterEach(() => gateway.stop());

  for (const [what, answer] of [
    ['a broken connection', 'reset'],
    ['an error of the server', { status: 500, json: { error: { code: 131_016, message: 'x' } } }],
    ['code 131000', { status: 400, json: { error: { code: 131_000, message: 'x' } } }],
  ] as const) {
    it(`after ${what} holds back the next one, and is never sent again by itself`, async () => {
      const ana = await gateway.engage();
      gateway.graph.answers.push(answer);
      await ana.execute(say(ana.sessionId, 'm-1'));
      await ana.event('message.delivery', ({ delivery }) => delivery.status === 'unknown');
      await ana.execute(say(ana.sessionId, 'm-2'));
      gateway.ahead += 59_000;
      await gateway.deliver(webhook(inbound('wamid.between', text('between'))));
      await ana.event('message.added', ({ message }) => message.providerId === 'wamid.between');
      assert.equal(gateway.graph.messages.length, 1);
      gateway.ahead += 2000;
      const sent = await ana.event(
        'message.delivery',
        ({ messageId, delivery }) => messageId === 'm-2' && delivery.status === 'accepted',
      );
      assert.ok(sent);
      assert.deepEqual(
        gateway.graph.messages.map(({ json }) => (json['text'] as { body: string }).body),
        ['m-1', 'm-2'],
      );
    });
  }
});

describe('a message that WhatsApp certainly did not take', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.start();
  });
  afterEach(() => gateway.stop());

  it('fails with the reason that WhatsApp gave', async () => {
    const ana = await gateway.engage();
    gateway.graph.answers.push({
      status: 400,
      json: { error: { code: 131_026, message: 'x', error_data: { details: 'Undeliverable' } } },
    });
    await ana.execute(say(ana.sessionId, 'm-1'));
    const { delivery } = await ana.event('message.delivery', ({ delivery }) => delivery.status === 'failed');
    assert.equal(delivery.problem?.code, 131_026);
    assert.equal(delivery.problem.details, 'Undeliverable');
  });

  it('is tried again when it came too fast, and what came after it waits', async () => {
    const ana = await gateway.engage();
    gateway.graph.answers.push({ status: 400, json: { error: { code: 131_056, message: 'x' } } });
    await ana.execute(say(ana.sessionId, 'm-1'));
    await ana.execute(say(ana.sessionId, 'm-2'));
    await gateway.logged('send.delayed');
    const second = gateway.graph.nextMessage();
    gateway.ahead += 10_000;
    assert.equal((await second).json['biz_opaque_callback_data'], 'v1:m-1:2');
    await ana.event(
      'message.delivery',
      ({ messageId, delivery }) => messageId === 'm-2' && delivery.status === 'accepted',
    );
  });

  it('fails when it could not leave for ten minutes, instead of surprising the contact later', async () => {
    const ana = await gateway.engage();
    gateway.graph.answers.push({ status: 429, json: {} });
    await ana.execute(say(ana.sessionId, 'm-1'));
    await gateway.logged('send.delayed');
    gateway.ahead += 11 * 60 * 1000;
    const { delivery } = await ana.event('message.delivery', ({ delivery }) => delivery.status === 'failed');
    assert.equal(delivery.problem?.code, 131_016);
    assert.equal(gateway.graph.messages.length, 1);
  });

  it('whose status was heard before the answer has both', async () => {
    const ana = await gateway.engage();
    await gateway.deliver(webhook(status('wamid.sent1', 'delivered')));
    await gateway.deliver(webhook(inbound('wamid.after', text('after'))));
    await ana.event('message.added', ({ message }) => message.providerId === 'wamid.after');
    await ana.execute(say(ana.sessionId, 'm-1'));
    const { delivery } = await ana.event('message.delivery', ({ providerId }) => providerId === 'wamid.sent1');
    assert.equal(delivery.status, 'delivered');
  });
});

describe('a log that cannot be written', () => {
  it('confirms nothing, and serves again once it can, from what it holds', async () => {
    const gateway = await TestGateway.start();
    const ana = await gateway.engage();
    const { database } = gateway.file;
    database.exec("create trigger full before insert on log_entries begin select raise(abort, 'disk full'); end");
    const outcome = await ana.execute({ type: 'session.set-note', id: 'n-1', sessionId: ana.sessionId, note: 'lost' });
    assert.equal(outcome.type, 'unconfirmed');
    assert.equal((await ana.sync({ streams: {} })).sessions[0]?.session.note, undefined);
    const body = JSON.stringify(webhook(inbound('wamid.kept', text('kept'))));
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature(body) };
    assert.equal(
      (await gateway.app.inject({ method: 'POST', url: '/webhook', headers, payload: body })).statusCode,
      200,
    );
    database.exec('drop trigger full');
    await ana.event('message.added', ({ message }) => message.providerId === 'wamid.kept');
    assert.equal(
      (await ana.execute({ type: 'session.set-note', id: 'n-1', sessionId: ana.sessionId, note: 'kept' })).type,
      'done',
    );
    assert.equal(
      ana.events.some(({ event }) => event.type === 'note.set' && event.note === 'lost'),
      false,
    );
    await gateway.stop();
  });

  it('refuses webhooks that it cannot keep, so that WhatsApp brings them again', async () => {
    const inbox: AppDeps['inbox'] = {
      add: () => Promise.reject(new Error('disk full')),
      waiting: async () => [],
      remove: async () => undefined,
    };
    const gateway = await TestGateway.start({ deps: { inbox } });
    assert.equal(await gateway.deliver(webhook(inbound('wamid.1', text('x')))), 500);
    await gateway.stop();
  });
});

describe('when the disk fails for a moment', () => {
  it('what WhatsApp answered then is written down all the same', async () => {
    const gateway = await TestGateway.start();
    const ana = await gateway.engage();
    gateway.graph.beforeAnswer = async () => {
      const { database } = gateway.file;
      const write = database.exec.bind(database);
      const failing = mock.method(database, 'exec', (sql: string) => {
        if (sql !== 'commit') return write(sql);
        failing.mock.restore();
        throw new Error('The disk is full.');
      });
    };
    await ana.execute(say(ana.sessionId, 'm-1'));
    await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    assert.equal(gateway.graph.messages.length, 1);
    await gateway.stop();
  });
});
