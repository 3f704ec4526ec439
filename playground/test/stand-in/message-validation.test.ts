import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OPTIONS, openBench, refusal } from './support.js';

interface Case {
  readonly title: string;
  readonly body: object;
  readonly code: number;
  readonly says: RegExp;
}

const text = (length: number): string => 'x'.repeat(length);
const interactive = (content: object): object => ({ type: 'interactive', interactive: content });
const button = (id: string, title = id): object => ({ type: 'reply', reply: { id, title } });
const buttons = (list: object[], more: object = {}): object =>
  interactive({ type: 'button', body: { text: 'Which?' }, action: { buttons: list }, ...more });
const list = (sections: object[], more: object = {}): object =>
  interactive({ type: 'list', body: { text: 'Which?' }, action: { button: 'Choose', sections }, ...more });
const rows = (count: number, from = 0): object[] =>
  Array.from({ length: count }, (_, index) => ({ id: `r${from + index}`, title: `Row ${from + index}` }));
const flow = (parameters: object): object =>
  interactive({
    type: 'flow',
    body: { text: 'Fill in' },
    action: { name: 'flow', parameters: { flow_message_version: '3', flow_cta: 'Open', ...parameters } },
  });
const card = (index: number, more: object = {}): object => ({
  card_index: index,
  type: 'cta_url',
  header: { type: 'image', image: { link: 'https://files.test/a.jpg' } },
  action: { name: 'cta_url', parameters: { display_text: 'See', url: 'https://shop.test/a' } },
  ...more,
});
const carousel = (cards: object[], more: object = {}): object =>
  interactive({ type: 'carousel', body: { text: 'Look' }, action: { cards }, ...more });

