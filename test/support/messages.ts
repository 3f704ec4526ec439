import type { Author, Content, Delivery, Interactive, MediaRef, Message, TemplateDefinition } from 'wa-desk/domain';

/** 24 November 2026, 09:31 UTC: the present of all sample data. */
export const SAMPLE_NOW = Date.UTC(2026, 10, 24, 9, 31);

export const MARA: Author = { kind: 'contact', contactId: 'mara', name: 'Mara Lindqvist' };
export const JONAS: Author = { kind: 'agent', agentId: 'jonas', name: 'Jonas Weber' };
const PRIYA: Author = { kind: 'agent', agentId: 'priya', name: 'Priya Nair' };
const READ: Delivery = { status: 'read', at: SAMPLE_NOW };

let count = 0;

/** A message of the contact with `content`; `rest` changes anything. */
export function inbound(content: Content, rest: Partial<Message> = {}): Message {
  count += 1;
  const at = rest.originAt ?? SAMPLE_NOW;
  return {
    id: `m${String(count)}`,
    sessionId: 's1',
    channelId: 'orders-eu',
    author: MARA,
    content,
    originAt: at,
    arrivedAt: at,
    seq: count,
    providerId: `wamid.sample${String(count)}`,
    ...rest,
  };
}

/** A message of the agent with `content`, read by the contact unless `rest` says otherwise. */
export function outbound(content: Content, rest: Partial<Message> = {}): Message {
  return inbound(content, { author: JONAS, delivery: READ, ...rest });
}

export const text = (body: string): Content => ({ kind: 'text', body });

export const stored = (id: string, rest: Partial<MediaRef> = {}): MediaRef => ({
  source: { kind: 'stored', id },
  ...rest,
});

export const PHOTO = stored('photo', { mimeType: 'image/png', width: 640, height: 400, size: 84_000 });
export const FILM = stored('film', {
  mimeType: 'video/mp4',
  width: 640,
  height: 360,
  durationMs: 42_000,
  size: 2_400_000,
});
export const VOICE = stored('voice', {
  mimeType: 'audio/ogg; codecs=opus',
  durationMs: 23_000,
  size: 46_000,
  waveform: Array.from({ length: 44 }, (_, index) => 20 + Math.abs(Math.sin(index * 0.9) * 70)),
});
export const LABEL = stored('label', {
  mimeType: 'application/pdf',
  size: 184_000,
  fileName: 'Return-label-LN-48213.pdf',
});

const CHOOSE_PLACE: Interactive = {
  header: { kind: 'text', text: 'Where shall we send the light?' },
  body: 'Choose one, you can change it until 12:00.',
  footer: 'Reply within the day and it leaves with today’s van.',
  action: {
    kind: 'buttons',
    buttons: [
      { id: 'home', title: 'Home, Kantstraße 12' },
      { id: 'office', title: 'Office, Torstraße 140' },
      { id: 'shop', title: 'Pick-up shop Mitte' },
    ],
  },
};

const CHOOSE_TIME: Interactive = {
  header: { kind: 'text', text: 'Choose a time' },
  body: 'When should the courier come?',
  footer: 'Times are for Berlin',
  action: {
    kind: 'list',
    button: 'See times',
    sections: [
      {
        title: 'Wednesday 25 November',
        rows: [
          { id: 'w1', title: '10:00 to 12:00', description: 'Van, 2 people' },
          { id: 'w2', title: '14:00 to 16:00', description: 'Van, 1 person' },
        ],
      },
      { title: 'Thursday 26 November', rows: [{ id: 't1', title: '10:00 to 12:00', description: 'Bicycle courier' }] },
    ],
  },
};

const DELIVERY_TEMPLATE: TemplateDefinition = {
  name: 'delivery_date',
  language: 'en',
  category: 'utility',
  status: 'approved',
  parameters: 'positional',
  header: { kind: 'text', text: 'Your delivery' },
  body: { text: 'Hi {{1}}, the van comes on *{{2}}*.' },
  footer: 'Nordlicht GmbH',
  buttons: [
    { kind: 'quick-reply', text: 'Works for me' },
    { kind: 'quick-reply', text: 'Another day' },
  ],
};

/** One example of each kind of message, by a name that says what it shows. */
export function samples(): Readonly<Record<string, readonly Message[]>> {
  return { ...bothWays(), ...answers(), ...notifications(), ...marks() };
}

