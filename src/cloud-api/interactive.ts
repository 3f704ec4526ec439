import type { FlowAction, Interactive, InteractiveAction, ListRow, ListSection, ReplyButton } from '../domain/index.js';
import {
  always,
  list,
  number,
  opaque,
  opaqueObject,
  optional,
  required,
  requiredText,
  shape,
  text,
  type Codec,
} from './codec.js';
import { carouselCard } from './interactive-carousel.js';
import { interactiveHeader } from './interactive-header.js';
import { linkAction } from './link-action.js';
import { asList, isObject, putAt, valueAt, word, type MutableJson } from './json.js';
import { orderDetails, orderProgress, productSection } from './orders.js';

type ActionKind = InteractiveAction['kind'];
type ActionOf<K extends ActionKind> = Extract<InteractiveAction, { kind: K }>;

/** One kind of action: WhatsApp's type and action name, and where its parameters stand. */
interface Variant {
  readonly type: string;
  readonly name?: string;
  readonly at: 'action' | 'action.parameters';
  readonly codec: Codec<InteractiveAction>;
}

const replyButton = shape<ReplyButton>(
  { id: requiredText('reply.id'), title: requiredText('reply.title') },
  { type: 'reply' },
);

const listRow = shape<ListRow>({
  id: requiredText('id'),
  title: requiredText('title'),
  description: optional('description', text),
});

const listSection = shape<ListSection>({ title: optional('title', text), rows: required('rows', list(listRow), []) });

const flow = shape<FlowAction>({
  label: requiredText('flow_cta'),
  flowId: optional('flow_id', text),
  flowName: optional('flow_name', text),
  version: optional('flow_message_version', text),
  token: optional('flow_token', text),
  mode: optional('mode', text),
  action: optional('flow_action', text),
  screen: optional('flow_action_payload.screen', text),
  data: optional('flow_action_payload.data', opaqueObject),
});

function withKind<K extends ActionKind>(kind: K, codec: Codec<Omit<ActionOf<K>, 'kind'>>): Codec<InteractiveAction> {
  return {
    read(json) {
      const read = codec.read(json);
      return read && ({ kind, ...read } as unknown as InteractiveAction);
    },
    write: (action) => codec.write(action as unknown as ActionOf<K>),
  };
}

function named(kind: ActionKind, type: string, name: string): Variant {
  return { type, name, at: 'action', codec: withKind(kind, shape<object>({}) as Codec<never>) };
}

const VARIANTS: Readonly<Record<ActionKind, Variant>> = {
  buttons: {
    type: 'button',
    at: 'action',
    codec: shape<ActionOf<'buttons'>>({ kind: always('buttons'), buttons: required('buttons', list(replyButton), []) }),
  },
  list: {
    type: 'list',
    at: 'action',
    codec: shape<ActionOf<'list'>>({
      kind: always('list'),
      button: requiredText('button'),
      sections: required('sections', list(listSection), []),
    }),
  },
  link: { type: 'cta_url', name: 'cta_url', at: 'action.parameters', codec: withKind('link', linkAction) },
  flow: { type: 'flow', name: 'flow', at: 'action.parameters', codec: withKind('flow', flow) },
  'location-request': named('location-request', 'location_request_message', 'send_location'),
  'contact-request': named('contact-request', 'request_contact_info', 'request_contact_info'),
  'address-request': {
    type: 'address_message',
    name: 'address_message',
    at: 'action.parameters',
    codec: shape<ActionOf<'address-request'>>({
      kind: always('address-request'),
      country: requiredText('country'),
      values: optional('values', opaqueObject),
      savedAddresses: optional('saved_addresses', opaque),
      validationErrors: optional('validation_errors', opaqueObject),
    }),
  },
  product: {
    type: 'product',
    at: 'action',
    codec: shape<ActionOf<'product'>>({
      kind: always('product'),
      catalogId: requiredText('catalog_id'),
      productId: requiredText('product_retailer_id'),
    }),
  },
  'product-list': {
    type: 'product_list',
    at: 'action',
    codec: shape<ActionOf<'product-list'>>({
      kind: always('product-list'),
      catalogId: requiredText('catalog_id'),
      sections: required('sections', list(productSection), []),
    }),
  },
  catalog: {
    type: 'catalog_message',
    name: 'catalog_message',
    at: 'action.parameters',
    codec: shape<ActionOf<'catalog'>>({
      kind: always('catalog'),
      thumbnailProductId: optional('thumbnail_product_retailer_id', text),
    }),
  },
  carousel: {
    type: 'carousel',
    at: 'action',
    codec: shape<ActionOf<'carousel'>>({ kind: always('carousel'), cards: required('cards', list(carouselCard), []) }),
  },
  'call-permission-request': named('call-permission-request', 'call_permission_request', 'call_permission_request'),
  call: {
    type: 'voice_call',
    name: 'voice_call',
    at: 'action.parameters',
    codec: shape<ActionOf<'call'>>({
      kind: always('call'),
      label: optional('display_text', text),
      ttlMinutes: optional('ttl_minutes', number),
      payload: optional('payload', text),
    }),
  },
  'order-details': {
    type: 'order_details',
    name: 'review_and_pay',
    at: 'action.parameters',
    codec: withKind('order-details', orderDetails),
  },
  'order-status': {
    type: 'order_status',
    name: 'review_order',
    at: 'action.parameters',
    codec: withKind('order-status', orderProgress),
  },
};

/** An interactive message as it is sent, in both directions; its type is inferred from its action when it is missing or odd. */
export const interactive: Codec<Interactive> = {
  read(json) {
    if (!isObject(json)) return undefined;
    const variant = variantOf(json);
    const action = variant?.codec.read(valueAt(json, variant.at) ?? {});
    return action && { ...parts.read(json), action };
  },
  write(message) {
    const variant = VARIANTS[message.action.kind];
    const target: MutableJson = { type: variant.type, ...(parts.write(message) as MutableJson) };
    const action = variant.codec.write(message.action) as MutableJson;
    if (variant.name !== undefined) putAt(target, 'action.name', variant.name);
    if (variant.name === undefined || Object.keys(action).length > 0) mergeAt(target, variant.at, action);
    return target;
  },
};

const parts = shape<Omit<Interactive, 'action'>>({
  header: optional('header', interactiveHeader),
  body: optional('body.text', text),
  footer: optional('footer.text', text),
});

function mergeAt(target: MutableJson, path: string, written: MutableJson): void {
  const there = valueAt(target, path);
  putAt(target, path, isObject(there) ? { ...there, ...written } : written);
}

function variantOf(json: unknown): Variant | undefined {
  const type = word(valueAt(json, 'type'));
  const name = word(valueAt(json, 'action.name'));
  const all = Object.values(VARIANTS);
  return (
    all.find((each) => each.type === type) ??
    all.find((each) => each.name && each.name === name) ??
    inferred(valueAt(json, 'action'))
  );
}

function inferred(action: unknown): Variant | undefined {
  if (valueAt(action, 'buttons')) return VARIANTS.buttons;
  if (valueAt(action, 'cards')) return VARIANTS.carousel;
  if (valueAt(action, 'product_retailer_id')) return VARIANTS.product;
  const sections = asList(valueAt(action, 'sections'));
  if (sections.length === 0) return undefined;
  return sections.some((section) => valueAt(section, 'product_items')) ? VARIANTS['product-list'] : VARIANTS.list;
}