const CASES: readonly Case[] = [
  {
    title: 'another product',
    body: { messaging_product: 'sms', type: 'text', text: { body: 'a' } },
    code: 100,
    says: /messaging_product/,
  },
  { title: 'an unknown type', body: { type: 'poll', poll: {} }, code: 131051, says: /"poll"/ },
  { title: 'an inherited name as type', body: { type: 'constructor' }, code: 131051, says: /"constructor"/ },
  { title: 'a missing content object', body: { type: 'text' }, code: 100, says: /parameter text is required/ },
  { title: 'a content that is no object', body: { type: 'text', text: 'a' }, code: 100, says: /must be a JSON object/ },
  { title: 'a text without body', body: { type: 'text', text: {} }, code: 100, says: /text\.body is required/ },
  { title: 'an empty text', body: { type: 'text', text: { body: '' } }, code: 100, says: /text\.body is required/ },
  {
    title: 'a text of 4097',
    body: { type: 'text', text: { body: text(4097) } },
    code: 100,
    says: /at most 4096 characters/,
  },
  {
    title: 'a preview_url that is no flag',
    body: { type: 'text', text: { body: 'a', preview_url: 'yes' } },
    code: 131009,
    says: /preview_url/,
  },
  {
    title: 'a group',
    body: { recipient_type: 'group', type: 'text', text: { body: 'a' } },
    code: 100,
    says: /recipient_type/,
  },
  {
    title: 'a recipient that is no user id',
    body: { recipient: 'noor', type: 'text', text: { body: 'a' } },
    code: 131009,
    says: /user id/,
  },
  {
    title: 'a number that is none',
    body: { to: '12', type: 'text', text: { body: 'a' } },
    code: 100,
    says: /not a phone number/,
  },
  {
    title: 'its own number',
    body: { to: '+15550783881', type: 'text', text: { body: 'a' } },
    code: 131021,
    says: /same/,
  },
  {
    title: 'a context without id',
    body: { type: 'text', text: { body: 'a' }, context: {} },
    code: 100,
    says: /context\.message_id/,
  },
  {
    title: 'callback data of 513',
    body: { type: 'text', text: { body: 'a' }, biz_opaque_callback_data: text(513) },
    code: 100,
    says: /at most 512/,
  },
  { title: 'an image without id and link', body: { type: 'image', image: {} }, code: 131008, says: /id or link/ },
  {
    title: 'an image with id and link',
    body: { type: 'image', image: { id: '1', link: 'https://a.test/b' } },
    code: 131009,
    says: /Only one/,
  },
  {
    title: 'a link that is no address',
    body: { type: 'image', image: { link: 'file:///etc/passwd' } },
    code: 131009,
    says: /link/,
  },
  {
    title: 'a caption of 1025',
    body: { type: 'video', video: { link: 'https://a.test/b', caption: text(1025) } },
    code: 131009,
    says: /caption/,
  },
  { title: 'an unknown media id', body: { type: 'document', document: { id: '4711' } }, code: 100, says: /4711/ },
  {
    title: 'a location without longitude',
    body: { type: 'location', location: { latitude: 1 } },
    code: 131008,
    says: /longitude/,
  },
  {
    title: 'a latitude of 91',
    body: { type: 'location', location: { latitude: '91', longitude: 1 } },
    code: 131009,
    says: /90/,
  },
  { title: 'no contacts', body: { type: 'contacts', contacts: [] }, code: 131009, says: /contacts/ },
  {
    title: 'a contact without name',
    body: { type: 'contacts', contacts: [{ phones: [] }] },
    code: 131008,
    says: /contacts\[0\]\.name/,
  },
  {
    title: 'a contact without formatted name',
    body: { type: 'contacts', contacts: [{ name: {} }] },
    code: 131008,
    says: /formatted_name/,
  },
  {
    title: 'a birthday in another form',
    body: { type: 'contacts', contacts: [{ name: { formatted_name: 'A' }, birthday: '1.2.90' }] },
    code: 131009,
    says: /birthday/,
  },
  {
    title: 'a reaction without emoji',
    body: { type: 'reaction', reaction: { message_id: 'wamid.x' } },
    code: 131008,
    says: /emoji/,
  },
  {
    title: 'a reaction of two emoji',
    body: { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍👍' } },
    code: 131009,
    says: /one emoji/,
  },
  {
    title: 'a reaction to nothing',
    body: { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } },
    code: 131009,
    says: /no message/,
  },
  {
    title: 'an interactive without type',
    body: interactive({ body: { text: 'a' } }),
    code: 131008,
    says: /interactive\.type/,
  },
  { title: 'an unknown interactive', body: interactive({ type: 'quiz' }), code: 131009, says: /"quiz"/ },
  {
    title: 'an interactive without body',
    body: interactive({ type: 'button', action: { buttons: [button('a')] } }),
    code: 131008,
    says: /interactive\.body/,
  },
  {
    title: 'a button body of 1025',
    body: buttons([button('a')], { body: { text: text(1025) } }),
    code: 131009,
    says: /body\.text/,
  },
  { title: 'no button', body: buttons([]), code: 131009, says: /Min length: 1, Max length: 3/ },
  {
    title: 'four buttons',
    body: buttons(['a', 'b', 'c', 'd'].map((id) => button(id))),
    code: 131009,
    says: /Max length: 3/,
  },
  {
    title: 'a button title of 21',
    body: buttons([button('a', text(21))]),
    code: 131009,
    says: /title' length invalid.*20/,
  },
  { title: 'a button id of 257', body: buttons([button(text(257), 'A')]), code: 131009, says: /reply\.id/ },
  { title: 'a button title twice', body: buttons([button('a', 'A'), button('b', 'A')]), code: 131009, says: /unique/ },
  {
    title: 'a header without text',
    body: buttons([button('a')], { header: { type: 'text' } }),
    code: 131009,
    says: /Text cannot be null/,
  },
  {
    title: 'a header of 61',
    body: buttons([button('a')], { header: { type: 'text', text: text(61) } }),
    code: 131009,
    says: /header\.text/,
  },
  {
    title: 'a header of audio',
    body: buttons([button('a')], { header: { type: 'audio' } }),
    code: 131009,
    says: /"audio" is not allowed/,
  },
  {
    title: 'a header image without file',
    body: buttons([button('a')], { header: { type: 'image' } }),
    code: 131009,
    says: /image cannot be null/,
  },
  {
    title: 'a footer of 61',
    body: buttons([button('a')], { footer: { text: text(61) } }),
    code: 131009,
    says: /footer\.text/,
  },
  {
    title: 'a list body of 4097',
    body: list([{ rows: rows(1) }], { body: { text: text(4097) } }),
    code: 131009,
    says: /body\.text/,
  },
  {
    title: 'eleven rows',
    body: list([
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(5, 6) },
    ]),
    code: 131009,
    says: /row count.*10/,
  },
  {
    title: 'a row id twice',
    body: list([
      { title: 'A', rows: rows(2) },
      { title: 'B', rows: rows(2) },
    ]),
    code: 131009,
    says: /unique/,
  },
  {
    title: 'sections without titles',
    body: list([{ rows: rows(1) }, { rows: rows(1, 1) }]),
    code: 131009,
    says: /Section title/,
  },
  { title: 'a row title of 25', body: list([{ rows: [{ id: 'a', title: text(25) }] }]), code: 131009, says: /title/ },
  {
    title: 'a row description of 73',
    body: list([{ rows: [{ id: 'a', title: 'A', description: text(73) }] }]),
    code: 131009,
    says: /description/,
  },
  {
    title: 'a list with an image header',
    body: list([{ rows: rows(1) }], { header: { type: 'image', image: { id: '1' } } }),
    code: 131009,
    says: /Allowed: \{text\}/,
  },
  {
    title: 'a link button without url',
    body: interactive({
      type: 'cta_url',
      body: { text: 'a' },
      action: { name: 'cta_url', parameters: { display_text: 'Go' } },
    }),
    code: 131008,
    says: /parameters\.url/,
  },
  { title: 'a flow without id', body: flow({}), code: 131008, says: /flow_id/ },
  { title: 'a flow with id and name', body: flow({ flow_id: '1', flow_name: 'a' }), code: 131008, says: /Exactly one/ },
  { title: 'a flow label with emoji', body: flow({ flow_id: '1', flow_cta: 'Go 🚀' }), code: 131009, says: /emoji/ },
  {
    title: 'a location request of another name',
    body: interactive({ type: 'location_request_message', body: { text: 'Where?' }, action: { name: 'ask' } }),
    code: 131009,
    says: /send_location/,
  },
  {
    title: 'a product with a header',
    body: interactive({
      type: 'product',
      header: { type: 'text', text: 'a' },
      action: { catalog_id: '1', product_retailer_id: 'a' },
    }),
    code: 131009,
    says: /Header type/,
  },
  {
    title: 'products without a header',
    body: interactive({ type: 'product_list', body: { text: 'a' }, action: { catalog_id: '1', sections: [] } }),
    code: 131008,
    says: /interactive\.header/,
  },
  { title: 'a carousel of one', body: carousel([card(0)]), code: 131009, says: /Min length: 2/ },
  {
    title: 'a carousel with a footer',
    body: carousel([card(0), card(1)], { footer: { text: 'a' } }),
    code: 131009,
    says: /footer/,
  },
  {
    title: 'a carousel of unlike cards',
    body: carousel([card(0), card(1, { type: 'product' })]),
    code: 131009,
    says: /same type/,
  },
  {
    title: 'a card text of 161',
    body: carousel([card(0), card(1, { body: { text: text(161) } })]),
    code: 131009,
    says: /cards\[1\]\.body\.text/,
  },
  {
    title: 'a card label of 21',
    body: carousel([
      card(0),
      card(1, { action: { name: 'cta_url', parameters: { display_text: text(21), url: 'https://a.test' } } }),
    ]),
    code: 131009,
    says: /display_text/,
  },
  {
    title: 'a card text of four lines',
    body: carousel([card(0), card(1, { body: { text: 'a\nb\nc\nd' } })]),
    code: 131009,
    says: /line breaks/,
  },
  {
    title: 'a template without language',
    body: { type: 'template', template: { name: 'order_shipped' } },
    code: 100,
    says: /language is required/,
  },
];

