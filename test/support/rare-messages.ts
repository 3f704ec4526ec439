import type {
  Author,
  Content,
  Interactive,
  InteractiveAction,
  Message,
  TemplateButton,
  TemplateDefinition,
  TemplateMessage,
} from 'wa-desk/domain';
import { inbound, JONAS, outbound, stored, text } from './messages.js';

const PHOTO = stored('photo', { mimeType: 'image/jpeg', width: 640, height: 400 });
const FILM = stored('video', { mimeType: 'video/mp4', width: 640, height: 360, durationMs: 42_000 });
const LABEL = stored('doc', { mimeType: 'application/pdf', size: 184_000, fileName: 'Return-label.pdf' });
const SYSTEM: Author = { kind: 'system' };
const TARIQ: Author = { kind: 'contact', contactId: 'tariq', name: 'Tariq Aziz' };

/** Examples of the kinds of message that are met less often, by a name that says what each shows. */
export function rareSamples(): Readonly<Record<string, readonly Message[]>> {
  return { ...fromContacts(), ...unsupported(), ...lines(), ...asked(), ...goods(), ...notificationKinds() };
}

function fromContacts(): Record<string, readonly Message[]> {
  const ages = 'It worked fine all spring.\n'.repeat(24);
  return {
    'emoji one by one': ['🙌', '🙌🚲💡', '👨‍👩‍👧‍👦', '🙌🚲💡✨'].map((body) => inbound(text(body))),
    'long text': [
      inbound(text(`The *story* of my light.\n${ages}Then it went out. Write to https://shop.example/light`)),
      outbound(text('One paragraph that goes on and on, as letters do. '.repeat(40))),
    ],
    'other scripts': [inbound(text('שלום! האם האור *במלאי*?\nOrder LN-48213')), outbound(text('نعم، متوفر: 14 قطعة'))],
    'animated sticker': [
      inbound({ kind: 'sticker', animated: true, media: stored('wave', { width: 512, height: 512 }) }),
    ],
    group: [
      inbound(text('Who rides on Sunday?'), { groupId: 'g1', author: TARIQ }),
      inbound(text('The workshop is open until 14:00.'), { groupId: 'g1', author: JONAS }),
    ],
    automation: [outbound(text('Thank you! We answer within the hour.'), { author: { kind: 'automation' } })],
    'full contact card': [
      inbound({
        kind: 'contacts',
        cards: [
          {
            name: { formatted: 'Lena Hoff' },
            organization: { company: 'Hoff Bikes', department: 'Workshop', title: 'Head' },
            addresses: [{ street: 'Torstraße 140', zip: '10119', city: 'Berlin', country: 'Germany' }],
            birthday: '1990-04-12',
            phones: [{ phone: '+49 151 5550 2210' }, { phone: '+49 30 5550 1000' }],
            emails: [{ email: 'lena@hoff.example' }],
            urls: [{ url: 'https://hoff.example' }],
          },
          { name: { formatted: 'Otto Hoff' }, phones: [{ phone: '+49 151 5550 2211' }] },
        ],
      }),
    ],
    'call permission': [
      inbound({ kind: 'call-permission', response: 'accept', permanent: true }),
      inbound({ kind: 'call-permission', response: 'reject' }),
    ],
    'unreadable answers': [inbound({ kind: 'form-answer', name: 'flow', unreadable: '{"part": "Rear li' })],
    'order without prices': [
      inbound({
        kind: 'order',
        items: [
          { productId: 'PRO-80', quantity: 1, price: 89, currency: 'EUR' },
          { productId: 'GIFT', quantity: 3 },
        ],
      }),
    ],
    'failed media': [
      inbound({ kind: 'video', media: stored('gone', { state: 'expired' }) }),
      inbound(
        { kind: 'document', media: stored('big', { state: 'failed' }), fileName: 'Plan.pdf' },
        {
          problems: [{ code: 131052 }],
        },
      ),
    ],
    'edit without its message': [
      inbound({ kind: 'edit', target: { providerId: 'gone' }, content: text('To the office, please') }),
    ],
  };
}

function unsupported(): Record<string, readonly Message[]> {
  const unknown = (type: string | undefined, code = 131051): Message =>
    inbound({ kind: 'unsupported', ...(type === undefined ? {} : { type }) }, { problems: [{ code }] });
  return {
    'unsupported kinds': [
      unknown('poll_creation'),
      unknown('location'),
      unknown('view_once'),
      unknown('group_invite'),
      unknown('never_heard_of'),
      unknown(undefined),
      unknown(undefined, 131060),
    ],
  };
}

function lines(): Record<string, readonly Message[]> {
  const call = (outcome: string, rest: Partial<Extract<Content, { kind: 'call' }>> = {}): Message =>
    inbound({ kind: 'call', callId: outcome, event: 'terminate', outcome, direction: 'from-contact', ...rest });
  return {
    calls: [
      call('COMPLETED', { durationMs: 192_000 }),
      call('FAILED'),
      call('REJECTED', { direction: 'from-business' }),
      inbound({ kind: 'call', callId: 'c', event: 'connect', direction: 'from-contact' }),
    ],
    changes: [
      inbound(
        {
          kind: 'system',
          change: 'user_changed_number',
          previousPhoneNumber: '+4915155501288',
          phoneNumber: '+4915155501289',
        },
        { author: SYSTEM },
      ),
      inbound({ kind: 'system', change: 'customer_identity_changed' }, { author: SYSTEM }),
      inbound({ kind: 'system', change: 'something_new', body: 'Mara joined by a link' }, { author: SYSTEM }),
      outbound({ kind: 'pin', operation: 'pin', target: { providerId: 'gone' }, days: 7 }),
    ],
  };
}

