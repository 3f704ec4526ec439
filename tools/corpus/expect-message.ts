import {
  asMilliseconds,
  asNumber,
  asText,
  claims,
  first,
  isRecord,
  lists,
  type Claims,
  type JsonRecord,
} from './expect-values.js';

const MEDIA = ['image', 'video', 'audio', 'document', 'sticker'];

const REFERRAL = {
  source: 'source_type',
  sourceId: 'source_id',
  url: 'source_url',
  headline: 'headline',
  body: 'body',
  clickId: 'ctwa_clid',
  welcomeText: 'welcome_message.text',
} as const;

/** What the desk must know of a message beside who wrote it. */
export function messageClaims(message: JsonRecord): Claims {
  const context = first(message, 'context') ?? first(message, 'edit.message.context');
  const referral = Object.entries(REFERRAL).map(([path, property]) => [
    `referral.${path}`,
    asText(first(message, `referral.${property}`)),
  ]);
  return claims({
    originAt: asMilliseconds(message['timestamp']),
    groupId: asText(message['group_id']),
    'quote.providerId': asText(first(context, 'id')),
    forwarded: forwarded(context),
    'product.productId': asText(first(context, 'referred_product.product_retailer_id')),
    'problems.0.code': asNumber(first(message, 'errors.0.code')),
    ...(Object.fromEntries(referral) as Claims),
    ...contentClaims(message, 'content.'),
  });
}

function forwarded(context: unknown): string | undefined {
  if (first(context, 'frequently_forwarded') === true) return 'often';
  return first(context, 'forwarded') === true ? 'once' : undefined;
}

/** The type, or where a capture has none, the one property of that name. */
function typeOf(message: JsonRecord): string | undefined {
  const told = asText(message['type'])?.toLowerCase();
  return told ?? [...Object.keys(BY_TYPE), ...MEDIA].find((type) => typeof message[type] === 'object');
}

type ClaimContent = (inner: JsonRecord, message: JsonRecord) => Readonly<Record<string, Claims[string] | undefined>>;

const BY_TYPE: Readonly<Record<string, ClaimContent>> = {
  text: (text) => ({ kind: 'text', body: asText(text['body']) }),
  location: (place) => ({
    kind: 'location',
    name: asText(place['name']),
    address: asText(place['address']),
    ...coordinates(place),
  }),
  contacts: (_, message) => ({
    kind: 'contacts',
    'cards.length': lists(message['contacts']).length,
    'cards.0.name.formatted': asText(first(message, 'contacts.0.name.formatted_name')),
    'cards.0.phones.0.phone': asText(first(message, 'contacts.0.phones.0.phone')),
    'cards.0.organization.company': asText(first(message, 'contacts.0.org.company')),
  }),
  interactive: answer,
  button: (button) => ({
    kind: 'choice',
    of: 'template',
    title: asText(button['text']),
    id: asText(button['payload']),
  }),
  order: (order) => ({
    kind: 'order',
    catalogId: asText(order['catalog_id']),
    'items.length': lists(order['product_items']).length,
    'items.0.productId': asText(first(order, 'product_items.0.product_retailer_id')),
    'items.0.price': asNumber(first(order, 'product_items.0.item_price')),
  }),
  reaction: (reaction) => ({
    kind: 'reaction',
    emoji: asText(reaction['emoji']) ?? '',
    'target.providerId': asText(reaction['message_id']),
  }),
  system: (system) => ({
    kind: 'system',
    change: asText(system['type']),
    body: asText(system['body']),
    phoneNumber: asText(system['wa_id'] ?? system['new_wa_id'])?.replace(/^(?=\d+$)/, '+'),
    userId: asText(system['user_id']),
    previousUserId: asText(system['previous_user_id']),
  }),
  edit: (edit) => ({
    kind: 'edit',
    'target.providerId': asText(edit['original_message_id']),
    ...(isRecord(edit['message']) ? contentClaims(edit['message'], 'content.') : {}),
  }),
  revoke: (revoke) => ({ kind: 'revoke', 'target.providerId': asText(revoke['original_message_id']) }),
  unsupported: (unsupported) => ({ kind: 'unsupported', type: asText(unsupported['type']) }),
  unknown: () => ({ kind: 'unsupported' }),
  request_welcome: () => ({ kind: 'welcome' }),
  media_placeholder: () => ({ kind: 'media-placeholder' }),
};