function bothWays(): Record<string, readonly Message[]> {
  const product = inbound(text('Does it fit my bike?'), { product: { productId: 'Pro 80 lux', catalogId: 'c1' } });
  return {
    text: [inbound(text('Hi! Is the light in stock?')), outbound(text('Yes, 14 pieces in Leipzig.'))],
    formatting: [
      inbound(
        text(
          '*bold*, _italic_, ~strike~, `inline`\n* bullet\n- bullet\n3. numbered from 3\n> quoted line\n```mono block\n  keeps spaces```',
        ),
      ),
      outbound(
        text(
          'Steps:\n1. Open the *battery cover*\n2. Press `RESET` for 3 s\n_Then it blinks._ More: https://shop.example/pro-80?a_b=1',
        ),
      ),
    ],
    emoji: [inbound(text('🙌🚲')), outbound(text('Thanks! 👍'))],
    image: [
      inbound({ kind: 'image', media: PHOTO, caption: 'Everything that was in it.' }),
      outbound({ kind: 'image', media: PHOTO }),
    ],
    video: [
      inbound({ kind: 'video', media: FILM }),
      outbound({ kind: 'video', media: FILM, caption: 'How to fit it' }),
    ],
    voice: [
      inbound({ kind: 'audio', voice: true, media: VOICE }),
      outbound({ kind: 'audio', voice: true, media: VOICE }),
    ],
    audio: [inbound({ kind: 'audio', media: { ...VOICE, fileName: 'squeak.m4a', mimeType: 'audio/mp4' } })],
    document: [
      inbound({ kind: 'document', media: stored('d'), fileName: 'Complaint.docx' }),
      outbound({ kind: 'document', media: LABEL, fileName: LABEL.fileName ?? '', caption: 'Print or show it.' }),
    ],
    sticker: [inbound({ kind: 'sticker', media: stored('sticker', { width: 512, height: 512 }) })],
    location: [
      inbound({
        kind: 'location',
        coordinates: { latitude: 52.5296, longitude: 13.4012 },
        name: 'Nordlicht Studio',
        address: 'Torstraße 140, 10119 Berlin',
      }),
      outbound({ kind: 'location', coordinates: { latitude: 52.5296, longitude: 13.4012 } }),
    ],
    contacts: [
      inbound({
        kind: 'contacts',
        cards: [
          {
            name: { formatted: 'Lena Hoff' },
            phones: [{ phone: '+49 151 5550 2210', type: 'CELL' }],
            emails: [{ email: 'lena@hoff.example' }],
          },
        ],
      }),
      inbound({
        kind: 'contacts',
        cards: [{ name: { formatted: 'Bank Support' }, phones: [{ phone: '+1 800 555 0100', waId: '5511999990001' }] }],
      }),
      inbound({
        kind: 'contacts',
        cards: [{ phones: [{ phone: '+4915155501288', waId: '4915155501288' }], origin: 'contact_request' }],
      }),
    ],
    product: [
      product,
      outbound({
        kind: 'interactive',
        interactive: { body: 'The Pro 80 lux.', action: { kind: 'product', catalogId: 'c', productId: 'PRO-80' } },
      }),
    ],
  };
}

