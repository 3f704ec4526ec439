import fc, { type Arbitrary } from 'fast-check';
import type { SendableContent } from '../../src/cloud-api/index.js';
import type {
  CarouselCard,
  ContactCard,
  Interactive,
  InteractiveAction,
  InteractiveHeader,
  JsonObject,
  MediaRef,
  OrderDetails,
  TemplateButtonValue,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateValue,
} from '../../src/domain/index.js';

/** Any domain object with these properties; those of `maybe` may be missing. */
function record<T extends object>(always: object, maybe: object = {}): Arbitrary<T> {
  const model = { ...always, ...maybe } as Record<string, Arbitrary<unknown>>;
  return fc.record(model, { requiredKeys: Object.keys(always) }) as unknown as Arbitrary<T>;
}

const text = fc.string({ minLength: 1, maxLength: 20 });
const count = fc.integer({ min: 0, max: 1000 });
const opaque = fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), {
  maxKeys: 3,
}) as Arbitrary<JsonObject>;

const media: Arbitrary<MediaRef> = fc.record({
  source: fc.oneof(
    record<MediaRef['source']>({ kind: fc.constant('provider'), id: text }),
    record<MediaRef['source']>({ kind: fc.constant('link'), url: text }),
  ),
});
const namedMedia: Arbitrary<MediaRef> = fc
  .tuple(media, fc.option(text, { nil: undefined }))
  .map(([ref, fileName]) => (fileName === undefined ? ref : { ...ref, fileName }));

const header: Arbitrary<InteractiveHeader> = fc.oneof(
  record<InteractiveHeader>({ kind: fc.constant('text'), text }, { subText: text }),
  record<InteractiveHeader>({ kind: fc.constantFrom('image', 'video'), media }),
  record<InteractiveHeader>({ kind: fc.constant('document'), media: namedMedia }),
);

const some = <T>(item: Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 3 });
const replyButtons = some(record({ id: text, title: text }));
const link = { label: text, url: text };
const preview = { paymentPreview: fc.boolean() };
const productIds = { catalogId: text, productId: text };
const productSections = some(record({ productIds: some(text) }, { title: text }));

const card: Arbitrary<CarouselCard> = record<CarouselCard>(
  {
    index: count,
    action: fc.oneof(
      record({ kind: fc.constant('buttons'), buttons: replyButtons }),
      record({ kind: fc.constant('link'), ...link }, preview),
      record({ kind: fc.constant('product'), ...productIds }),
    ),
  },
  { header, body: text },
);

const amount = record({ value: count, offset: count }, { description: text, programName: text });
const order: Arbitrary<OrderDetails> = record<OrderDetails>(
  {
    referenceId: text,
    items: fc.array(
      record(
        { name: text },
        { productId: text, quantity: count, amount, saleAmount: amount, extra: fc.record({ country_of_origin: text }) },
      ),
      { maxLength: 2 },
    ),
  },
  {
    goods: text,
    currency: text,
    total: amount,
    orderType: text,
    description: text,
    status: text,
    subtotal: amount,
    tax: amount,
    shipping: amount,
    discount: amount,
    catalogId: text,
    expiration: opaque,
    payment: fc.record({ payment_settings: fc.array(opaque, { minLength: 1, maxLength: 2 }) }),
  },
);
const orderProgress = record({ referenceId: text, status: text }, { description: text, payment: opaque });
const kind = (name: string) => ({ kind: fc.constant(name) });

const action: Arbitrary<InteractiveAction> = fc.oneof(
  record<InteractiveAction>({ ...kind('buttons'), buttons: replyButtons }),
  record<InteractiveAction>({
    ...kind('list'),
    button: text,
    sections: some(record({ rows: some(record({ id: text, title: text }, { description: text })) }, { title: text })),
  }),
  record<InteractiveAction>({ ...kind('link'), ...link }, preview),
  record<InteractiveAction>(
    { ...kind('flow'), label: text },
    { flowId: text, flowName: text, version: text, token: text, mode: text, action: text, screen: text, data: opaque },
  ),
  record<InteractiveAction>(kind('location-request')),
  record<InteractiveAction>(kind('contact-request')),
  record<InteractiveAction>(kind('call-permission-request')),
  record<InteractiveAction>(
    { ...kind('address-request'), country: text },
    { values: opaque, savedAddresses: some(opaque), validationErrors: opaque },
  ),
  record<InteractiveAction>({ ...kind('product'), ...productIds }),
  record<InteractiveAction>({ ...kind('product-list'), catalogId: text, sections: productSections }),
  record<InteractiveAction>(kind('catalog'), { thumbnailProductId: text }),
  record<InteractiveAction>({ ...kind('carousel'), cards: some(card) }),
  record<InteractiveAction>(kind('call'), { label: text, ttlMinutes: count, payload: text }),
  fc
    .tuple(fc.record(kind('order-details')), order)
    .map(([named, details]) => ({ ...named, ...details }) as InteractiveAction),
  fc
    .tuple(fc.record(kind('order-status')), orderProgress)
    .map(([named, progress]) => ({ ...named, ...progress }) as InteractiveAction),
);