function contentClaims(message: JsonRecord, prefix: string): Claims {
  const type = typeOf(message);
  const inner = type === undefined ? undefined : message[type];
  const own = type === undefined ? undefined : Object.hasOwn(BY_TYPE, type) ? BY_TYPE[type] : undefined;
  const told =
    type !== undefined && MEDIA.includes(type) ? medium(type, inner) : own?.(isRecord(inner) ? inner : {}, message);
  const all = told ?? { kind: 'unsupported', type: asText(message['type']) };
  return claims(Object.fromEntries(Object.entries(all).map(([path, value]) => [`${prefix}${path}`, value])));
}

function medium(type: string, inner: unknown): Readonly<Record<string, Claims[string] | undefined>> {
  return {
    kind: type,
    caption: asText(first(inner, 'caption')),
    fileName: asText(first(inner, 'filename')),
    voice: flagOf(first(inner, 'voice')),
    animated: flagOf(first(inner, 'animated')),
    'media.source.id': asText(first(inner, 'id')),
    'media.mimeType': asText(first(inner, 'mime_type')),
    'media.sha256': asText(first(inner, 'sha256')),
  };
}

function flagOf(json: unknown): boolean | undefined {
  return typeof json === 'boolean' ? json : undefined;
}

function coordinates(place: JsonRecord): Readonly<Record<string, number | undefined>> {
  const latitude = asNumber(place['latitude']);
  const longitude = asNumber(place['longitude']);
  if (latitude === undefined || longitude === undefined || Math.abs(latitude) > 90 || Math.abs(longitude) > 180)
    return {};
  return { 'coordinates.latitude': latitude, 'coordinates.longitude': longitude };
}

const ANSWERS = ['button_reply', 'list_reply', 'nfm_reply', 'call_permission_reply'];

function answer(interactive: JsonRecord): ReturnType<ClaimContent> {
  const type = asText(interactive['type'])?.toLowerCase() ?? ANSWERS.find((each) => each in interactive) ?? '';
  const inner = interactive[type];
  switch (type) {
    case 'button_reply':
    case 'list_reply':
      return {
        kind: 'choice',
        of: type === 'list_reply' ? 'list' : 'button',
        id: asText(first(inner, 'id')),
        title: asText(first(inner, 'title')),
        description: asText(first(inner, 'description')),
      };
    case 'nfm_reply':
      return {
        kind: 'form-answer',
        name: asText(first(inner, 'name')),
        body: asText(first(inner, 'body')),
        ...answers(first(inner, 'response_json')),
      };
    case 'call_permission_reply':
      return {
        kind: 'call-permission',
        response: asText(first(inner, 'response')),
        permanent: flagOf(first(inner, 'is_permanent')),
        expiresAt: asMilliseconds(first(inner, 'expiration_timestamp')),
      };
    default:
      return {};
  }
}

function answers(json: unknown): Claims {
  if (typeof json !== 'string') return {};
  try {
    const all = JSON.parse(json) as unknown;
    const [key, value] = isRecord(all) ? (Object.entries(all).find(([, each]) => typeof each === 'string') ?? []) : [];
    return key === undefined || value === undefined ? {} : { [`answers.${key}`]: value };
  } catch {
    return { unreadable: json };
  }
}

/** Where the words that a person wrote or chose stand, by type. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  text: ['text.body'],
  image: ['image.caption'],
  video: ['video.caption'],
  document: ['document.caption', 'document.filename'],
  location: ['location.name', 'location.address'],
  contacts: ['contacts.0.name.formatted_name', 'contacts.0.phones.0.phone'],
  interactive: ['interactive.button_reply.title', 'interactive.list_reply.title', 'interactive.list_reply.description'],
  button: ['button.text'],
  order: ['order.text'],
};

/** Texts of a message that an agent must be able to read. */
export function shownBy(message: JsonRecord): readonly string[] {
  const paths = WORDS[typeOf(message) ?? ''] ?? [];
  return paths
    .map((path) => asText(first(message, path))?.trim())
    .filter((text) => text !== undefined && text !== '') as readonly string[];
}
