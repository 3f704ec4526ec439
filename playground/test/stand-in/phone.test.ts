import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject } from '../../src/stand-in/json.js';
import { type Bench, openBench, START } from './support.js';

const DAY_MS = 86_400_000;
const SECONDS = String(START / 1000);
const AMARA = { from: '12025550143', from_user_id: 'US.13491208655302741918' };

async function lastMessage(bench: Bench): Promise<JsonObject> {
  await bench.settle();
  const message = bench.receiver.messagesSeen.at(-1);
  assert.ok(message, 'no message came');
  return message;
}

/** Sends something to Amara inside her window and gives its id once it is on her phone. */
async function delivered(bench: Bench, body: object): Promise<string> {
  await bench.write('amara', { kind: 'text', body: 'Hello' });
  const id = await bench.sent(body);
  await bench.settle();
  return id;
}

const interactive = (content: object): object => ({ type: 'interactive', interactive: content });

describe('what a person writes', () => {
  const CASES: readonly (readonly [object, object])[] = [
    [
      { kind: 'text', body: 'Hello' },
      { type: 'text', text: { body: 'Hello' } },
    ],
    [
      { kind: 'location', latitude: 52.5, longitude: 13.4, name: 'Gate', address: 'Unter den Linden' },
      { type: 'location', location: { latitude: 52.5, longitude: 13.4, name: 'Gate', address: 'Unter den Linden' } },
    ],
    [
      { kind: 'contacts', contacts: [{ name: { formatted_name: 'Ada' } }] },
      { type: 'contacts', contacts: [{ name: { formatted_name: 'Ada' } }] },
    ],
    [
      {
        kind: 'order',
        catalogId: '7',
        text: '',
        items: [{ productRetailerId: 'lamp', quantity: 2, itemPrice: 9.5, currency: 'USD' }],
      },
      {
        type: 'order',
        order: {
          catalog_id: '7',
          text: '',
          product_items: [{ product_retailer_id: 'lamp', quantity: 2, item_price: 9.5, currency: 'USD' }],
        },
      },
    ],
    [
      { kind: 'text', body: 'a', forwarded: 'once' },
      { type: 'text', text: { body: 'a' }, context: { forwarded: true } },
    ],
    [
      { kind: 'text', body: 'a', forwarded: 'often' },
      { type: 'text', text: { body: 'a' }, context: { frequently_forwarded: true } },
    ],
  ];
  for (const [draft, expected] of CASES) {
    it(`comes as Cloud API JSON: ${JSON.stringify(draft)}`, async (context) => {
      const bench = await openBench(context);
      const { id } = await bench.write('amara', draft);
      assert.deepEqual(await lastMessage(bench), { ...AMARA, id, timestamp: SECONDS, ...expected });
    });
  }

  const FILES: readonly (readonly [string, string, object, object])[] = [
    ['image', 'image/jpeg', { caption: 'Look' }, { caption: 'Look' }],
    ['video', 'video/mp4', {}, {}],
    ['document', 'application/pdf', { filename: '../a.pdf' }, { filename: '../a.pdf' }],
    ['sticker', 'image/webp', {}, { animated: false }],
    ['audio', 'audio/mpeg', { voice: false }, { voice: false }],
  ];
  for (const [kind, type, draft, expected] of FILES) {
    it(`may be a file: ${kind}`, async (context) => {
      const bench = await openBench(context);
      const mediaId = await bench.phoneFile(type, Buffer.from('x'));
      const { files } = await bench.write('amara', { kind, mediaId, ...draft });
      const { url, sha256, ...rest } = (await lastMessage(bench))[kind] as JsonObject;
      assert.deepEqual(rest, { id: mediaId, mime_type: type, ...expected });
      assert.ok(url && sha256);
      assert.deepEqual(files, { [mediaId]: `/phone/media/${mediaId}` });
    });
  }

  it('answers a message of either side with its author', async (context) => {
    const bench = await openBench(context);
    const question = await delivered(bench, { type: 'text', text: { body: 'Which size?' } });
    const { id: own } = await bench.write('amara', { kind: 'text', body: '42', replyTo: question });
    assert.deepEqual((await lastMessage(bench))['context'], { from: '15550783881', id: question });
    await bench.write('amara', { kind: 'text', body: 'no, 43', replyTo: own });
    assert.deepEqual((await lastMessage(bench))['context'], { ...AMARA, id: own });
  });

  const WRONG: readonly (readonly [string, object, number])[] = [
    ['/phone/contacts/nobody/messages', { kind: 'text', body: 'a' }, 404],
    ['/phone/contacts/amara/messages', { kind: 'poll' }, 400],
    ['/phone/contacts/amara/messages', { kind: 'text' }, 400],
    ['/phone/contacts/amara/messages', { kind: 'image', mediaId: '1' }, 404],
    ['/phone/contacts/amara/messages', { kind: 'text', body: 'a', replyTo: 'wamid.x' }, 404],
  ];
  for (const [path, body, status] of WRONG) {
    it(`is refused with ${status}: ${JSON.stringify(body)} to ${path}`, async (context) => {
      const bench = await openBench(context);
      const answer = await bench.page('POST', path, body);
      assert.equal(answer.status, status);
      assert.ok(answer.json['error']);
    });
  }
});

