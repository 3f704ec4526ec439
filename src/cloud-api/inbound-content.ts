import type { Content, JsonObject } from '../domain/index.js';
import {
  always,
  heard,
  list,
  number,
  opaque,
  optional,
  required,
  requiredText,
  shape,
  text,
  type Codec,
} from './codec.js';
import { CONTENT_CODECS, target } from './content.js';
import { isObject, valueAt, withoutMissing, word } from './json.js';
import { readAnswer } from './interactive-answers.js';

type Of<K extends Content['kind']> = Extract<Content, { kind: K }>;
type OrderItem = Of<'order'>['items'][number];

const choice = shape<Of<'choice'>>({
  kind: always('choice'),
  of: always('template'),
  title: requiredText('text'),
  id: optional('payload', text),
  description: always(undefined),
});

const orderItem = shape<OrderItem>({
  productId: requiredText('product_retailer_id'),
  quantity: required('quantity', number, 1),
  price: optional('item_price', number),
  currency: optional('currency', text),
});

const order = shape<Of<'order'>>({
  kind: always('order'),
  catalogId: optional('catalog_id', text),
  text: optional('text', text),
  items: required('product_items', list(orderItem), []),
});

const revoke = shape<Of<'revoke'>>({ kind: always('revoke'), target: target('original_message_id') });

/** Newer notices have the new number in `wa_id`, older ones in `new_wa_id`. */
const system: Codec<Of<'system'>> = shape<Of<'system'>>({
  kind: always('system'),
  change: requiredText('type'),
  body: optional('body', text),
  phoneNumber: heard((source) => phoneNumber(valueAt(source, 'wa_id') ?? valueAt(source, 'new_wa_id'))),
  previousPhoneNumber: heard((source) => phoneNumber(valueAt(source, 'customer'))),
  userId: optional('user_id', text),
  previousUserId: optional('previous_user_id', text),
  parentUserId: optional('parent_user_id', text),
  previousParentUserId: optional('previous_parent_user_id', text),
  identityHash: heard((source) => text.read(valueAt(source, 'identity') ?? valueAt(source, 'hash'))),
});

function phoneNumber(json: unknown): string | undefined {
  return text.read(json)?.replace(/^(?=\d+$)/, '+');
}

type Reader = (inner: unknown, message: unknown) => Content | undefined;

/** The types that only contacts, the phone app and WhatsApp itself write; the others are read as they are sent. */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['interactive', (inner) => readAnswer(inner) ?? CONTENT_CODECS.interactive.read(inner)],
  ['button', (inner) => choice.read(inner)],
  ['order', (inner) => order.read(inner)],
  ['system', (inner) => system.read(inner)],
  ['edit', (inner) => readEdit(inner)],
  ['revoke', (inner) => revoke.read(inner)],
  ['unsupported', (inner, message) => unsupported(message, text.read(valueAt(inner, 'type')))],
  ['unknown', (inner, message) => unsupported(message, text.read(valueAt(inner, 'type')))],
  ['request_welcome', () => ({ kind: 'welcome' })],
  ['media_placeholder', () => ({ kind: 'media-placeholder' })],
]);

const TYPES: readonly string[] = [...READERS.keys(), ...Object.keys(CONTENT_CODECS)];
const WITH_MEDIA: readonly string[] = ['image', 'video', 'audio', 'document', 'sticker'];

/** What a message of a webhook says: never nothing, and what is not known here is kept as unsupported. */
export function readContent(message: unknown): Content {
  const type = word(valueAt(message, 'type'));
  const known = type !== undefined && TYPES.includes(type) ? type : inferredType(message, type);
  if (known === undefined) return unsupported(message, text.read(valueAt(message, 'type')), innerOf(message));
  const content = readKnown(known, valueAt(message, known), message);
  return content ?? unsupported(message, known, valueAt(message, known));
}

function readKnown(type: string, inner: unknown, message: unknown): Content | undefined {
  const reader = READERS.get(type);
  if (reader) return reader(inner, message);
  const codec = CONTENT_CODECS[type as keyof typeof CONTENT_CODECS];
  const content = WITH_MEDIA.includes(type) ? codec.read(inner ?? {}) : codec.read(inner);
  return content && withMessageOrigin(content, message);
}

/** Captures exist without a type: the only known property tells it. An unknown type that names its own property is kept. */
function inferredType(message: unknown, type: string | undefined): string | undefined {
  if (type !== undefined && valueAt(message, type) !== undefined) return undefined;
  return TYPES.find((each) => each !== 'unknown' && isContentOf(message, each));
}

function isContentOf(message: unknown, type: string): boolean {
  const inner = valueAt(message, type);
  return type === 'contacts' ? Array.isArray(inner) : isObject(inner);
}

function innerOf(message: unknown): unknown {
  const type = text.read(valueAt(message, 'type'));
  return type === undefined ? undefined : (valueAt(message, type) ?? valueAt(message, type.toLowerCase()));
}

function unsupported(message: unknown, type: string | undefined, data?: unknown): Content {
  const named = type ?? text.read(valueAt(message, 'unsupported.type'));
  return withoutMissing<Of<'unsupported'>>({
    kind: 'unsupported',
    type: named,
    data: opaque.read(data),
  });
}

/** Some samples tell beside the cards, and not in each, why they came. */
function withMessageOrigin(content: Content, message: unknown): Content {
  const origin = text.read(valueAt(message, 'origin'));
  if (content.kind !== 'contacts' || origin === undefined) return content;
  return { ...content, cards: content.cards.map((card) => ({ origin, ...card })) };
}

function readEdit(inner: unknown): Content | undefined {
  const edited = valueAt(inner, 'message');
  if (!isObject(edited)) return undefined;
  const providerId = text.read(valueAt(inner, 'original_message_id'));
  const content = readContent(withoutEdit(edited));
  return { kind: 'edit', target: providerId === undefined ? {} : { providerId }, content };
}

/** An edit within an edit does not exist; without this rule a hostile webhook could nest them without end. */
function withoutEdit(edited: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(edited).filter(([key]) => key !== 'edit'));
}
