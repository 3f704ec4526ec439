import { isRecord, lists } from './raw.js';

/** The kinds of payload that are told apart, named as in an INDEX.tsv. */
export type PayloadKind = 'inbound-webhook' | 'outbound-request' | 'template-definition' | 'api-response' | 'error';

const VALUE_LISTS = [
  'messages',
  'statuses',
  'message_echoes',
  'calls',
  'groups',
  'history',
  'state_sync',
  'user_preferences',
];

const MESSAGE_TYPES = [
  'text',
  'image',
  'video',
  'audio',
  'document',
  'sticker',
  'location',
  'contacts',
  'interactive',
  'template',
  'reaction',
  'pin',
];

const CALL_ACTIONS = ['connect', 'pre_accept', 'accept', 'reject', 'terminate'];

type Test = (json: Readonly<Record<string, unknown>>) => boolean;

/** By which shape each kind is known, the surest first. */
const SHAPES: readonly (readonly [PayloadKind, Test])[] = [
  ['inbound-webhook', isWebhook],
  ['error', (json) => isRecord(json['error']) && ('message' in json['error'] || 'code' in json['error'])],
  ['api-response', isAnswer],
  ['template-definition', isTemplate],
  ['outbound-request', isRequest],
];

/** What kind of payload this is by its shape, or `undefined` when it is none of the Cloud API. */
export function classify(json: unknown): PayloadKind | undefined {
  if (Array.isArray(json))
    return json.length > 0 && json.every((each) => isRecord(each) && isWebhook(each)) ? 'inbound-webhook' : undefined;
  if (!isRecord(json)) return undefined;
  return SHAPES.find(([, test]) => test(json))?.[0];
}

function isWebhook(json: Readonly<Record<string, unknown>>): boolean {
  if (lists(json['entry']).some((entry) => isRecord(entry) && 'changes' in entry)) return true;
  if (lists(json['changes']).some((change) => isRecord(change) && isRecord(change['value']))) return true;
  if (typeof json['field'] === 'string' && isRecord(json['value'])) return true;
  return (
    isRecord(json['metadata']) &&
    'phone_number_id' in json['metadata'] &&
    VALUE_LISTS.some((list) => Array.isArray(json[list]))
  );
}

function isAnswer(json: Readonly<Record<string, unknown>>): boolean {
  if (isList(json['messages'], 'id') && (isList(json['contacts'], 'input') || 'messaging_product' in json)) return true;
  if (isList(json['calls'], 'id') || (isRecord(json['permission']) && 'status' in json['permission'])) return true;
  if (isList(json['data'], 'category') || isList(json['data'], 'components')) return true;
  if ('id' in json && 'mime_type' in json && 'url' in json) return true;
  return isTemplate(json) && 'id' in json;
}

function isTemplate(json: Readonly<Record<string, unknown>>): boolean {
  return (
    typeof json['name'] === 'string' &&
    typeof json['category'] === 'string' &&
    ('components' in json || 'status' in json)
  );
}

function isRequest(json: Readonly<Record<string, unknown>>): boolean {
  if ('status' in json && 'message_id' in json) return true;
  if (typeof json['action'] === 'string' && CALL_ACTIONS.includes(json['action'].toLowerCase()))
    return 'to' in json || 'call_id' in json;
  const addressed = 'to' in json || 'recipient' in json || 'messaging_product' in json;
  return addressed && MESSAGE_TYPES.some((type) => typeof json[type] === 'object');
}

function isList(json: unknown, property: string): boolean {
  return Array.isArray(json) && json.length > 0 && json.every((item) => isRecord(item) && property in item);
}
