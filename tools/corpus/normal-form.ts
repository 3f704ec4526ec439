import { isRecord, leavesOf, lists, shapeOf, type Json, type JsonRecord, type Leaf, type Steps } from './raw.js';
import { documentedKey, isOpaqueObject, slotOf } from './vocabulary.js';

/**
 * The same payload is written in several ways. Before two are compared, both are brought into the form of WhatsApp's
 * documentation by the rules below, each of which changes the writing and never the meaning.
 */
export interface Rule {
  readonly name: string;
  readonly why: string;
}

/** The rules, for the report. Rules 1 to 5 hold everywhere, the others at the place that they name. */
export const RULES: readonly Rule[] = [
  { name: 'key spelling', why: 'client libraries write phoneNumber where the API documents phone_number' },
  { name: 'nothing said', why: 'null, an empty text, list or object say no more than a property that is missing' },
  {
    name: 'numbers',
    why: 'where the documentation has a number, "0" and 0 are the same; elsewhere 5 and "5" are the same text',
  },
  { name: 'letter case', why: "words of WhatsApp's lists come as COPY_CODE, copy_code and Copy_Code" },
  { name: 'messaging_product', why: 'is always "whatsapp"' },
  {
    name: 'order of components',
    why: 'a component is known by its type and a button by its index, never by its position',
  },
  { name: 'preview_url', why: 'old samples have it beside the text; the API documents it in the text' },
  {
    name: 'quick reply parameters',
    why: 'samples give the payload as {type:"text"}; the API documents {type:"payload"}',
  },
  { name: 'coupon parameters', why: 'samples give the code as {type:"text"}; the API documents {type:"coupon_code"}' },
  {
    name: 'samples of placeholders',
    why: 'a bare value, a list and a list of lists are seen for the same samples, and once those of a header under the name for bodies',
  },
  {
    name: 'apps of one-time codes',
    why: 'older definitions have the only app on the button, newer ones in supported_apps',
  },
  { name: 'quality', why: 'quality_score comes as a word, as an object and as quality_score_category' },
  {
    name: 'defaults',
    why: 'a button without index is the first, templates are POSITIONAL, offers do not expire, unless said',
  },
  { name: 'carousel cards', why: 'cards with reply buttons are documented with the type cta_url too' },
];

/** Every value of a payload in its normal form, by its place. */
export function normalLeaves(json: unknown): readonly Leaf[] {
  return leavesOf(normalForm(json));
}

/** The payload as WhatsApp documents it. */
export function normalForm(json: unknown): Json {
  return arranged(spelled(json, []) ?? {}, '');
}

/** Rules 1 to 5: keys, emptiness, numbers and words. */
function spelled(json: unknown, steps: Steps): Json | undefined {
  if (isOpaqueObject(steps, json)) return json as Json;
  if (Array.isArray(json)) {
    const items = json.map((item, index) => spelled(item, [...steps, index])).filter((item) => item !== undefined);
    return items.length > 0 ? items : undefined;
  }
  return isRecord(json) ? spelledRecord(json, steps) : spelledValue(json, steps);
}

function spelledRecord(json: JsonRecord, steps: Steps): Json | undefined {
  const entries = Object.entries(json)
    .map(([key, value]) => [documentedKey(key), value] as const)
    .map(([key, value]) => [key, spelled(value, [...steps, key])] as const)
    .filter(([, value]) => value !== undefined);
  return entries.length > 0 ? (Object.fromEntries(entries) as JsonRecord) : undefined;
}

function spelledValue(json: unknown, steps: Steps): Json | undefined {
  if (json === null || json === undefined || json === '') return undefined;
  const value = typeof json === 'string' ? json : JSON.stringify(json);
  switch (slotOf(steps)) {
    case 'constant':
      return undefined;
    case 'number':
      return Number.isFinite(Number(value)) ? String(Number(value)) : value;
    case 'kind':
    case 'flag':
    case 'closed':
    case 'open':
      return value.toLowerCase();
    default:
      return value;
  }
}

type Arrange = (json: JsonRecord, shape: string) => JsonRecord;

/** The rules that hold at certain places. */
const ARRANGEMENTS: readonly Arrange[] = [
  previewInText,
  buttonParameters,
  samples,
  headerSample,
  codeApps,
  quality,
  defaults,
  cardType,
];

function arranged(json: Json, shape: string): Json {
  if (Array.isArray(json))
    return sortedComponents(
      json.map((item) => arranged(item as Json, shape)),
      shape,
    );
  if (!isRecord(json)) return json;
  const inner = Object.entries(json).map(
    ([key, value]) => [key, arranged(value, shape === '' ? key : `${shape}.${key}`)] as const,
  );
  return ARRANGEMENTS.reduce<JsonRecord>((record, arrange) => arrange(record, shape), Object.fromEntries(inner));
}