describe('a tap', () => {
  const buttons = {
    type: 'button',
    body: { text: '?' },
    action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
  };
  const list = {
    type: 'list',
    body: { text: '?' },
    action: { button: 'Choose', sections: [{ rows: [{ id: 'r', title: 'Row', description: 'More' }] }] },
  };
  const flow = {
    type: 'flow',
    body: { text: '?' },
    action: {
      name: 'flow',
      parameters: { flow_message_version: '3', flow_id: '1', flow_cta: 'Open', flow_token: 'tok' },
    },
  };
  const ask = (name: string, type = name): object => ({ type, body: { text: '?' }, action: { name } });
  const CASES: readonly (readonly [string, object, object, object])[] = [
    [
      'on a reply button',
      buttons,
      { kind: 'button', buttonId: 'y' },
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'y', title: 'Yes' } } },
    ],
    [
      'on a row',
      list,
      { kind: 'row', rowId: 'r' },
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: 'r', title: 'Row', description: 'More' } },
      },
    ],
    [
      'that ends a flow',
      flow,
      { kind: 'flow', answers: { stars: 5 } },
      {
        type: 'interactive',
        interactive: {
          type: 'nfm_reply',
          nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"flow_token":"tok","stars":5}' },
        },
      },
    ],
    [
      'that permits calls',
      ask('call_permission_request'),
      { kind: 'call-permission', response: 'reject' },
      {
        type: 'interactive',
        interactive: {
          type: 'call_permission_reply',
          call_permission_reply: { response: 'reject', response_source: 'user_action' },
        },
      },
    ],
    [
      'that shares the number',
      ask('request_contact_info'),
      { kind: 'contact-info' },
      {
        type: 'contacts',
        contacts: [
          { phones: [{ phone: '+12025550143', wa_id: '12025550143', type: 'CELL' }], origin: 'contact_request' },
        ],
      },
    ],
  ];
  for (const [title, sent, tap, expected] of CASES) {
    it(`${title} comes with the context of its message`, async (context) => {
      const bench = await openBench(context);
      const message = await delivered(bench, interactive(sent));
      const { json } = await bench.page('POST', `/phone/messages/${message}/taps`, tap);
      const context_ = { from: '15550783881', id: message };
      assert.deepEqual(await lastMessage(bench), {
        context: context_,
        ...AMARA,
        id: json['id'],
        timestamp: SECONDS,
        ...expected,
      });
    });
  }

  it('on a quick reply of a template comes as a button with its payload', async (context) => {
    const bench = await openBench(context);
    const components = [
      {
        type: 'body',
        parameters: [
          { type: 'text', text: 'A' },
          { type: 'text', text: '5' },
        ],
      },
      { type: 'button', sub_type: 'copy_code', index: 1, parameters: [{ type: 'coupon_code', coupon_code: 'A' }] },
    ];
    const message = await delivered(bench, {
      type: 'template',
      template: { name: 'welcome_coupon', language: { code: 'en_US' }, components },
    });
    await bench.page('POST', `/phone/messages/${message}/taps`, { kind: 'template-button', index: 0 });
    assert.deepEqual((await lastMessage(bench))['button'], { payload: 'No more offers', text: 'No more offers' });
    const onCoupon = await bench.page('POST', `/phone/messages/${message}/taps`, { kind: 'template-button', index: 1 });
    assert.equal(onCoupon.status, 404);
  });

  it('on what the message does not have is refused', async (context) => {
    const bench = await openBench(context);
    const message = await delivered(bench, interactive(buttons));
    for (const tap of [{ kind: 'button', buttonId: 'n' }, { kind: 'row', rowId: 'r' }, { kind: 'wink' }]) {
      assert.ok((await bench.page('POST', `/phone/messages/${message}/taps`, tap)).status >= 400, JSON.stringify(tap));
    }
  });
});