function answers(): Record<string, readonly Message[]> {
  const question = outbound({ kind: 'interactive', interactive: CHOOSE_PLACE });
  const list = outbound({ kind: 'interactive', interactive: CHOOSE_TIME });
  const interactive = (value: Interactive): Message => outbound({ kind: 'interactive', interactive: value });
  const choice = (of: 'button' | 'list', id: string, title: string, to: Message, at = 0): Message =>
    inbound({ kind: 'choice', of, id, title }, { quote: { messageId: to.id }, originAt: SAMPLE_NOW + at });
  return {
    buttons: [
      question,
      choice('button', 'office', 'Office, Torstraße 140', question, -600_000),
      choice('button', 'shop', 'Pick-up shop Mitte', question),
    ],
    list: [list, choice('list', 'w2', '14:00 to 16:00', list)],
    link: [
      interactive({
        body: 'Pay the difference of 24 €.',
        footer: 'Valid for 24 hours',
        action: { kind: 'link', label: 'Pay now', url: 'https://pay.example/x' },
      }),
    ],
    flow: [
      interactive({ body: 'Tell us about the damage', action: { kind: 'flow', label: 'Open the form' } }),
      inbound({
        kind: 'form-answer',
        name: 'flow',
        body: 'Sent',
        answers: { part: 'Rear light', visible_since: '2025', flow_token: 'x' },
      }),
    ],
    address: [
      interactive({ body: 'Where do you live?', action: { kind: 'address-request', country: 'IN' } }),
      inbound({
        kind: 'form-answer',
        name: 'address_message',
        answers: { values: { name: 'M. Lindqvist', address: '12 MG Road', city: 'Bengaluru', in_pin_code: '560001' } },
      }),
    ],
    requests: [
      interactive({ body: 'Where should the van stop?', action: { kind: 'location-request' } }),
      interactive({ body: 'May we have your number for the courier?', action: { kind: 'contact-request' } }),
      interactive({ body: 'May we call you about the delivery?', action: { kind: 'call-permission-request' } }),
      inbound({ kind: 'call-permission', response: 'accept', expiresAt: SAMPLE_NOW + 604_800_000 }),
      interactive({ body: 'Talk to the workshop directly.', action: { kind: 'call', label: 'Call now' } }),
    ],
    catalog: [
      interactive({ body: 'Our lights', action: { kind: 'catalog' } }),
      interactive({
        header: { kind: 'text', text: 'For your bike' },
        body: 'Lights and locks that fit.',
        action: {
          kind: 'product-list',
          catalogId: 'c',
          sections: [
            { title: 'Lights', productIds: ['PRO-80', 'PRO-40'] },
            { title: 'Locks', productIds: ['LOCK-1'] },
          ],
        },
      }),
      inbound({
        kind: 'order',
        catalogId: 'c',
        text: 'Please by Friday',
        items: [
          { productId: 'PRO-80', quantity: 2, price: 89, currency: 'EUR' },
          { productId: 'LOCK-1', quantity: 1, price: 39, currency: 'EUR' },
        ],
      }),
    ],
    carousel: [
      interactive({
        body: 'Two that fit:',
        action: {
          kind: 'carousel',
          cards: [
            {
              index: 0,
              header: { kind: 'image', media: PHOTO },
              body: '*Pro 80*\n89.00 €',
              action: { kind: 'link', label: 'Choose', url: 'https://shop.example/1' },
            },
            {
              index: 1,
              header: { kind: 'image', media: PHOTO },
              body: '*Lock*\n39.00 €',
              action: { kind: 'link', label: 'Choose', url: 'https://shop.example/2' },
            },
          ],
        },
      }),
    ],
    payment: [
      interactive({
        body: 'Your order is ready.',
        action: {
          kind: 'order-details',
          referenceId: 'LN-48213',
          currency: 'EUR',
          items: [{ name: 'Pro 80 lux', quantity: 1, amount: { value: 8900, offset: 100 } }],
          discount: { value: 6500, offset: 100 },
          total: { value: 2400, offset: 100 },
        },
      }),
      interactive({
        body: 'Your order has left us.',
        action: { kind: 'order-status', referenceId: 'LN-48213', status: 'shipped' },
      }),
    ],
  };
}

function notifications(): Record<string, readonly Message[]> {
  const template = (definition: Partial<TemplateDefinition>, rest: object = {}): Message =>
    outbound({
      kind: 'template',
      template: { name: 'sample', language: 'en', definition: { ...DELIVERY_TEMPLATE, ...definition }, ...rest },
    });
  const values = {
    body: [
      { kind: 'text', text: 'Mara' },
      { kind: 'text', text: '25 November' },
    ],
  } as const;
  const delivery = template({}, values);
  return {
    'notification text': [
      delivery,
      inbound({ kind: 'choice', of: 'template', title: 'Works for me' }, { quote: { messageId: delivery.id } }),
    ],
    'notification image': [
      template(
        { header: { kind: 'image' }, footer: 'Stop: reply STOP', buttons: [] },
        { ...values, header: { kind: 'image', media: PHOTO } },
      ),
    ],
    'notification document': [
      template(
        { header: { kind: 'document' }, buttons: [] },
        { ...values, header: { kind: 'document', media: LABEL } },
      ),
    ],
    'notification location': [
      template(
        {
          header: { kind: 'location' },
          buttons: [
            { kind: 'phone', text: 'Call the shop', phoneNumber: '+4930' },
            { kind: 'url', text: 'Track it', url: 'https://t.example/{{1}}' },
          ],
        },
        { ...values, header: { kind: 'location', latitude: 52.5, longitude: 13.4, name: 'Shop' } },
      ),
    ],
    'notification offer': [
      template(
        {
          limitedTimeOffer: { text: 'Ends soon', expires: true },
          buttons: [{ kind: 'copy-code', text: 'Copy code LIGHT10' }],
        },
        { ...values, offerExpiresAt: SAMPLE_NOW + 7_200_000 },
      ),
    ],
    'notification code': [
      template(
        {
          authentication: { securityRecommendation: true, expiresAfterMinutes: 10 },
          buttons: [{ kind: 'otp', text: 'Copy code', otp: 'copy-code' }],
        },
        { body: [{ kind: 'text', text: '4471' }] },
      ),
    ],
    'notification missing values': [template({}, { body: [{ kind: 'text', text: 'Mara' }] })],
    'notification carousel': [
      template(
        {
          buttons: [],
          carousel: [
            {
              header: { kind: 'image' },
              body: { text: 'Pro 80' },
              buttons: [{ kind: 'quick-reply', text: 'More like this' }],
            },
            {
              header: { kind: 'image' },
              body: { text: 'Lock' },
              buttons: [{ kind: 'quick-reply', text: 'More like this' }],
            },
          ],
        },
        { ...values, cards: [0, 1].map((index) => ({ index, header: { kind: 'image', media: PHOTO } })) },
      ),
    ],
    'notification of another system': [
      outbound({
        kind: 'template',
        template: { name: 'price_list', language: 'de', body: [{ kind: 'text', text: '24 €' }] },
      }),
    ],
  };
}

