import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Bench, openBench, START } from './support.js';

const HOUR_MS = 3_600_000;
const hello = { type: 'text', text: { body: 'Hi' } };
const news = { type: 'template', template: { name: 'service_restored', language: { code: 'en_US' } } };
const offer = {
  type: 'template',
  template: {
    name: 'browse_catalog',
    language: { code: 'en_US' },
    components: [{ type: 'body', parameters: [{ type: 'text', text: '$9' }] }],
  },
};

const states = (bench: Bench): unknown[] => bench.receiver.statusesSeen.map(({ status }) => status);
const errorCodes = (bench: Bench): unknown[] =>
  bench.receiver.statusesSeen.flatMap(({ errors }) => ((errors ?? []) as { code: number }[]).map(({ code }) => code));

async function withOpenWindow(bench: Bench): Promise<Bench> {
  await bench.write('amara', { kind: 'text', body: 'Hello' });
  await bench.settle();
  return bench;
}

describe('the statuses of a message', () => {
  it('are sent and delivered, then read when the person reads', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual(states(bench), ['sent', 'delivered']);
    await bench.page('POST', '/phone/contacts/amara/read');
    await bench.settle();
    assert.deepEqual(states(bench), ['sent', 'delivered', 'read']);
  });

  it('are read at once when the thread is on screen', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    bench.standIn.parts.presence.watch({}, 'amara');
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual(states(bench), ['sent', 'delivered', 'read']);
  });

  it('end with played for a voice message', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    const upload = await bench.upload('audio/ogg', Buffer.from('OggS'));
    const id = await bench.sent({ type: 'audio', audio: { id: upload.json['id'], voice: true } });
    await bench.settle();
    assert.equal((await bench.page('POST', `/phone/messages/${id}/play`)).status, 204);
    await bench.settle();
    assert.deepEqual(states(bench), ['sent', 'delivered', 'read', 'played']);
  });

  it('stop at sent while the phone is off, and go on when it comes online', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    await bench.page('PATCH', '/phone/contacts/amara', { online: false });
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual(states(bench), ['sent']);
    assert.equal((await bench.thread('amara')).length, 1);
    await bench.page('PATCH', '/phone/contacts/amara', { online: true });
    await bench.settle();
    assert.deepEqual(states(bench), ['sent', 'delivered']);
  });

  it('stop for good when the phone was off for thirty days', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    await bench.page('PATCH', '/phone/contacts/amara', { online: false });
    await bench.sent(hello);
    await bench.advance(30 * 24 * HOUR_MS + 1);
    await bench.page('PATCH', '/phone/contacts/amara', { online: true });
    await bench.settle();
    assert.deepEqual(states(bench), ['sent']);
  });

  it('are only sent for a reaction, which the phone shows at its message', async (context) => {
    const bench = await openBench(context);
    const { id } = await bench.write('amara', { kind: 'text', body: 'Hello' });
    await bench.sent({ type: 'reaction', reaction: { message_id: id, emoji: '👍🏽' } });
    await bench.settle();
    assert.deepEqual(states(bench), ['sent']);
    assert.deepEqual((await bench.thread('amara'))[0]?.reactions, { business: '👍🏽' });
    await bench.sent({ type: 'reaction', reaction: { message_id: id, emoji: '' } });
    await bench.settle();
    assert.deepEqual((await bench.thread('amara'))[0]?.reactions, {});
  });

  it('hold recipient, user id, contact, time, price and the callback data', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    const id = await bench.sent({ ...hello, biz_opaque_callback_data: 'ticket 7' });
    await bench.settle();
    const value = bench.receiver.values.find(({ statuses }) => statuses);
    assert.deepEqual(value, {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '15550783881', phone_number_id: '106540352242922' },
      contacts: [{ profile: { name: 'Amara Okafor' }, wa_id: '12025550143', user_id: 'US.13491208655302741918' }],
      statuses: [
        {
          id,
          status: 'sent',
          timestamp: String(START / 1000),
          recipient_id: '12025550143',
          recipient_user_id: 'US.13491208655302741918',
          biz_opaque_callback_data: 'ticket 7',
          pricing: { billable: false, pricing_model: 'PMP', type: 'free_customer_service', category: 'service' },
        },
      ],
    });
    assert.equal(bench.receiver.statusesSeen[1]?.['biz_opaque_callback_data'], 'ticket 7');
  });

  it('have no number for a person who shares only a username', async (context) => {
    const bench = await openBench(context);
    await bench.write('noor', { kind: 'text', body: 'Hello' });
    await bench.sent({ recipient: 'GB.48120377915640028853', ...hello });
    await bench.settle();
    const [message] = bench.receiver.messagesSeen;
    assert.deepEqual([message?.['from'], message?.['from_user_id']], [undefined, 'GB.48120377915640028853']);
    const [status] = bench.receiver.statusesSeen;
    assert.deepEqual([status?.['recipient_id'], status?.['recipient_user_id']], [undefined, 'GB.48120377915640028853']);
    assert.deepEqual(bench.receiver.values[1]?.['contacts'], [
      { profile: { name: 'Noor Haddad', username: '@noor.haddad' }, user_id: 'GB.48120377915640028853' },
    ]);
  });
});