describe('reactions, edits and deletions', () => {
  it('react with an emoji and take it back without one', async (context) => {
    const bench = await openBench(context);
    const message = await delivered(bench, { type: 'text', text: { body: 'Hi' } });
    const reacted = await bench.page('PUT', `/phone/messages/${message}/reaction`, { emoji: '❤️' });
    assert.deepEqual(reacted.json['reactions'], { contact: '❤️' });
    assert.deepEqual((await lastMessage(bench))['reaction'], { message_id: message, emoji: '❤️' });
    await bench.page('PUT', `/phone/messages/${message}/reaction`, {});
    assert.deepEqual((await lastMessage(bench))['reaction'], { message_id: message });
  });

  it('edit a text within fifteen minutes', async (context) => {
    const bench = await openBench(context);
    const { id } = await bench.write('amara', { kind: 'text', body: 'Helo' });
    const edited = await bench.page('PUT', `/phone/messages/${id}/text`, { text: 'Hello' });
    assert.deepEqual([edited.json['content'], edited.json['edited']], [{ body: 'Hello' }, true]);
    const { type, edit } = await lastMessage(bench);
    assert.deepEqual(
      [type, edit],
      ['edit', { original_message_id: id, message: { type: 'text', text: { body: 'Hello' } } }],
    );
    await bench.advance(15 * 60_000 + 1);
    assert.equal((await bench.page('PUT', `/phone/messages/${id}/text`, { text: 'x' })).status, 409);
  });

  it('delete within two days', async (context) => {
    const bench = await openBench(context);
    const { id } = await bench.write('amara', { kind: 'text', body: 'Oops' });
    assert.equal((await bench.page('DELETE', `/phone/messages/${id}`)).json['revoked'], true);
    const { type, revoke } = await lastMessage(bench);
    assert.deepEqual([type, revoke], ['revoke', { original_message_id: id }]);
    const { id: old } = await bench.write('amara', { kind: 'text', body: 'Old' });
    await bench.advance(2 * DAY_MS + 1);
    assert.equal((await bench.page('DELETE', `/phone/messages/${old}`)).status, 409);
  });

  it('come as unsupported to a number that is not on the Business app', async (context) => {
    const bench = await openBench(context, { settings: { coexistence: false } });
    const { id } = await bench.write('amara', { kind: 'text', body: 'Helo' });
    await bench.page('PUT', `/phone/messages/${id}/text`, { text: 'Hello' });
    const { type, unsupported, errors } = await lastMessage(bench);
    assert.deepEqual([type, unsupported], ['unsupported', { type: 'edit' }]);
    assert.equal((errors as { code: number }[])[0]?.code, 131051);
  });
});

