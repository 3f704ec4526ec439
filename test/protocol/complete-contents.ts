import type { Author, Content, Quote } from '../../src/domain/message.js';
import type { MediaRef, MediaSource } from '../../src/domain/attachment.js';
import type { WhatsAppProblem } from '../../src/domain/errors.js';
import type {
  Amount,
  CarouselCard,
  InteractiveAction,
  InteractiveHeader,
  OrderDetails,
  OrderProgress,
  ProductSection,
} from '../../src/domain/interactive.js';
import type {
  TemplateButton,
  TemplateButtonValue,
  TemplateDefinition,
  TemplateHeader,
  TemplateHeaderValue,
  TemplateText,
  TemplateValue,
} from '../../src/domain/template.js';
import type { Complete, EachKind } from './complete.js';

/** WhatsApp's own address of a medium is the one thing that stays with the gateway. */
export const SOURCES = {
  stored: { kind: 'stored', id: 'f1' },
  provider: { kind: 'provider', id: '9' },
  link: { kind: 'link', url: 'https://x.example/v.mp4' },
} as const satisfies Record<MediaSource['kind'], MediaSource>;

export const media = {
  source: SOURCES.stored,
  mimeType: 'image/jpeg',
  sha256: 'abc',
  size: 10,
  fileName: 'a.jpg',
  width: 2,
  height: 3,
  durationMs: 4,
  waveform: [1, 2],
  state: 'fetching',
} as const satisfies Complete<MediaRef>;

export const quote = {
  messageId: 'm0',
  providerId: 'wamid.0',
  authorPhone: '46',
  authorUserId: 'SE.1',
} as const satisfies Complete<Quote>;

export const problem = {
  code: 131026,
  title: 't',
  message: 'm',
  details: 'd',
  href: 'https://x.example',
} as const satisfies Complete<WhatsAppProblem>;

export const AUTHORS = {
  contact: { kind: 'contact', contactId: 'p1', name: 'Mara' },
  agent: { kind: 'agent', agentId: 'a', name: 'Ana' },
  automation: { kind: 'automation', name: 'Bot' },
  'phone-app': { kind: 'phone-app' },
  system: { kind: 'system' },
} as const satisfies EachKind<Author>;

const amount = { value: 100, offset: 100, description: 'd', programName: 'p' } as const satisfies Complete<Amount>;
const sections = [{ title: 's', productIds: ['p'] }] as const satisfies readonly Complete<ProductSection>[];
const buttons = [{ id: '1', title: 't' }] as const;
const link = { label: 'l', url: 'https://x.example', paymentPreview: true } as const;

const progress = {
  referenceId: 'r',
  status: 'shipped',
  description: 'd',
  payment: { a: 1 },
} as const satisfies Complete<OrderProgress>;

const order = {
  referenceId: 'r',
  goods: 'digital-goods',
  orderType: 'quick_pay',
  description: 'd',
  currency: 'INR',
  total: amount,
  status: 'pending',
  items: [{ name: 'n', productId: 'p', quantity: 2, amount, saleAmount: amount, extra: { country: 'IN' } }],
  subtotal: amount,
  tax: amount,
  shipping: amount,
  discount: amount,
  catalogId: 'c',
  expiration: { at: '1' },
  payment: { type: 'upi', settings: [1, null, { a: true }] },
} as const satisfies Complete<OrderDetails>;

export const HEADERS = {
  text: { kind: 'text', text: 'h', subText: 's' },
  image: { kind: 'image', media },
  video: { kind: 'video', media },
  document: { kind: 'document', media },
} as const satisfies EachKind<InteractiveHeader>;

const CARD_ACTIONS = {
  link: { kind: 'link', ...link },
  buttons: { kind: 'buttons', buttons },
  product: { kind: 'product', catalogId: 'c', productId: 'p' },
} as const satisfies EachKind<CarouselCard['action']>;

const cards = Object.values(CARD_ACTIONS).map(
  (action, index) => ({ index, header: HEADERS.text, body: 'b', action }) satisfies Complete<CarouselCard>,
);

