import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RenderedTemplate } from '../../src/stand-in/phone-types.js';
import { type Bench, openBench, refusal } from './support.js';

const JPEG = Buffer.from('ffd8ffe000104a464946', 'hex');

const text = (value: string): object => ({ type: 'text', text: value });
const named = (parameter_name: string, value: string): object => ({ type: 'text', parameter_name, text: value });
const header = (...parameters: object[]): object => ({ type: 'header', parameters });
const body = (...parameters: object[]): object => ({ type: 'body', parameters });
const button = (sub_type: string, index: number | string, ...parameters: object[]): object => ({
  type: 'button',
  sub_type,
  index,
  parameters,
});
const image = (id: string): object => header({ type: 'image', image: { id } });
const offer = (expiration_time_ms?: number): object => ({
  type: 'limited_time_offer',
  parameters: [{ type: 'limited_time_offer', limited_time_offer: { expiration_time_ms } }],
});
const card = (card_index: number, id: string, ...more: object[]): object => ({
  card_index,
  components: [image(id), button('url', 1, text('p')), ...more],
});
const carousel = (...cards: object[]): object => ({ type: 'carousel', cards });
const names = [named('first_name', 'A'), named('order_number', '1'), named('delivery_day', 'Monday')];

const template = (name: string, components: object[], code = 'en_US'): object => ({
  type: 'template',
  template: { name, language: { code }, components },
});

interface Case {
  readonly title: string;
  readonly name: string;
  readonly language?: string;
  readonly components: (imageId: string) => object[];
  readonly code: number;
  readonly says: RegExp;
}

const GOOD_OFFER = [
  body(text('Zoë'), text('25 %')),
  offer(1),
  button('copy_code', 0, { type: 'coupon_code', coupon_code: 'RAIN25' }),
  button('url', 1, text('R')),
];