describe('a message that fails', () => {
  it('for an unknown number is undeliverable: 131026, without contacts and user id', async (context) => {
    const bench = await openBench(context);
    await bench.sent({ to: '+12025550199', ...news });
    await bench.settle();
    const value = bench.receiver.values[0];
    const [status] = bench.receiver.statusesSeen;
    assert.equal(value?.['contacts'], undefined);
    assert.deepEqual(
      [status?.['status'], status?.['recipient_id'], status?.['recipient_user_id']],
      ['failed', '12025550199', undefined],
    );
    assert.deepEqual(errorCodes(bench), [131026]);
  });

  it('because the person has blocked the business is undeliverable too', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    await bench.page('PATCH', '/phone/contacts/amara', { blocked: true });
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual([states(bench), errorCodes(bench)], [['failed'], [131026]]);
  });

  it('never reaches the phone', async (context) => {
    const bench = await openBench(context);
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual(errorCodes(bench), [131047]);
    assert.deepEqual(await bench.thread('amara'), []);
  });

  it('for an opt-out is 131050, but only marketing', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    await bench.page('PATCH', '/phone/contacts/amara', { marketing: 'stop' });
    await bench.sent(offer);
    await bench.sent(news);
    await bench.settle();
    assert.deepEqual(errorCodes(bench), [131050]);
    assert.deepEqual(states(bench), ['failed', 'sent', 'delivered']);
    await bench.page('PATCH', '/phone/contacts/amara', { marketing: 'resume' });
    await bench.sent(offer);
    await bench.settle();
    assert.deepEqual(states(bench).slice(3), ['sent', 'delivered']);
  });

  it('does so in the answer when the settings say so', async (context) => {
    const bench = await openBench(context, { settings: { refusals: 'answer' } });
    const { status, json } = await bench.send(hello);
    assert.equal(status, 400);
    assert.equal((json['error'] as { code: number }).code, 131047);
    await bench.settle();
    assert.deepEqual(states(bench), []);
  });
});

describe('the customer-service window', () => {
  it('is open for 24 hours from the last message and then takes templates only', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    await bench.advance(24 * HOUR_MS - 1);
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual(states(bench), ['sent', 'delivered']);
    await bench.advance(1);
    await bench.sent(hello);
    await bench.sent(news);
    await bench.settle();
    assert.deepEqual(states(bench), ['sent', 'delivered', 'failed', 'sent', 'delivered']);
    assert.deepEqual(errorCodes(bench), [131047]);
  });

  it('is opened again by a new message, not by a reaction', async (context) => {
    const bench = await openBench(context);
    const { id } = await bench.write('amara', { kind: 'text', body: 'Hello' });
    await bench.advance(25 * HOUR_MS);
    await bench.page('PUT', `/phone/messages/${id}/reaction`, { emoji: '👍' });
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual(errorCodes(bench), [131047]);
    await bench.write('amara', { kind: 'text', body: 'Still there?' });
    await bench.sent(hello);
    await bench.settle();
    assert.deepEqual(states(bench), ['failed', 'sent', 'delivered']);
  });

  it('closes at a time that the phone page is told', async (context) => {
    const bench = await withOpenWindow(await openBench(context));
    const { json } = await bench.page('GET', '/phone/contacts');
    const closes = (json['contacts'] as { windowClosesAt?: number }[]).map(({ windowClosesAt }) => windowClosesAt);
    assert.deepEqual(closes, [START + 24 * HOUR_MS, undefined, undefined]);
  });
});

describe('read receipts and typing', () => {
  it('mark a message and all earlier ones of that person as read', async (context) => {
    const bench = await openBench(context);
    const written = [];
    for (const body of ['a', 'b', 'c']) written.push(await bench.write('amara', { kind: 'text', body }));
    await bench.write('zoe', { kind: 'text', body: 'd' });
    const { json } = await bench.graph('POST', '106540352242922/messages', {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: written[1]?.id,
    });
    assert.deepEqual(json, { success: true });
    assert.deepEqual(
      (await bench.thread('amara')).map(({ state }) => state),
      ['read', 'read', 'received'],
    );
    assert.deepEqual(
      (await bench.thread('zoe')).map(({ state }) => state),
      ['received'],
    );
  });

  it('tell the phone of typing for 25 seconds', async (context) => {
    const bench = await openBench(context);
    const { id } = await bench.write('amara', { kind: 'text', body: 'a' });
    const told: unknown[] = [];
    bench.standIn.parts.events.on((event) => event.type === 'typing' && told.push(event));
    const receipt = {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: id,
      typing_indicator: { type: 'text' },
    };
    await bench.graph('POST', '106540352242922/messages', receipt);
    assert.deepEqual(told, [{ type: 'typing', contactId: 'amara', until: START + 25_000 }]);
  });

  it('are refused for a message that never came', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.graph('POST', '106540352242922/messages', {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: 'wamid.x',
    });
    assert.equal((json['error'] as { code: number }).code, 131009);
  });
});