describe('a send that WhatsApp refuses', () => {
  for (const { title, body, code, says } of CASES) {
    it(`is answered with ${code} for ${title}`, async (context) => {
      const bench = await openBench(context);
      const { status, code: actual, text: details } = refusal(await bench.send(body));
      assert.equal(actual, code, details);
      assert.match(details, says);
      assert.equal(status, 400);
    });
  }

  it('names the parameter that the whole request lacks', async (context) => {
    const bench = await openBench(context);
    const answer = await bench.graph('POST', `${OPTIONS.phoneNumberId}/messages`, { type: 'text' });
    assert.deepEqual(refusal(answer), {
      status: 400,
      code: 100,
      text: '(#100) The parameter messaging_product is required.',
    });
  });

  it('has the documented shape with a trace id', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.send({ type: 'poll', poll: {} });
    const error = json['error'] as Record<string, unknown>;
    assert.deepEqual(Object.keys(error), ['message', 'type', 'code', 'error_data', 'fbtrace_id']);
    assert.equal(error['message'], '(#131051) Unsupported message type');
    assert.equal(error['type'], 'OAuthException');
  });

  it('is 190 with status 401 when the token is wrong', async (context) => {
    const bench = await openBench(context);
    const answer = await bench.standIn.app.inject({
      method: 'POST',
      url: `/v26.0/${OPTIONS.phoneNumberId}/messages`,
      headers: { authorization: 'Bearer other' },
      payload: {},
    });
    assert.equal(answer.statusCode, 401);
    assert.equal(answer.json<{ error: { code: number } }>().error.code, 190);
  });

  it('is 100 with subcode 33 when the number is not ours', async (context) => {
    const bench = await openBench(context);
    const { status, json } = await bench.graph('POST', '999/messages', { messaging_product: 'whatsapp' });
    assert.equal(status, 400);
    assert.equal((json['error'] as { error_subcode: number }).error_subcode, 33);
  });

  it('is 131030 when the number is not on the list of a test number', async (context) => {
    const bench = await openBench(context, { settings: { allowedRecipients: ['4917139200047'] } });
    assert.equal(refusal(await bench.send({ type: 'text', text: { body: 'a' } })).code, 131030);
  });

  it('is 131056 after 45 messages at once to one person, and no more after six seconds', async (context) => {
    const bench = await openBench(context, { settings: { coexistence: false } });
    for (let count = 0; count < 45; count += 1) await bench.sent({ type: 'text', text: { body: 'a' } });
    assert.equal(refusal(await bench.send({ type: 'text', text: { body: 'a' } })).code, 131056);
    await bench.advance(6000);
    assert.equal((await bench.send({ type: 'text', text: { body: 'a' } })).status, 200);
  });

  it('is 130429 with status 429 after 20 messages a second on a coexistence number', async (context) => {
    const bench = await openBench(context);
    for (let count = 0; count < 20; count += 1) await bench.sent({ type: 'text', text: { body: 'a' } });
    const { status, code } = refusal(await bench.send({ type: 'text', text: { body: 'a' } }));
    assert.deepEqual({ status, code }, { status: 429, code: 130429 });
  });
});