const CASES: readonly Case[] = [
  { title: 'a name that does not exist', name: 'nothing', components: () => [], code: 132001, says: /nothing.*en_US/ },
  {
    title: 'a language that does not exist',
    name: 'service_restored',
    language: 'de',
    components: () => [],
    code: 132001,
    says: /in de/,
  },
  { title: 'a rejected template', name: 'loyalty_invite', components: () => [], code: 132001, says: /REJECTED/ },
  { title: 'a paused template', name: 'clearance_sale', components: () => [], code: 132015, says: /paused/ },
  {
    title: 'a component that cannot be sent',
    name: 'service_restored',
    components: () => [{ type: 'footer' }],
    code: 100,
    says: /"footer"/,
  },
  {
    title: 'too few body values',
    name: 'appointment_reminder',
    components: () => [header(text('Monday')), body(text('A'))],
    code: 132000,
    says: /body: number of localizable_params \(1\).*\(3\)/,
  },
  {
    title: 'body values for a fixed body',
    name: 'service_restored',
    components: () => [body(text('A'))],
    code: 132000,
    says: /\(1\).*\(0\)/,
  },
  {
    title: 'a text header without value',
    name: 'appointment_reminder',
    components: () => [body(text('A'), text('B'), text('C'))],
    code: 132000,
    says: /header: number/,
  },
  {
    title: 'a header for a template without one',
    name: 'service_restored',
    components: () => [header(text('A'))],
    code: 132000,
    says: /header/,
  },
  {
    title: 'a value without text',
    name: 'browse_catalog',
    components: () => [body({ type: 'text' })],
    code: 100,
    says: /'text' is mandatory/,
  },
  {
    title: 'a value with a line break',
    name: 'browse_catalog',
    components: () => [body(text('a\nb'))],
    code: 132018,
    says: /new-line/,
  },
  {
    title: 'a value with five spaces',
    name: 'browse_catalog',
    components: () => [body(text('a     b'))],
    code: 132018,
    says: /4 consecutive/,
  },
  {
    title: 'an image as body value',
    name: 'browse_catalog',
    components: (id) => [body({ type: 'image', image: { id } })],
    code: 132012,
    says: /expected TEXT, received IMAGE/,
  },
  {
    title: 'a filled body of more than 1024',
    name: 'browse_catalog',
    components: () => [body(text('x'.repeat(1024)))],
    code: 132005,
    says: /at most 1024/,
  },
  {
    title: 'a filled header of more than 60',
    name: 'appointment_reminder',
    components: () => [header(text('x'.repeat(60)))],
    code: 132005,
    says: /header.*at most 60/,
  },
  {
    title: 'an offer body of more than 600',
    name: 'weekend_offer',
    components: (id) => [image(id), offer(1), body(text('x'.repeat(600)), text('1'))],
    code: 132005,
    says: /at most 600/,
  },
  {
    title: 'a media header without file',
    name: 'order_shipped',
    components: () => [body(...names)],
    code: 132012,
    says: /expected IMAGE, received UNKNOWN/,
  },
  {
    title: 'a text for an image header',
    name: 'order_shipped',
    components: () => [header(text('A')), body(...names)],
    code: 132012,
    says: /expected IMAGE, received TEXT/,
  },
  {
    title: 'an image for a document header',
    name: 'invoice_ready',
    components: (id) => [image(id)],
    code: 132012,
    says: /expected DOCUMENT, received IMAGE/,
  },
  {
    title: 'a media header with id and link',
    name: 'order_shipped',
    components: (id) => [header({ type: 'image', image: { id, link: 'https://a.test/b' } })],
    code: 131009,
    says: /Only one/,
  },
  { title: 'an unknown media id', name: 'order_shipped', components: () => [image('4711')], code: 100, says: /4711/ },
  {
    title: 'a place without coordinates',
    name: 'pickup_ready',
    components: () => [header({ type: 'location', location: { name: 'A' } })],
    code: 131008,
    says: /latitude/,
  },
  {
    title: 'values without names',
    name: 'order_shipped',
    components: (id) => [image(id), body(text('A'), text('B'), text('C'))],
    code: 100,
    says: /Parameter name is missing/,
  },
  {
    title: 'a value of another name',
    name: 'order_shipped',
    components: (id) => [image(id), body(named('first_name', 'A'), named('order_number', 'B'), named('day', 'C'))],
    code: 132012,
    says: /"delivery_day"/,
  },
  {
    title: 'names for a positional template',
    name: 'browse_catalog',
    components: () => [body(named('a', 'A'))],
    code: 132018,
    says: /positional/,
  },
  {
    title: 'a url button without its suffix',
    name: 'order_shipped',
    components: (id) => [image(id), body(...names)],
    code: 131008,
    says: /index 0 of type URL requires/,
  },
  {
    title: 'a url suffix with a line break',
    name: 'order_shipped',
    components: (id) => [image(id), body(...names), button('url', 0, text('a\nb'))],
    code: 132018,
    says: /index 0 of type URL.*new-line/,
  },
  {
    title: 'a suffix for a fixed url',
    name: 'tent_care_video',
    components: () => [
      header({ type: 'video', video: { link: 'https://files.test/v.mp4' } }),
      button('url', 1, text('a')),
    ],
    code: 132018,
    says: /does not require/,
  },
  {
    title: 'a parameter for a call button',
    name: 'order_shipped',
    components: (id) => [image(id), body(...names), button('url', 0, text('a')), button('phone_number', 1, text('a'))],
    code: 132018,
    says: /PHONE_NUMBER does not take/,
  },
  {
    title: 'another sub_type',
    name: 'appointment_reminder',
    components: () => [header(text('M')), body(text('A'), text('B'), text('C')), button('url', 0, text('a'))],
    code: 132018,
    says: /sub_type url/,
  },
  {
    title: 'a button index beyond the last',
    name: 'appointment_reminder',
    components: () => [
      header(text('M')),
      body(text('A'), text('B'), text('C')),
      button('quick_reply', 2, { type: 'payload', payload: 'a' }),
    ],
    code: 132018,
    says: /index 2/,
  },
  {
    title: 'a payload of 129',
    name: 'appointment_reminder',
    components: () => [
      header(text('M')),
      body(text('A'), text('B'), text('C')),
      button('quick_reply', 0, { type: 'payload', payload: 'x'.repeat(129) }),
    ],
    code: 131009,
    says: /payload/,
  },
  {
    title: 'a coupon without code',
    name: 'welcome_coupon',
    components: () => [body(text('A'), text('B'))],
    code: 131008,
    says: /COPY_CODE requires/,
  },
  {
    title: 'a coupon code of 21',
    name: 'welcome_coupon',
    components: () => [
      body(text('A'), text('B')),
      button('copy_code', 1, { type: 'coupon_code', coupon_code: 'x'.repeat(21) }),
    ],
    code: 131009,
    says: /at most 20/,
  },
  {
    title: 'an offer without its end',
    name: 'weekend_offer',
    components: (id) => [image(id), body(text('A'), text('B'))],
    code: 131008,
    says: /expiration_time_ms/,
  },
  {
    title: 'an offer where there is none',
    name: 'service_restored',
    components: () => [offer(1)],
    code: 132000,
    says: /limited_time_offer/,
  },
  {
    title: 'too few cards',
    name: 'season_picks',
    components: (id) => [body(text('A')), carousel(card(0, id), card(1, id))],
    code: 132012,
    says: /\(2\).*\(3\)/,
  },
  {
    title: 'a card twice',
    name: 'season_picks',
    components: (id) => [body(text('A')), carousel(card(0, id), card(1, id), card(1, id))],
    code: 132012,
    says: /card_index 2/,
  },
  {
    title: 'a card without image',
    name: 'season_picks',
    components: (id) => [body(text('A')), carousel(card(0, id), card(1, id), { card_index: 2, components: [] })],
    code: 132012,
    says: /card 2: header/,
  },
  {
    title: 'a carousel where there is none',
    name: 'service_restored',
    components: (id) => [carousel(card(0, id))],
    code: 132000,
    says: /carousel/,
  },
];