function marks(): Record<string, readonly Message[]> {
  const quoted = inbound(text('And can I pay the difference by card?'));
  const failed = (code: number): Partial<Message> => ({
    delivery: { status: 'failed', at: SAMPLE_NOW, problem: { code } },
  });
  const state = (status: Delivery['status']): Message =>
    outbound(text(`State: ${status}`), { delivery: { status, at: SAMPLE_NOW } });
  return {
    quote: [
      quoted,
      outbound(text('Yes, by payment link.'), { quote: { messageId: quoted.id } }),
      inbound(text('Yes, that one.'), { quote: { providerId: 'wamid.gone' } }),
    ],
    forwarded: [inbound(text('Recall of bike lights, series 7'), { forwarded: 'often' })],
    advertisement: [
      inbound(text('Is that still on?'), {
        referral: {
          source: 'ad',
          headline: 'Ride in the light',
          body: 'Lights from 39 €',
          url: 'https://fb.example/ad',
        },
      }),
    ],
    reactions: [
      inbound(text('Tomorrow before noon is great.'), { reactions: [{ author: JONAS, emoji: '👍', at: SAMPLE_NOW }] }),
      outbound(text('It leaves today.'), { reactions: [{ author: MARA, emoji: '❤️', at: SAMPLE_NOW }] }),
    ],
    edited: [
      inbound(text('To the *office* please'), { editedAt: SAMPLE_NOW }),
      inbound(text('x'), { revokedAt: SAMPLE_NOW }),
    ],
    delayed: [
      inbound(text('Sent from the train.'), { originAt: SAMPLE_NOW - 600_000, arrivedAt: SAMPLE_NOW }),
      inbound(text('“packed by team 4”'), { originAt: SAMPLE_NOW + 90_000, arrivedAt: SAMPLE_NOW }),
    ],
    states: (['queued', 'sending', 'sent', 'delivered', 'read'] as const).map(state),
    failed: [
      outbound(text('See you at ten.'), failed(131026)),
      outbound(text('The upgrade would be 24 € more.'), failed(131000)),
      outbound(text('Hello'), failed(131047)),
    ],
    unknown: [outbound(text('I can swap it.'), { delivery: { status: 'unknown', at: SAMPLE_NOW } })],
    held: [
      outbound(text('Your delivery is on its way.'), {
        delivery: { status: 'accepted', at: SAMPLE_NOW, held: 'quality' },
      }),
    ],
    colleague: [
      outbound(text('I take over from Jonas.'), { author: PRIYA }),
      outbound(text('Leipzig has 14 in stock.'), { author: PRIYA, internal: true }),
    ],
    'phone app': [outbound(text('By noon.'), { author: { kind: 'phone-app' } })],
    unsupported: [
      inbound(
        { kind: 'unsupported', type: 'poll_creation' },
        { problems: [{ code: 131051, details: 'Message type is currently not supported.' }] },
      ),
      inbound({ kind: 'image', media: stored('x', { state: 'failed' }) }, { problems: [{ code: 131052 }] }),
      inbound({ kind: 'media-placeholder' }),
    ],
    notices: [
      inbound(
        { kind: 'system', change: 'user_changed_number', phoneNumber: '4915155501289' },
        { author: { kind: 'system' } },
      ),
      inbound({ kind: 'welcome' }),
      inbound({
        kind: 'call',
        callId: 'c',
        event: 'terminate',
        direction: 'from-contact',
        outcome: 'COMPLETED',
        durationMs: 192_000,
      }),
      inbound({ kind: 'reaction', emoji: '❤️', target: { providerId: 'gone' } }),
      inbound({ kind: 'revoke', target: { providerId: 'gone' } }),
    ],
    hostile: [
      inbound(text('<img src=x onerror=alert(1)> javascript:alert(1) https://user:pass@evil.example'), {
        author: { kind: 'contact', contactId: 'mara', name: 'Agent\u202Egnp.exe' },
      }),
      inbound({
        kind: 'document',
        media: stored('e', { mimeType: 'application/pdf' }),
        fileName: 'invoice\u202Efdp.exe',
      }),
    ],
  };
}
