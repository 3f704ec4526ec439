import type { TemplateStatus } from '../domain/index.js';
import { list, optional, seconds, shape, text } from './codec.js';
import type {
  TemplateCategoryFact,
  TemplateComponentsFact,
  TemplateName,
  TemplateQualityFact,
  TemplateStatusFact,
} from './business-facts.js';
import { valueAt, withoutMissing } from './json.js';

type TemplateFact = TemplateStatusFact | TemplateQualityFact | TemplateComponentsFact | TemplateCategoryFact;

/** What status each event leaves a template in. */
const STATUS_AFTER: Readonly<Record<string, TemplateStatus>> = {
  approved: 'approved',
  reinstated: 'approved',
  unarchived: 'approved',
  pending: 'pending',
  rejected: 'rejected',
  paused: 'paused',
  disabled: 'disabled',
  archived: 'archived',
  deleted: 'deleted',
  pending_deletion: 'pending-deletion',
  in_appeal: 'in-appeal',
  limit_exceeded: 'limit-exceeded',
};

const templateButton = shape<NonNullable<TemplateComponentsFact['buttons']>[number]>({
  type: optional('message_template_button_type', text),
  text: optional('message_template_button_text', text),
  url: optional('message_template_button_url', text),
  phoneNumber: optional('message_template_button_phone_number', text),
});

/** What happened to a template, told by the properties: the `field` of one of WhatsApp's own examples is wrong. */
export function readTemplateChange(value: unknown, field: string | undefined): TemplateFact | undefined {
  if (valueAt(value, 'new_quality_score') !== undefined) return quality(value);
  if (isCategoryChange(value)) return category(value);
  if (isComponentsChange(value, field)) return components(value);
  return isStatusChange(value, field) ? status(value) : undefined;
}

function isCategoryChange(value: unknown): boolean {
  return valueAt(value, 'new_category') !== undefined || valueAt(value, 'correct_category') !== undefined;
}

function isComponentsChange(value: unknown, field: string | undefined): boolean {
  return field === 'message_template_components_update' || valueAt(value, 'message_template_element') !== undefined;
}

function isStatusChange(value: unknown, field: string | undefined): boolean {
  if (valueAt(value, 'event') === undefined) return false;
  return field === 'message_template_status_update' || valueAt(value, 'message_template_id') !== undefined;
}

/** Webhooks spell a language `en-US` where the API wants `en_US`. */
function nameOf(value: unknown): TemplateName {
  return withoutMissing<TemplateName>({
    id: text.read(valueAt(value, 'message_template_id')),
    name: text.read(valueAt(value, 'message_template_name')),
    language: text.read(valueAt(value, 'message_template_language'))?.replace('-', '_'),
    category: text.read(valueAt(value, 'message_template_category')),
  });
}

function status(value: unknown): TemplateStatusFact {
  const event = text.read(valueAt(value, 'event')) ?? '';
  return withoutMissing<TemplateStatusFact>({
    kind: 'template-status',
    template: nameOf(value),
    event,
    status: STATUS_AFTER[event.toLowerCase()],
    reason: text.read(valueAt(value, 'reason')),
    explanation: text.read(valueAt(value, 'rejection_info.reason')),
    recommendation: text.read(valueAt(value, 'rejection_info.recommendation')),
    disabledOn: text.read(valueAt(value, 'disable_info.disable_date')),
    title: text.read(valueAt(value, 'other_info.title')),
    description: text.read(valueAt(value, 'other_info.description')),
  });
}

function quality(value: unknown): TemplateQualityFact {
  return withoutMissing<TemplateQualityFact>({
    kind: 'template-quality',
    template: nameOf(value),
    previous: text.read(valueAt(value, 'previous_quality_score')),
    current: text.read(valueAt(value, 'new_quality_score')) ?? '',
  });
}

function components(value: unknown): TemplateComponentsFact {
  return withoutMissing<TemplateComponentsFact>({
    kind: 'template-components',
    template: nameOf(value),
    title: text.read(valueAt(value, 'message_template_title')),
    body: text.read(valueAt(value, 'message_template_element')),
    footer: text.read(valueAt(value, 'message_template_footer')),
    buttons: list(templateButton).read(valueAt(value, 'message_template_buttons')),
  });
}

/** While a change is only announced, `new_category` is the present one. */
function category(value: unknown): TemplateCategoryFact {
  return withoutMissing<TemplateCategoryFact>({
    kind: 'template-category',
    template: nameOf(value),
    previous: text.read(valueAt(value, 'previous_category')),
    current: text.read(valueAt(value, 'new_category')),
    future: text.read(valueAt(value, 'correct_category')),
    changesAt: seconds.read(valueAt(value, 'category_update_timestamp')),
  });
}