function asked(): Record<string, readonly Message[]> {
  const carousel = interactive('Two that fit:', {
    kind: 'carousel',
    cards: ['Pro 80', 'Lock'].map((title, index) => ({
      index,
      header: { kind: 'image', media: PHOTO },
      body: title,
      action: { kind: 'buttons', buttons: [{ id: `more-${String(index)}`, title: `More on ${title}` }] },
    })),
  });
  const yesNo: InteractiveAction = {
    kind: 'buttons',
    buttons: [
      { id: 'yes', title: 'It fits' },
      { id: 'no', title: 'It does not' },
    ],
  };
  return {
    'carousel answered': [
      carousel,
      inbound(
        { kind: 'choice', of: 'button', id: 'more-1', title: 'More on Lock' },
        { quote: { messageId: carousel.id } },
      ),
    ],
    'buttons under media': [
      interactive('Does it look like this?', yesNo, { header: { kind: 'image', media: PHOTO } }),
      interactive('Does it move like this?', yesNo, { header: { kind: 'video', media: FILM } }),
      interactive('Is it on the label?', yesNo, { header: { kind: 'document', media: LABEL }, footer: 'Page 2' }),
    ],
    'list without a word for its button': [
      interactive('When shall we ride?', {
        kind: 'list',
        button: '',
        sections: [
          {
            rows: [
              { id: 'sat', title: 'Saturday' },
              { id: 'sun', title: 'Sunday' },
            ],
          },
        ],
      }),
    ],
  };
}

function goods(): Record<string, readonly Message[]> {
  return {
    'product carousel': [
      interactive('Two that fit:', {
        kind: 'carousel',
        cards: ['PRO-80', 'LOCK-1'].map((productId, index) => ({
          index,
          action: { kind: 'product', catalogId: 'c', productId },
        })),
      }),
    ],
    'catalog with a picture': [interactive('Our lights', { kind: 'catalog', thumbnailProductId: 'PRO-80' })],
    'order on its way': [
      interactive('Your order has left us.', {
        kind: 'order-status',
        referenceId: 'LN-48213',
        status: 'shipped',
        description: 'With the van of 25 November',
      }),
    ],
  };
}

function interactive(body: string, action: InteractiveAction, rest: Partial<Interactive> = {}): Message {
  return outbound({ kind: 'interactive', interactive: { body, action, ...rest } });
}

const EVERY_BUTTON: readonly TemplateButton[] = [
  { kind: 'quick-reply', text: 'Works for me' },
  { kind: 'url', text: 'Track it', url: 'https://track.example/{{1}}' },
  { kind: 'phone', text: 'Call the shop', phoneNumber: '+493055501000' },
  { kind: 'copy-code', text: 'Copy the code', example: 'LIGHT10' },
  { kind: 'flow', text: 'Rate us' },
  { kind: 'catalog', text: 'See the catalog' },
  { kind: 'multi-product', text: 'See the items' },
  { kind: 'order-details', text: 'Review and pay' },
  { kind: 'contact-request', text: 'Share my number' },
  { kind: 'voice-call', text: 'Call on WhatsApp' },
  { kind: 'other', text: 'Something newer', type: 'NEWER' },
];

function notificationKinds(): Record<string, readonly Message[]> {
  return {
    'notification with every button': [template({ buttons: EVERY_BUTTON, footer: 'Nordlicht GmbH' })],
    'notification video': [
      template({ header: { kind: 'video' } }, { header: { kind: 'video', media: FILM } }),
      template({ header: { kind: 'gif' } }, { header: { kind: 'gif', media: FILM } }),
    ],
    'notification product': [
      template({ header: { kind: 'product' } }, { header: { kind: 'product', productId: 'PRO-80' } }),
    ],
    'notification without its picture': [template({ header: { kind: 'image' } })],
    'notification products': [
      template(
        { buttons: [{ kind: 'multi-product', text: 'See the items' }] },
        {
          buttons: [
            {
              kind: 'multi-product',
              index: 0,
              sections: [{ title: 'Lights', productIds: ['PRO-80', 'PRO-40'] }],
            },
          ],
        },
      ),
    ],
    'notification order': [
      template({}, { orderStatus: { referenceId: 'LN-48213', status: 'processing' } }),
      template({ callPermissionRequest: true }),
    ],
  };
}

function template(definition: Partial<TemplateDefinition>, rest: Partial<TemplateMessage> = {}): Message {
  return outbound({
    kind: 'template',
    template: {
      name: 'sample',
      language: 'en',
      definition: {
        name: 'sample',
        language: 'en',
        category: 'marketing',
        status: 'approved',
        parameters: 'positional',
        body: { text: 'The *Pro 80 lux* is back in stock.' },
        buttons: [],
        ...definition,
      },
      ...rest,
    },
  });
}