const interactive: Arbitrary<Interactive> = record<Interactive>({ action }, { header, body: text, footer: text });

const templateValue: Arbitrary<TemplateValue> = fc.oneof(
  record<TemplateValue>({ ...kind('text'), text }, { name: text }),
  record<TemplateValue>({ ...kind('currency'), fallback: text, code: text, amount1000: count }, { name: text }),
  record<TemplateValue>(
    { ...kind('date-time'), fallback: text },
    { name: text, parts: fc.record({ year: count, calendar: text }) },
  ),
);

const templateHeader: Arbitrary<TemplateHeaderValue> = fc.oneof<Arbitrary<TemplateHeaderValue>[]>(
  templateValue,
  record<TemplateHeaderValue>({ kind: fc.constantFrom('image', 'video', 'gif'), media }),
  record<TemplateHeaderValue>({ ...kind('document'), media: namedMedia }),
  record<TemplateHeaderValue>(
    { ...kind('location'), latitude: count, longitude: count },
    { name: text, address: text },
  ),
  record<TemplateHeaderValue>({ ...kind('product'), productId: text }, { catalogId: text }),
);

const templateButton: Arbitrary<TemplateButtonValue> = fc.oneof(
  record<TemplateButtonValue>({ ...kind('quick-reply'), index: count, payload: text }),
  record<TemplateButtonValue>({ ...kind('url'), index: count, text }, preview),
  record<TemplateButtonValue>({ ...kind('copy-code'), index: count, code: text }),
  record<TemplateButtonValue>({ ...kind('flow'), index: count }, { token: text, data: opaque }),
  record<TemplateButtonValue>({ ...kind('catalog'), index: count }, { thumbnailProductId: text }),
  record<TemplateButtonValue>(
    { ...kind('multi-product'), index: count, sections: productSections },
    { thumbnailProductId: text },
  ),
  record<TemplateButtonValue>({ ...kind('order-details'), index: count, order }),
  record<TemplateButtonValue>({ ...kind('voice-call'), index: count }, { ttlMinutes: count, payload: text }),
);

const parts = { header: templateHeader, body: some(templateValue), buttons: some(templateButton) };

const template: Arbitrary<TemplateMessage> = record<TemplateMessage>(
  { name: text, language: text },
  {
    ...parts,
    languagePolicy: text,
    cards: some(record({ index: count }, parts)),
    offerExpiresAt: count,
    tapTargets: some(record({ url: text, title: text })),
    orderStatus: orderProgress,
  },
);

const contactCard: Arbitrary<ContactCard> = record<ContactCard>(
  {},
  {
    name: record({}, { formatted: text, first: text, last: text, middle: text, prefix: text, suffix: text }),
    phones: fc.array(record({ phone: text }, { waId: text, type: text, userId: text })),
    emails: fc.array(record({ email: text }, { type: text })),
    addresses: fc.array(
      record({}, { street: text, city: text, state: text, zip: text, country: text, countryCode: text, type: text }),
    ),
    urls: fc.array(record({ url: text }, { type: text })),
    organization: record({}, { company: text, department: text, title: text }),
    birthday: text,
    origin: text,
    vcard: text,
  },
);

const coordinates = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }).map((value) => value + 0),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }).map((value) => value + 0),
});
const target = fc.record({ providerId: text });

/** Any content that a business can send. */
export const sendable: Arbitrary<SendableContent> = fc.oneof(
  record<SendableContent>({ ...kind('text'), body: text }, { previewLink: fc.boolean() }),
  record<SendableContent>({ kind: fc.constantFrom('image', 'video'), media }, { caption: text }),
  record<SendableContent>({ ...kind('audio'), media }, { voice: fc.boolean() }),
  record<SendableContent>({ ...kind('document'), media }, { caption: text, fileName: text }),
  record<SendableContent>({ ...kind('sticker'), media }),
  record<SendableContent>(kind('location'), { coordinates, name: text, address: text, url: text }),
  record<SendableContent>({ ...kind('contacts'), cards: fc.array(contactCard, { maxLength: 3 }) }),
  record<SendableContent>({ ...kind('interactive'), interactive }),
  record<SendableContent>({ ...kind('template'), template }),
  record<SendableContent>({ ...kind('reaction'), emoji: text, target }),
  record<SendableContent>({ ...kind('pin'), operation: text, target }, { days: count }),
);

/** Any way of addressing a message. */
export const addressing = record<{ readonly to?: string }>(
  {},
  {
    to: text,
    recipient: text,
    recipientType: fc.constantFrom('individual', 'group'),
    quoteProviderId: text,
    opaque: text,
    identityHash: text,
    messagingAccountId: text,
    productPolicy: text,
    activitySharing: fc.boolean(),
  },
);