describe('contacts', () => {
  it('tell of their wish about marketing once per change', async (context) => {
    const bench = await openBench(context);
    for (const marketing of ['stop', 'stop', 'resume'])
      await bench.page('PATCH', '/phone/contacts/noor', { marketing });
    await bench.settle();
    const told = bench.receiver.values.map((value) => (value['user_preferences'] as JsonObject[])[0]);
    assert.deepEqual(
      told.map((wish) => wish?.['value']),
      ['stop', 'resume'],
    );
    assert.deepEqual(told[0], {
      user_id: 'GB.48120377915640028853',
      detail: 'User requested to stop marketing messages',
      category: 'marketing_messages',
      value: 'stop',
      timestamp: START / 1000,
    });
  });

  it('can be added, with a number or a username', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.page('POST', '/phone/contacts', { name: 'Ada', phone: '+1 202 555 0111' });
    await bench.write(String(json['id']), { kind: 'text', body: 'Hello' });
    assert.equal((await lastMessage(bench))['from'], '12025550111');
    assert.equal((await bench.page('POST', '/phone/contacts', { name: 'Ada' })).status, 400);
    assert.equal((await bench.page('POST', '/phone/contacts', { name: 'Eve', phone: '12025550111' })).status, 409);
  });

  it('refuse a change of what cannot be changed', async (context) => {
    const bench = await openBench(context);
    assert.equal((await bench.page('PATCH', '/phone/contacts/noor', { name: 'x' })).status, 400);
    assert.equal((await bench.page('PATCH', '/phone/contacts/noor', { online: 'yes' })).status, 400);
  });
});

describe('a thread', () => {
  it('is read page by page from its end', async (context) => {
    const bench = await openBench(context);
    for (const body of ['a', 'b', 'c', 'd', 'e']) await bench.write('amara', { kind: 'text', body });
    const texts = async (query: string): Promise<{ id: string; text: string }[]> => {
      const { json } = await bench.page('GET', `/phone/contacts/amara/messages?${query}`);
      return (json['messages'] as { id: string; content: { body: string } }[]).map(({ id, content }) => ({
        id,
        text: content.body,
      }));
    };
    const last = await texts('limit=2');
    assert.deepEqual(
      last.map(({ text }) => text),
      ['d', 'e'],
    );
    const before = await texts(`limit=2&before=${last[0]?.id}`);
    assert.deepEqual(
      before.map(({ text }) => text),
      ['b', 'c'],
    );
  });
});

describe('pages of other origins', () => {
  const call = async (bench: Bench, origin: string, url = '/phone/contacts'): Promise<number> =>
    (await bench.standIn.app.inject({ url, headers: { origin } })).statusCode;

  it('are kept out, loopback ones and named ones are let in', async (context) => {
    const bench = await openBench(context, { options: { pageOrigins: ['https://desk.test'] } });
    assert.equal(await call(bench, 'https://evil.test'), 403);
    assert.equal(await call(bench, 'http://localhost.evil.test'), 403);
    assert.equal(await call(bench, 'null'), 403);
    assert.equal(await call(bench, 'http://localhost:5173'), 200);
    assert.equal(await call(bench, 'https://desk.test'), 200);
  });

  it('ask before they write, and are answered', async (context) => {
    const bench = await openBench(context);
    const answer = await bench.standIn.app.inject({
      method: 'OPTIONS',
      url: '/phone/contacts/amara/messages',
      headers: { origin: 'http://127.0.0.1:1' },
    });
    assert.equal(answer.statusCode, 204);
    assert.equal(answer.headers['access-control-allow-origin'], 'http://127.0.0.1:1');
    assert.match(String(answer.headers['access-control-allow-methods']), /PATCH/);
  });
});