function sortedComponents(items: readonly Json[], shape: string): Json {
  if (!/(^|\.)components$/.test(shape)) return items;
  return items.toSorted((one, other) => rankOf(one).localeCompare(rankOf(other)));
}

function rankOf(component: Json): string {
  if (!isRecord(component)) return '';
  return [component['type'], component['sub_type'], component['index']].map(String).join(' ');
}

function previewInText(json: JsonRecord, shape: string): JsonRecord {
  const { preview_url: preview, ...rest } = json;
  if (shape !== '' || preview === undefined || !isRecord(json['text'])) return json;
  return { ...rest, text: { preview_url: preview, ...json['text'] } };
}

const DOCUMENTED_PARAMETER: Readonly<Record<string, string>> = { quick_reply: 'payload', copy_code: 'coupon_code' };

function buttonParameters(json: JsonRecord, shape: string): JsonRecord {
  if (!/components$/.test(shape) || json['type'] !== 'button') return json;
  const wanted = DOCUMENTED_PARAMETER[typeof json['sub_type'] === 'string' ? json['sub_type'] : ''];
  const parameters = lists(json['parameters']).map((parameter) =>
    wanted === undefined ? parameter : renamed(parameter, wanted),
  );
  return { ...json, index: json['index'] ?? '0', parameters: parameters as readonly Json[] };
}

function renamed(parameter: unknown, wanted: string): unknown {
  if (!isRecord(parameter) || parameter['text'] === undefined) return parameter;
  const { text, ...rest } = parameter;
  return { ...rest, type: wanted, [wanted]: text };
}

function samples(json: JsonRecord, shape: string): JsonRecord {
  if (/(^|\.)buttons$/.test(shape) && json['example'] !== undefined)
    return { ...json, example: lists(json['example']) as readonly Json[] };
  if (!/(^|\.)example$/.test(shape)) return json;
  return Object.fromEntries(
    Object.entries(json).map(([key, value]) => [
      key,
      key === 'body_text' ? rowsOf(value) : (lists(value) as readonly Json[]),
    ]),
  );
}

/** One of WhatsApp's own samples gives a header its values under the name for bodies. */
function headerSample(json: JsonRecord, shape: string): JsonRecord {
  const sample = json['example'];
  if (
    !/(^|\.)components$/.test(shape) ||
    json['type'] !== 'header' ||
    !isRecord(sample) ||
    sample['body_text'] === undefined
  )
    return json;
  return { ...json, example: { header_text: lists(lists(sample['body_text'])[0]) as readonly Json[] } };
}

function rowsOf(value: Json): Json {
  const rows = lists(value) as readonly Json[];
  return rows.every((row) => Array.isArray(row)) ? rows : [rows];
}

function codeApps(json: JsonRecord, shape: string): JsonRecord {
  const { package_name, signature_hash, ...rest } = json;
  if (!/(^|\.)buttons$/.test(shape) || package_name === undefined || json['supported_apps'] !== undefined) return json;
  return { ...rest, supported_apps: [{ package_name, ...(signature_hash === undefined ? {} : { signature_hash }) }] };
}

function quality(json: JsonRecord): JsonRecord {
  const { quality_score_category: category, ...rest } = json;
  const score = rest['quality_score'] ?? category;
  if (score === undefined) return json;
  return { ...rest, quality_score: isRecord(score) ? score : { score } };
}

function defaults(json: JsonRecord, shape: string): JsonRecord {
  if (json['parameter_format'] === 'positional') return without(json, 'parameter_format');
  return shape.endsWith('limited_time_offer') && json['has_expiration'] === 'false'
    ? without(json, 'has_expiration')
    : json;
}

function cardType(json: JsonRecord, shape: string): JsonRecord {
  const hasButtons = isRecord(json['action']) && json['action']['buttons'] !== undefined;
  return shape.endsWith('action.cards') && hasButtons ? without(json, 'type') : json;
}

function without(json: JsonRecord, key: string): JsonRecord {
  return Object.fromEntries(Object.entries(json).filter(([each]) => each !== key));
}

/** What writing adds where the payload leaves it out, without adding meaning: the kind that the content itself tells. */
export function isImplied({ steps, value }: Leaf): boolean {
  const shape = shapeOf(steps);
  return slotOf(steps) === 'kind' || (shape === 'parameter_format' && value === 'named') || shape.endsWith('format');
}