export const ACTIONS = {
  ...CARD_ACTIONS,
  list: { kind: 'list', button: 'b', sections: [{ title: 's', rows: [{ id: '1', title: 't', description: 'd' }] }] },
  flow: {
    kind: 'flow',
    label: 'l',
    flowId: '1',
    flowName: 'n',
    version: '3',
    token: 't',
    mode: 'draft',
    action: 'navigate',
    screen: 'S',
    data: { a: [1] },
  },
  'location-request': { kind: 'location-request' },
  'contact-request': { kind: 'contact-request' },
  'address-request': {
    kind: 'address-request',
    country: 'IN',
    values: { a: 1 },
    savedAddresses: [{ id: '1' }],
    validationErrors: { a: 'b' },
  },
  'product-list': { kind: 'product-list', catalogId: 'c', sections },
  catalog: { kind: 'catalog', thumbnailProductId: 'p' },
  carousel: { kind: 'carousel', cards },
  'call-permission-request': { kind: 'call-permission-request' },
  call: { kind: 'call', label: 'l', ttlMinutes: 5, payload: 'p' },
  'order-details': { kind: 'order-details', ...order },
  'order-status': { kind: 'order-status', ...progress },
} as const satisfies EachKind<InteractiveAction>;

const templateText = { text: 'Hi {{1}}', examples: { '1': 'x' } } as const satisfies Complete<TemplateText>;

export const TEMPLATE_HEADERS = {
  text: { kind: 'text', ...templateText },
  image: { kind: 'image', example: 'e' },
  video: { kind: 'video', example: 'e' },
  document: { kind: 'document', example: 'e' },
  gif: { kind: 'gif', example: 'e' },
  location: { kind: 'location' },
  product: { kind: 'product' },
} as const satisfies EachKind<TemplateHeader>;

const TEMPLATE_BUTTONS = {
  'quick-reply': { kind: 'quick-reply', text: 't' },
  url: {
    kind: 'url',
    text: 't',
    url: 'https://x.example/{{1}}',
    example: 'e',
    appDeepLink: { metaAppId: '1', androidUrl: 'x://', androidFallbackUrl: 'https://x.example' },
  },
  phone: { kind: 'phone', text: 't', phoneNumber: '+46' },
  'copy-code': { kind: 'copy-code', text: 't', example: 'e' },
  otp: {
    kind: 'otp',
    text: 't',
    otp: 'one-tap',
    autofillText: 'a',
    apps: [{ packageName: 'p', signatureHash: 's' }],
    zeroTapTermsAccepted: true,
  },
  flow: {
    kind: 'flow',
    text: 't',
    flowId: '1',
    flowName: 'n',
    flowJson: '{}',
    action: 'navigate',
    screen: 'S',
    icon: 'i',
  },
  catalog: { kind: 'catalog', text: 't' },
  'multi-product': { kind: 'multi-product', text: 't' },
  product: { kind: 'product', text: 't' },
  'order-details': { kind: 'order-details', text: 't' },
  'contact-request': { kind: 'contact-request', text: 't' },
  'voice-call': { kind: 'voice-call', text: 't', ttlMinutes: 5 },
  other: { kind: 'other', text: 't', type: 'HOLOGRAM' },
} as const satisfies EachKind<TemplateButton>;

export const definition = {
  id: '1',
  name: 't',
  language: 'en',
  languages: ['en', 'sv'],
  category: 'other',
  otherCategory: 'SERVICE',
  previousCategory: 'MARKETING',
  correctCategory: 'UTILITY',
  subCategory: 'ORDER',
  status: 'unknown',
  otherStatus: 'NEW',
  statusReason: 'r',
  parameters: 'named',
  header: TEMPLATE_HEADERS.text,
  body: templateText,
  footer: 'f',
  buttons: Object.values(TEMPLATE_BUTTONS),
  carousel: [{ header: TEMPLATE_HEADERS.image, body: templateText, buttons: [TEMPLATE_BUTTONS.url] }],
  limitedTimeOffer: { text: 't', expires: true },
  callPermissionRequest: true,
  authentication: { securityRecommendation: true, expiresAfterMinutes: 5 },
  quality: 'GREEN',
  qualityAt: 5,
  sendTtlSeconds: 60,
  libraryTemplateName: 'l',
  linkTrackingOptedOut: true,
  categoryChangeAllowed: true,
  primaryDeviceOnly: true,
  displayFormat: 'ORDER_DETAILS',
} as const satisfies Complete<TemplateDefinition>;

const VALUES = {
  text: { kind: 'text', text: 'x', name: 'n' },
  currency: { kind: 'currency', fallback: '€1', code: 'EUR', amount1000: 1000, name: 'n' },
  'date-time': { kind: 'date-time', fallback: 'today', parts: { day: 1 }, name: 'n' },
} as const satisfies EachKind<TemplateValue>;

export const HEADER_VALUES = {
  ...VALUES,
  image: { kind: 'image', media },
  video: { kind: 'video', media },
  document: { kind: 'document', media },
  gif: { kind: 'gif', media },
  location: { kind: 'location', latitude: 1, longitude: 2, name: 'n', address: 'a' },
  product: { kind: 'product', productId: 'p', catalogId: 'c' },
} as const satisfies EachKind<TemplateHeaderValue>;

