import type { JsonObject } from '../domain/index.js';
import { seconds, text } from './codec.js';
import type { Route, WebhookFact } from './facts.js';
import { asList, isObject, valueAt, withoutMissing, word } from './json.js';
import {
  readAccountChange,
  readContactSync,
  readIdentityChanges,
  readPreferences,
  readProblems,
} from './webhook-account.js';
import { readCalls } from './webhook-calls.js';
import { readGroups } from './webhook-groups.js';
import { readEchoes, readHistory, readHistoryMedia, readMessages } from './webhook-messages.js';
import { readStatuses } from './webhook-statuses.js';
import { readTemplateChange } from './webhook-templates.js';

type Fact = WebhookFact extends infer F ? (F extends { route: Route } ? Omit<F, 'route'> : never) : never;

/**
 * Everything that a webhook tells, in its order. It never throws, whatever the JSON: batches, missing parts and
 * kinds that WhatsApp added later are normal (Cloud API documentation, webhooks), and what is not known is kept.
 */
export function parseWebhook(json: unknown): readonly WebhookFact[] {
  return changesIn(json).flatMap(factsOf);
}

/** One change of one entry, with what its surroundings say of it. */
interface Change {
  readonly value: JsonObject;
  readonly route: Route;
}

function changesIn(json: unknown): readonly Change[] {
  if (Array.isArray(json)) return json.flatMap((envelope) => (isObject(envelope) ? changesIn(envelope) : []));
  if (!isObject(json)) return [];
  if (json['entry'] !== undefined) return objects(json['entry']).flatMap(changesOfEntry);
  if (json['changes'] !== undefined) return changesOfEntry(json);
  return json['value'] === undefined ? changeOf({ value: json }, {}) : changeOf(json, {});
}

function changesOfEntry(entry: JsonObject): readonly Change[] {
  return objects(entry['changes']).flatMap((change) => changeOf(change, entry));
}

/** Samples exist with `field` in the entry or within the value. */
function changeOf(change: JsonObject, entry: JsonObject): readonly Change[] {
  const value = change['value'];
  if (!isObject(value)) return [];
  const field = [change, entry, value].map((place) => word(place['field'])).find((each) => each !== undefined);
  const route = withoutMissing<Route>({
    phoneNumberId: text.read(valueAt(value, 'metadata.phone_number_id')),
    displayPhoneNumber: text.read(valueAt(value, 'metadata.display_phone_number')),
    wabaId: text.read(entry['id']),
    field,
    at: seconds.read(entry['time']),
  });
  return [{ value: withBeside(value, change), route }, ...standbyOf(value, route)];
}

/** WhatsApp's documents disagree whether these stand in the value or beside it. */
const BESIDE: readonly string[] = ['rejection_info', 'disable_info', 'other_info'];

function withBeside(value: JsonObject, change: JsonObject): JsonObject {
  return { ...Object.fromEntries(Object.entries(change).filter(([key]) => BESIDE.includes(key))), ...value };
}

/** What another application handles at the moment stands in an object of its own. */
function standbyOf(value: JsonObject, route: Route): readonly Change[] {
  const standby = value['standby'];
  if (!isObject(standby)) return [];
  const { metadata, contacts } = value;
  const around = withoutMissing({ metadata, contacts }) as JsonObject;
  return [{ value: { ...around, ...standby }, route: { ...route, standby: true } }];
}

function factsOf({ value, route }: Change): readonly WebhookFact[] {
  const known: readonly Fact[] = [...listed(value, route.field), ...single(value, route.field)];
  const facts = [...known, ...unknownRest(value, known)];
  return facts.map((fact) => ({ route, ...fact }));
}

/** What stands in lists, of which one value may have several. */
function listed(value: JsonObject, field: string | undefined): readonly Fact[] {
  return [
    ...(field === 'history' ? readHistoryMedia(value) : readMessages(value)),
    ...readEchoes(value),
    ...readStatuses(value),
    ...readCalls(value),
    ...readHistory(value),
    ...readGroups(value),
    ...readPreferences(value),
    ...readContactSync(value),
    ...readIdentityChanges(value),
    ...readProblems(value),
  ];
}

const SUBJECTS: readonly Fact['kind'][] = [
  'account',
  'template-status',
  'template-quality',
  'template-components',
  'template-category',
];

/** What is a value's only subject. */
function single(value: JsonObject, field: string | undefined): readonly Fact[] {
  const fact = readTemplateChange(value, field) ?? readAccountChange(value, field);
  return fact ? [fact] : [];
}

/** Properties that every value may have, or that the readers of lists know. */
const KNOWN: readonly string[] = [
  'messaging_product',
  'metadata',
  'contacts',
  'field',
  'object',
  'standby',
  'messages',
  'message_echoes',
  'statuses',
  'calls',
  'history',
  'groups',
  'user_preferences',
  'state_sync',
  'user_id_update',
  'errors',
];

/** What no reader knows; a subject of its own, such as a template, keeps its rest itself. */
function unknownRest(value: JsonObject, known: readonly Fact[]): readonly Fact[] {
  if (known.some((fact) => SUBJECTS.includes(fact.kind))) return [];
  const rest = Object.entries(value).filter(([key]) => !KNOWN.includes(key));
  return rest.length > 0 ? [{ kind: 'other', raw: Object.fromEntries(rest) }] : [];
}

function objects(json: unknown): readonly JsonObject[] {
  return asList(json).filter(isObject);
}
