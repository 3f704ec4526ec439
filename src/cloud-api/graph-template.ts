import type { JsonObject, TemplateCategory, TemplateDefinition, TemplateStatus } from '../domain/index.js';
import {
  flag,
  list,
  number,
  optional,
  requiredText,
  secondsNumber,
  shape,
  text,
  wordOf,
  type Codec,
  type Field,
} from './codec.js';
import { asList, valueAt, word, type MutableJson } from './json.js';
import { readComponents, writeComponents, type TemplateComponents } from './template-components.js';
import { hasNamedPlaceholders } from './template-text.js';

type About = Omit<TemplateDefinition, 'parameters' | keyof TemplateComponents>;

const category = wordOf<TemplateCategory>({
  MARKETING: 'marketing',
  UTILITY: 'utility',
  AUTHENTICATION: 'authentication',
});

const status = wordOf<TemplateStatus>({
  APPROVED: 'approved',
  PENDING: 'pending',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'disabled',
  IN_APPEAL: 'in-appeal',
  PENDING_DELETION: 'pending-deletion',
  DELETED: 'deleted',
  LIMIT_EXCEEDED: 'limit-exceeded',
  ARCHIVED: 'archived',
});

/** A word of WhatsApp's list, or else `rest`, with the word itself kept in a field of its own. */
function wordOr<T extends string>(path: string, codec: Codec<T>, rest: T): Field<T> {
  return {
    read: (source) => codec.read(valueAt(source, path)) ?? rest,
    write: (value, target) => optional(path, codec).write(value, target),
  };
}

function otherWord<T extends string>(path: string, codec: Codec<T>): Field<string | undefined> {
  return {
    read: (source) => (codec.read(valueAt(source, path)) === undefined ? text.read(valueAt(source, path)) : undefined),
    write: (value, target) => optional(path, text).write(value, target),
  };
}

/** The quality score is an object in newer answers and a word in others. */
const quality: Field<string | undefined> = {
  read(source) {
    const score = valueAt(source, 'quality_score');
    return (
      text.read(valueAt(score, 'score')) ?? text.read(score) ?? text.read(valueAt(source, 'quality_score_category'))
    );
  },
  write: (value, target) => optional('quality_score.score', text).write(value, target),
};

const about = shape<About>({
  id: optional('id', text),
  name: requiredText('name'),
  language: { read: (source) => text.read(valueAt(source, 'language')) ?? '', write: writeLanguage },
  languages: optional('languages', list(text)),
  category: wordOr('category', category, 'other'),
  otherCategory: otherWord('category', category),
  previousCategory: optional('previous_category', text),
  correctCategory: optional('correct_category', text),
  subCategory: optional('sub_category', text),
  status: wordOr('status', status, 'unknown'),
  otherStatus: otherWord('status', status),
  statusReason: optional('rejected_reason', text),
  quality,
  qualityAt: optional('quality_score.date', secondsNumber),
  sendTtlSeconds: optional('message_send_ttl_seconds', number),
  libraryTemplateName: optional('library_template_name', text),
  linkTrackingOptedOut: optional('cta_url_link_tracking_opted_out', flag),
  categoryChangeAllowed: optional('allow_category_change', flag),
  primaryDeviceOnly: optional('is_primary_device_delivery_only', flag),
  displayFormat: optional('display_format', text),
});

function writeLanguage(language: string, target: MutableJson): void {
  if (language !== '') target['language'] = language;
}

/** A template's definition as WhatsApp lists it or takes it, or `undefined` when this is none. */
export function fromGraphTemplate(json: unknown): TemplateDefinition | undefined {
  const read = about.read(json);
  if (!read) return undefined;
  const components = readComponents(asList(valueAt(json, 'components')), read.category === 'authentication');
  const texts = [components.body, components.header?.kind === 'text' ? components.header : undefined];
  const format = word(valueAt(json, 'parameter_format'));
  const named = format === 'named' || (format !== 'positional' && hasNamedPlaceholders(texts));
  return { ...read, parameters: named ? 'named' : 'positional', ...components };
}

/** The JSON of a template's definition, as WhatsApp lists it and takes it. */
export function toGraphTemplate(definition: TemplateDefinition): JsonObject {
  const target = about.write(definition) as MutableJson;
  if (definition.parameters === 'named') target['parameter_format'] = 'NAMED';
  const components = writeComponents(definition);
  if (components.length > 0) target['components'] = components;
  return target;
}
