import { objectAt, objectsAt, textAt, type JsonObject } from '../json.js';
import { CAROUSEL_RULES } from './carousel-rules.js';
import { type GraphError, whatsAppError } from './errors.js';
import type { FieldRule } from './field-rules.js';
import { headerOf } from './header-rules.js';
import { allDifferent, type MessageRules, type Relation, sectionItems } from './message-rules.js';

const MEDIA_HEADERS = ['image', 'video', 'document'] as const;
const HTTP_URL = /^https?:\/\/\S+$/i;
const EMOJI = /\p{Extended_Pictographic}/u;

const body = (max: number): readonly FieldRule[] => [
  { path: 'body', is: 'object', required: true },
  { path: 'body.text', is: 'text', required: true, max },
];
const OPTIONAL_BODY: readonly FieldRule[] = [{ path: 'body.text', is: 'text', required: true, max: 1024 }];
const FOOTER: readonly FieldRule[] = [{ path: 'footer.text', is: 'text', required: true, max: 60 }];
const ACTION: FieldRule = { path: 'action', is: 'object', required: true };

/** Header, body, footer and an action of that name with these parameters. */
function named(
  name: string,
  parameters: readonly FieldRule[],
  headers: Relation,
  bodyRules = body(1024),
): MessageRules {
  return {
    fields: [
      ...bodyRules,
      ...FOOTER,
      ACTION,
      { path: 'action.name', is: 'text', required: true, oneOf: [name] },
      ...parameters,
    ],
    relations: [headers],
  };
}

/** The rules of each `interactive.type`, from the interactive message reference. */
export const INTERACTIVE_RULES: Readonly<Record<string, MessageRules>> = {
  button: {
    fields: [
      ...body(1024),
      ...FOOTER,
      ACTION,
      { path: 'action.buttons', is: 'list', required: true, min: 1, max: 3 },
      { path: 'action.buttons[].type', is: 'text', required: true, oneOf: ['reply'] },
      { path: 'action.buttons[].reply', is: 'object', required: true },
      { path: 'action.buttons[].reply.id', is: 'text', required: true, max: 256 },
      { path: 'action.buttons[].reply.title', is: 'text', required: true, max: 20 },
    ],
    relations: [headerOf('text', ...MEDIA_HEADERS), differentReplyButtons],
  },
  list: {
    fields: [
      ...body(4096),
      ...FOOTER,
      ACTION,
      { path: 'action.button', is: 'text', required: true, max: 20 },
      { path: 'action.sections', is: 'list', required: true, min: 1, max: 10 },
      { path: 'action.sections[].title', is: 'text', max: 24 },
      { path: 'action.sections[].rows', is: 'list', required: true, min: 1 },
      { path: 'action.sections[].rows[].id', is: 'text', required: true, max: 200 },
      { path: 'action.sections[].rows[].title', is: 'text', required: true, max: 24 },
      { path: 'action.sections[].rows[].description', is: 'text', max: 72 },
    ],
    relations: [headerOf('text'), tenRows, titledSections],
  },
  cta_url: named(
    'cta_url',
    [
      { path: 'action.parameters', is: 'object', required: true },
      { path: 'action.parameters.display_text', is: 'text', required: true, max: 20 },
      { path: 'action.parameters.url', is: 'text', required: true, matches: HTTP_URL },
    ],
    headerOf('text', ...MEDIA_HEADERS),
  ),
  flow: {
    ...named(
      'flow',
      [
        { path: 'action.parameters', is: 'object', required: true },
        { path: 'action.parameters.flow_message_version', is: 'text', required: true, oneOf: ['3'] },
        { path: 'action.parameters.flow_cta', is: 'text', required: true, max: 30 },
        { path: 'action.parameters.mode', is: 'text', oneOf: ['draft', 'published'] },
        { path: 'action.parameters.flow_action', is: 'text', oneOf: ['navigate', 'data_exchange'] },
        { path: 'action.parameters.flow_action_payload.screen', is: 'text', required: true },
      ],
      headerOf('text', ...MEDIA_HEADERS),
    ),
    relations: [headerOf('text', ...MEDIA_HEADERS), flowNamed],
  },
  location_request_message: named('send_location', [], headerOf()),
  address_message: named(
    'address_message',
    [
      { path: 'action.parameters', is: 'object', required: true },
      { path: 'action.parameters.country', is: 'text', required: true, matches: /^[A-Z]{2}$/ },
    ],
    headerOf('text', ...MEDIA_HEADERS),
  ),
  product: {
    fields: [
      ...OPTIONAL_BODY,
      ...FOOTER,
      ACTION,
      { path: 'action.catalog_id', is: 'text', required: true },
      { path: 'action.product_retailer_id', is: 'text', required: true },
    ],
    relations: [headerOf()],
  },
  product_list: {
    fields: [
      { path: 'header', is: 'object', required: true },
      ...body(1024),
      ...FOOTER,
      ACTION,
      { path: 'action.catalog_id', is: 'text', required: true },
      { path: 'action.sections', is: 'list', required: true, min: 1, max: 10 },
      { path: 'action.sections[].title', is: 'text', max: 24 },
      { path: 'action.sections[].product_items', is: 'list', required: true, min: 1 },
      { path: 'action.sections[].product_items[].product_retailer_id', is: 'text', required: true },
    ],
    relations: [headerOf('text'), thirtyProducts, titledSections],
  },
  catalog_message: named('catalog_message', [], headerOf()),
  carousel: CAROUSEL_RULES,
  call_permission_request: named('call_permission_request', [], headerOf(), OPTIONAL_BODY),
  voice_call: named(
    'voice_call',
    [
      { path: 'action.parameters.display_text', is: 'text', max: 20 },
      { path: 'action.parameters.ttl_minutes', is: 'number', min: 1, max: 43_200 },
      { path: 'action.parameters.payload', is: 'text', max: 512 },
    ],
    headerOf(),
  ),
  request_contact_info: named('request_contact_info', [], headerOf()),
  order_details: named('review_and_pay', orderFields(true), headerOf('image')),
  order_status: named('review_order', orderFields(false), headerOf()),
};