async function uploadedImage(bench: Bench): Promise<string> {
  return String((await bench.upload('image/jpeg', JPEG)).json['id']);
}

/** Puts an approved template with one more component into the stand-in. */
function planted(bench: Bench, name: string, component: object): void {
  bench.standIn.parts.templates.save({
    id: name,
    name,
    language: 'en_US',
    status: 'APPROVED',
    category: 'MARKETING',
    parameter_format: 'POSITIONAL',
    components: [{ type: 'BODY', text: 'Look!' }, { ...component }],
  });
}

describe('a template send that WhatsApp refuses', () => {
  for (const { title, name, language, components, code, says } of CASES) {
    it(`is answered with ${code} for ${title}`, async (context) => {
      const bench = await openBench(context);
      const id = await uploadedImage(bench);
      const { code: actual, text: details } = refusal(await bench.send(template(name, components(id), language)));
      assert.equal(actual, code, details);
      assert.match(details, says);
    });
  }

  it('is 132016 for a template that was disabled', async (context) => {
    const bench = await openBench(context);
    const { templates } = bench.standIn.parts;
    const stored = templates.find('service_restored', 'en_US');
    assert.ok(stored);
    templates.save({ ...stored, status: 'DISABLED' });
    assert.equal(refusal(await bench.send(template('service_restored', []))).code, 132016);
  });

  it('is 131008 or 131009 for products without a thumbnail or a title', async (context) => {
    const bench = await openBench(context);
    planted(bench, 'lamps', { type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] });
    const items = [{ product_retailer_id: 'lamp' }];
    const products = (action: object): object => button('mpm', 0, { type: 'action', action });
    const refusedWith = async (action: object): Promise<number> =>
      refusal(await bench.send(template('lamps', [products(action)]))).code;
    assert.equal(await refusedWith({ sections: [{ title: 'Lamps', product_items: items }] }), 131008);
    const thumbnail = { thumbnail_product_retailer_id: 'lamp' };
    assert.equal(await refusedWith({ ...thumbnail, sections: [{ product_items: items }] }), 131009);
    assert.equal(
      await refusedWith({ ...thumbnail, sections: [{ title: 'x'.repeat(25), product_items: items }] }),
      131009,
    );
    await bench.sent(
      template('lamps', [products({ ...thumbnail, sections: [{ title: 'Lamps', product_items: items }] })]),
    );
  });

  it('is 131062 for an authentication template to a user id', async (context) => {
    const bench = await openBench(context);
    const code = [body(text('123456')), button('url', 0, text('123456'))];
    const answer = await bench.send({ recipient: 'GB.48120377915640028853', ...template('sign_in_code', code) });
    assert.equal(refusal(answer).code, 131062);
  });
});