const ACCEPTED: readonly (readonly [string, object])[] = [
  ['text of 4096', { type: 'text', text: { body: text(4096), preview_url: true } }],
  ['text of 4096 emoji', { type: 'text', text: { body: '🌻'.repeat(4096) } }],
  [
    'a location with texts for numbers',
    { type: 'location', location: { latitude: '52.52', longitude: '13.40', name: 'Berlin' } },
  ],
  [
    'contacts',
    {
      type: 'contacts',
      contacts: [{ name: { formatted_name: 'A', first_name: 'A' }, phones: [{ phone: '+1 202 555 0143' }] }],
    },
  ],
  [
    'three buttons',
    buttons(
      ['a', 'b', 'c'].map((id) => button(id)),
      { header: { type: 'text', text: 'H' }, footer: { text: 'F' } },
    ),
  ],
  [
    'ten rows',
    list([
      { title: 'A', rows: rows(6) },
      { title: 'B', rows: rows(4, 6) },
    ]),
  ],
  ['a flow', flow({ flow_id: '1', flow_token: 't', mode: 'published' })],
  [
    'a location request',
    interactive({ type: 'location_request_message', body: { text: 'Where?' }, action: { name: 'send_location' } }),
  ],
  [
    'a contact request',
    interactive({ type: 'request_contact_info', body: { text: 'Number?' }, action: { name: 'request_contact_info' } }),
  ],
  ['a carousel', carousel([card(0), card(1)])],
];

describe('a send that WhatsApp accepts', () => {
  for (const [title, body] of ACCEPTED) {
    it(`is ${title}`, async (context) => {
      const bench = await openBench(context);
      const { status, json } = await bench.send(body);
      assert.equal(status, 200, JSON.stringify(json));
    });
  }

  it('is answered with input, wa_id and a message id', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.send({ type: 'text', text: { body: 'a' }, to: '+1 (202) 555-0143' });
    assert.deepEqual(json['contacts'], [{ input: '+1 (202) 555-0143', wa_id: '12025550143' }]);
    assert.match((json['messages'] as { id: string }[])[0]?.id ?? '', /^wamid\.HBgL/);
  });

  it('is answered with user_id when it named a user id', async (context) => {
    const bench = await openBench(context);
    const recipient = 'GB.48120377915640028853';
    const { json } = await bench.send({ recipient, type: 'text', text: { body: 'a' } });
    assert.deepEqual(json['contacts'], [{ input: recipient, user_id: recipient }]);
  });

  it('takes a number without "+" for a local one of the business, as WhatsApp does', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.send({ to: '2025550143', type: 'text', text: { body: 'a' } });
    assert.deepEqual(json['contacts'], [{ input: '2025550143', wa_id: '12025550143' }]);
  });
});