const BUTTON_VALUES = {
  'quick-reply': { kind: 'quick-reply', index: 0, payload: 'p' },
  url: { kind: 'url', index: 1, text: 's', paymentPreview: true },
  'copy-code': { kind: 'copy-code', index: 2, code: 'c' },
  flow: { kind: 'flow', index: 3, token: 't', data: { a: 1 } },
  catalog: { kind: 'catalog', index: 4, thumbnailProductId: 'p' },
  'multi-product': { kind: 'multi-product', index: 5, thumbnailProductId: 'p', sections },
  'order-details': { kind: 'order-details', index: 6, order },
  'voice-call': { kind: 'voice-call', index: 7, ttlMinutes: 5, payload: 'p' },
} as const satisfies EachKind<TemplateButtonValue>;

/** Every kind of content, each with every property that the domain names. */
export const COMPLETE_CONTENTS = {
  text: { kind: 'text', body: 'Hi', previewLink: true },
  image: { kind: 'image', media, caption: 'c' },
  video: { kind: 'video', media, caption: 'c' },
  audio: { kind: 'audio', media, voice: true },
  document: { kind: 'document', media, caption: 'c', fileName: 'a.pdf' },
  sticker: { kind: 'sticker', media, animated: true },
  location: {
    kind: 'location',
    coordinates: { latitude: 1.5, longitude: -2 },
    name: 'n',
    address: 'a',
    url: 'https://x.example',
  },
  contacts: {
    kind: 'contacts',
    cards: [
      {
        name: { formatted: 'Dr M L', first: 'M', last: 'L', middle: 'x', prefix: 'Dr', suffix: 'Jr' },
        phones: [{ phone: '+46', waId: '46', type: 'CELL', userId: 'SE.1' }],
        emails: [{ email: 'm@x.example', type: 'WORK' }],
        addresses: [
          { street: 's', city: 'Lund', state: 'st', zip: 'z', country: 'Sweden', countryCode: 'SE', type: 'HOME' },
        ],
        urls: [{ url: 'https://x.example', type: 'WORK' }],
        organization: { company: 'X', department: 'Y', title: 'Z' },
        birthday: '2000-01-01',
        origin: 'other',
        vcard: 'BEGIN:VCARD',
      },
    ],
  },
  interactive: {
    kind: 'interactive',
    interactive: { header: HEADERS.text, body: 'b', footer: 'f', action: ACTIONS.list },
  },
  template: {
    kind: 'template',
    template: {
      name: 't',
      language: 'en',
      languagePolicy: 'deterministic',
      header: HEADER_VALUES.text,
      body: Object.values(VALUES),
      buttons: Object.values(BUTTON_VALUES),
      cards: [{ index: 0, header: HEADER_VALUES.image, body: [VALUES.text], buttons: [BUTTON_VALUES.url] }],
      offerExpiresAt: 5,
      tapTargets: [{ url: 'https://x.example', title: 't' }],
      orderStatus: progress,
      definition,
    },
  },
  choice: { kind: 'choice', of: 'list', title: 't', id: '1', description: 'd' },
  'form-answer': { kind: 'form-answer', name: 'flow', body: 'b', answers: { a: [1, null] }, unreadable: '{' },
  'call-permission': {
    kind: 'call-permission',
    response: 'accept',
    permanent: true,
    expiresAt: 5,
    source: 'user_action',
  },
  order: {
    kind: 'order',
    catalogId: 'c',
    text: 't',
    items: [{ productId: 'p', quantity: 1, price: 2.5, currency: 'EUR' }],
  },
  reaction: { kind: 'reaction', emoji: '👍', target: quote },
  edit: { kind: 'edit', target: quote, content: { kind: 'text', body: 'new', previewLink: false } },
  revoke: { kind: 'revoke', target: quote },
  call: {
    kind: 'call',
    callId: 'c',
    event: 'connect',
    direction: 'from-contact',
    outcome: 'COMPLETED',
    startedAt: 1,
    endedAt: 2,
    durationMs: 1,
  },
  pin: { kind: 'pin', operation: 'pin', target: quote, days: 7 },
  system: {
    kind: 'system',
    change: 'user_changed_number',
    body: 'b',
    phoneNumber: '+1',
    previousPhoneNumber: '+2',
    userId: 'US.1',
    previousUserId: 'US.0',
    parentUserId: 'US.P1',
    previousParentUserId: 'US.P0',
    identityHash: 'h',
  },
  welcome: { kind: 'welcome' },
  'media-placeholder': { kind: 'media-placeholder' },
  unsupported: { kind: 'unsupported', type: 'poll', data: { options: ['a'] } },
} as const satisfies EachKind<Content>;