describe('a template send that WhatsApp accepts', () => {
  const shown = async (
    bench: Bench,
    name: string,
    components: object[],
    language?: string,
  ): Promise<RenderedTemplate> => {
    await bench.sent(template(name, components, language));
    await bench.settle();
    const [message] = await bench.thread('amara');
    assert.ok(message?.rendered, `${name} has not reached the phone`);
    return message.rendered;
  };

  it('shows header, body, footer and quick replies with the values put in', async (context) => {
    const bench = await openBench(context);
    const rendered = await shown(
      bench,
      'appointment_reminder',
      [
        header(text('Freitag')),
        body(text('Zoë'), text('Anprobe'), text('9:00')),
        button('QUICK_REPLY', '1', { type: 'payload', payload: 'later' }),
      ],
      'de',
    );
    assert.deepEqual(rendered.header, { kind: 'text', text: 'Ihr Termin am Freitag' });
    assert.equal(rendered.body, 'Hallo Zoë, wir freuen uns auf Ihre *Anprobe* um 9:00 Uhr. Passt das noch?');
    assert.equal(rendered.footer, 'Fernweh Outdoor, Hafenstraße 12');
    assert.deepEqual(
      rendered.buttons.map((shownButton) => shownButton.payload),
      ['Ich komme', 'later'],
    );
  });

  it('takes named values in any order', async (context) => {
    const bench = await openBench(context);
    const id = await uploadedImage(bench);
    const rendered = await shown(bench, 'order_shipped', [
      { type: 'HEADER', parameters: [{ type: 'IMAGE', image: { id } }] },
      body(...[...names].reverse()),
      button('url', '0', text('FW-1?a=$&b')),
    ]);
    assert.match(rendered.body, /Good news, A! Order 1 .* Monday/);
    assert.deepEqual(rendered.header, { kind: 'image', id });
    assert.equal(rendered.buttons[0]?.url, 'https://track.example.com/FW-1?a=$&b');
    assert.equal(rendered.buttons[1]?.phoneNumber, '+15550783881');
  });

  it('prints the fallback of currency and date values', async (context) => {
    const bench = await openBench(context);
    const currency = { type: 'currency', currency: { fallback_value: '$50', code: 'USD', amount_1000: 50_000 } };
    assert.match((await shown(bench, 'browse_catalog', [body(currency)])).body, /above \$50\.$/);
  });

  it('shows a place', async (context) => {
    const bench = await openBench(context);
    const location = { latitude: '53.5', longitude: '10', name: 'Harbour' };
    const rendered = await shown(bench, 'pickup_ready', [
      header({ type: 'location', location }),
      body(text('1'), text('2')),
    ]);
    assert.deepEqual(rendered.header, { kind: 'location', latitude: 53.5, longitude: 10, name: 'Harbour' });
  });

  it('plays a GIF as the short video that it is', async (context) => {
    const bench = await openBench(context);
    planted(bench, 'wave', { type: 'HEADER', format: 'GIF' });
    const gif = { link: 'https://files.test/wave.mp4' };
    const rendered = await shown(bench, 'wave', [header({ type: 'gif', gif })]);
    assert.deepEqual(rendered.header, { kind: 'video', ...gif });
  });

  it('shows an offer with its end and its code', async (context) => {
    const bench = await openBench(context);
    const rendered = await shown(bench, 'weekend_offer', [image(await uploadedImage(bench)), ...GOOD_OFFER]);
    assert.deepEqual(rendered.offer, { text: 'Ends on Sunday', expiresAt: 1 });
    assert.equal(rendered.buttons[0]?.code, 'RAIN25');
  });

  it('shows every card of a carousel', async (context) => {
    const bench = await openBench(context);
    const id = await uploadedImage(bench);
    const cards = carousel(
      card(2, id),
      card(0, id, button('quick_reply', 0, { type: 'payload', payload: 'stove' })),
      card(1, id),
    );
    const rendered = await shown(bench, 'season_picks', [body(text('Noor')), cards]);
    assert.deepEqual(
      rendered.cards?.map(({ index }) => index),
      [0, 1, 2],
    );
    assert.equal(rendered.cards?.[0]?.buttons[0]?.payload, 'stove');
  });

  it('puts a one-time code into body and button', async (context) => {
    const bench = await openBench(context);
    const rendered = await shown(bench, 'sign_in_code', [body(text('707070')), button('url', '0', text('707070'))]);
    assert.match(rendered.body, /^\*707070\* is your/);
    assert.match(rendered.buttons[0]?.url ?? '', /code=otp707070$/);
  });

  it('is answered with message_status', async (context) => {
    const bench = await openBench(context);
    const { json } = await bench.send(template('service_restored', []));
    assert.equal((json['messages'] as { message_status: string }[])[0]?.message_status, 'accepted');
  });
});
