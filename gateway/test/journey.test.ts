import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { TestGateway } from './support/test-gateway.js';
import { inbound, status, text, webhook } from './support/webhooks.js';

describe('a conversation through the gateway', () => {
  let gateway: TestGateway;
  beforeEach(async () => {
    gateway = await TestGateway.start();
  });
  afterEach(() => gateway.stop());

  it('brings what a contact writes to an agent, the answer to WhatsApp, and the ticks back', async () => {
    const ana = await gateway.engage();
    const { sessionId } = ana;
    const outcome = await ana.execute({
      type: 'message.send',
      id: 'm-1',
      sessionId,
      content: { kind: 'text', body: '*Hi* Maria' },
    });
    assert.equal(outcome.type, 'done');
    const accepted = await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    assert.equal(accepted.messageId, 'm-1');
    const [request] = gateway.graph.messages;
    assert.equal(request?.path, '/v26.0/106540352242922/messages');
    assert.equal(request.authorization, 'Bearer access-token');
    assert.deepEqual(request.json, {
      messaging_product: 'whatsapp',
      to: '+5511987654321',
      type: 'text',
      text: { body: '*Hi* Maria' },
      biz_opaque_callback_data: 'v1:m-1:1',
    });
    for (const name of ['sent', 'delivered', 'read']) {
      await gateway.deliver(webhook(status(accepted.providerId!, name)));
      await ana.event('message.delivery', ({ delivery }) => delivery.status === name);
    }
  });

  it('takes a reaction away again that WhatsApp does not take', async () => {
    const ana = await gateway.engage();
    gateway.graph.errandAnswer = { status: 400, json: { error: { code: 131009, message: 'Invalid parameter' } } };
    const { sessionId } = ana;
    const messageId = (await ana.sync({ streams: {} })).sessions[0]?.messages[0]?.id ?? '';
    assert.equal(
      (await ana.execute({ type: 'message.react', id: 'r', sessionId, messageId, emoji: '👍' })).type,
      'done',
    );
    await ana.event('message.reacted', ({ reaction }) => reaction.emoji === '');
    const { sessions } = await ana.sync({ streams: {} });
    assert.deepEqual(sessions[0]?.messages[0]?.reactions, []);
  });

  it('lets many webhooks share the flushes to the disk, and keeps their order', async () => {
    const ana = await gateway.engage();
    const flushes = mock.method(gateway.file.database, 'exec');
    const ids = Array.from({ length: 50 }, (_, index) => `wamid.many${index}`);
    await Promise.all(ids.map((id) => gateway.deliver(webhook(inbound(id, text(id))))));
    await ana.event('message.added', ({ message }) => message.providerId === ids.at(-1));
    const commits = flushes.mock.calls.filter((call) => call.arguments[0] === 'commit').length;
    assert.ok(commits < ids.length, `${commits} flushes for ${ids.length} webhooks`);
    const { sessions } = await ana.sync({ streams: {} });
    const heard = sessions.flatMap(({ messages }) => messages.map(({ providerId }) => providerId));
    assert.deepEqual(heard, ids);
  });

  it('takes every message of a batch once, however often it is delivered', async () => {
    const ana = await gateway.engage();
    const batch = webhook(
      {
        ...inbound('wamid.2', text('two')),
        messages: [
          ...(inbound('wamid.2', text('two'))['messages'] as []),
          ...(inbound('wamid.3', text('three'))['messages'] as []),
        ],
      },
      inbound('wamid.4', text('four')),
    );
    for (let round = 0; round < 3; round += 1) assert.equal(await gateway.deliver(batch), 200);
    await gateway.deliver(webhook(inbound('wamid.5', text('five'))));
    await ana.event('message.added', ({ message }) => message.providerId === 'wamid.5');
    const added = ana.events.flatMap(({ event }) => (event.type === 'message.added' ? [event.message.providerId] : []));
    assert.deepEqual(added, ['wamid.2', 'wamid.3', 'wamid.4', 'wamid.5']);
  });

  it('never lets a status fall, in whatever order they come', async () => {
    const ana = await gateway.engage();
    await ana.execute({
      type: 'message.send',
      id: 'm-1',
      sessionId: ana.sessionId,
      content: { kind: 'text', body: 'Hi' },
    });
    const { providerId = '' } = await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    for (const name of ['read', 'delivered', 'sent', 'failed', 'read'])
      await gateway.deliver(webhook(status(providerId, name)));
    await gateway.deliver(webhook(inbound('wamid.end', text('end'))));
    await ana.event('message.added', ({ message }) => message.providerId === 'wamid.end');
    const steps = ana.events.flatMap(({ event }) => (event.type === 'message.delivery' ? [event.delivery.status] : []));
    assert.deepEqual(steps, ['sending', 'accepted', 'read']);
  });

  it('does the same wish once, and refuses its id for another', async () => {
    const ana = await gateway.engage();
    const command = {
      type: 'message.send',
      id: 'm-1',
      sessionId: ana.sessionId,
      content: { kind: 'text', body: 'Hi' },
    } as const;
    const outcomes = await Promise.all([ana.execute(command), ana.execute(command)]);
    assert.deepEqual(
      outcomes.map(({ type }) => type),
      ['done', 'done'],
    );
    await ana.event('message.delivery', ({ delivery }) => delivery.status === 'accepted');
    const other = await ana.execute({ ...command, content: { kind: 'text', body: 'Other' } });
    assert.ok(other.type === 'refused' && other.code === 'id-reused');
    assert.equal(gateway.graph.messages.length, 1);
  });

  it('drops what is for a number that is none of ours, and tells WhatsApp not to repeat it', async () => {
    const ana = await gateway.engage();
    const foreign = webhook({
      ...inbound('wamid.foreign', text('x')),
      metadata: { phone_number_id: '999999999999999', display_phone_number: '15550000000' },
    });
    assert.equal(await gateway.deliver(foreign), 200);
    await gateway.deliver(webhook(inbound('wamid.ours', text('y'))));
    await ana.event('message.added', ({ message }) => message.providerId === 'wamid.ours');
    assert.equal(JSON.stringify(ana.events).includes('wamid.foreign'), false);
  });

  it('marks what the agent has read as read at WhatsApp, and brings reactions there', async () => {
    const ana = await gateway.engage();
    const first = ana.events.find(({ event }) => event.type === 'offer.made') ?? assert.fail('no offer');
    assert.ok(first);
    const sync = await ana.sync({ streams: {} });
    const messageId = sync.sessions[0]?.messages[0]?.id ?? '';
    await ana.execute({ type: 'session.read', id: 'r-1', sessionId: ana.sessionId, messageId });
    const mark = await gateway.graph.requests.first(({ json }) => json['status'] === 'read');
    assert.equal(mark.json['message_id'], 'wamid.Hello');
    await ana.execute({ type: 'message.react', id: 'x-1', sessionId: ana.sessionId, messageId, emoji: '👍' });
    const reaction = await gateway.graph.requests.first(({ json }) => json['type'] === 'reaction');
    assert.deepEqual(reaction.json['reaction'], { message_id: 'wamid.Hello', emoji: '👍' });
  });
});