function orderFields(payable: boolean): readonly FieldRule[] {
  return [
    { path: 'action.parameters', is: 'object', required: true },
    { path: 'action.parameters.reference_id', is: 'text', required: true, max: 60 },
    { path: 'action.parameters.order', is: 'object', required: true },
    { path: 'action.parameters.order.status', is: 'text', required: true },
    { path: 'action.parameters.currency', is: 'text', required: payable, matches: /^[A-Z]{3}$/ },
    { path: 'action.parameters.total_amount', is: 'object', required: payable },
    { path: 'action.parameters.total_amount.value', is: 'number', required: true },
    { path: 'action.parameters.total_amount.offset', is: 'number', required: true },
  ];
}

function differentReplyButtons(content: JsonObject): GraphError | undefined {
  const replies = objectsAt(objectAt(content, 'action'), 'buttons').map((button) => objectAt(button, 'reply'));
  if (allDifferent(replies, 'id') && allDifferent(replies, 'title')) return undefined;
  return whatsAppError(131009, 'Button ids and titles must be unique within a message.');
}

function tenRows(content: JsonObject): GraphError | undefined {
  const rows = sectionItems(content, 'rows');
  if (rows.length > 10)
    return whatsAppError(131009, `Total row count exceed max allowed count: 10 - got ${rows.length}.`);
  return allDifferent(rows, 'id') ? undefined : whatsAppError(131009, 'Row ids must be unique within a message.');
}

function thirtyProducts(content: JsonObject): GraphError | undefined {
  const count = sectionItems(content, 'product_items').length;
  return count <= 30
    ? undefined
    : whatsAppError(131009, `Total product count exceed max allowed count: 30 - got ${count}.`);
}

function titledSections(content: JsonObject): GraphError | undefined {
  const sections = objectsAt(objectAt(content, 'action'), 'sections');
  const titled = sections.length === 1 || sections.every((section) => textAt(section, 'title'));
  return titled ? undefined : whatsAppError(131009, 'Section title is required when there is more than one section.');
}

function flowNamed(content: JsonObject): GraphError | undefined {
  const parameters = objectAt(objectAt(content, 'action'), 'parameters');
  if (EMOJI.test(textAt(parameters, 'flow_cta') ?? ''))
    return whatsAppError(131009, 'flow_cta must not contain emoji.');
  const names = ['flow_id', 'flow_name'].filter((key) => textAt(parameters, key));
  return names.length === 1 ? undefined : whatsAppError(131008, 'Exactly one of flow_id and flow_name is required.');
}
