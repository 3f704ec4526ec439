import { messageClaims, shownBy } from './expect-message.js';
import {
  asMilliseconds,
  asText,
  claims,
  first,
  isRecord,
  lists,
  type Claims,
  type JsonRecord,
} from './expect-values.js';

/**
 * What must come out of a webhook, told from WhatsApp's documentation by looking at the raw JSON alone. It shares no
 * code with the product's reader, so that the two can disagree.
 */
export interface Expected {
  /** For the report, e.g. `message wamid.…`. */
  readonly what: string;
  readonly kind: string;
  /** The id by which the desk knows it, where it has one. */
  readonly id?: string;
  readonly phoneNumberId?: string;
  /** What the domain must hold, by dotted path. */
  readonly claims: Claims;
  /** Texts that an agent must be able to read on the screen; empty for what is no message. */
  readonly shown: readonly string[];
}

type Described = Omit<Expected, 'what' | 'phoneNumberId'>;

/** Everything that the webhook tells, in its order within each list. */
export function expectedOf(json: unknown): readonly Expected[] {
  return valuesOf(json).flatMap(({ value, field }) => {
    const phoneNumberId = asText(first(value, 'metadata.phone_number_id'));
    return toldBy(value, field).map((told) => ({
      what: [told.kind, told.id].filter(Boolean).join(' '),
      ...(phoneNumberId === undefined ? {} : { phoneNumberId }),
      ...told,
    }));
  });
}

interface Value {
  readonly value: JsonRecord;
  readonly field: string | undefined;
}

function valuesOf(json: unknown): readonly Value[] {
  return lists(json)
    .filter(isRecord)
    .flatMap((envelope) => ('entry' in envelope ? lists(envelope['entry']) : [envelope]))
    .filter(isRecord)
    .flatMap((entry) =>
      'changes' in entry ? lists(entry['changes']).map((change) => ({ entry, change })) : [{ entry, change: entry }],
    )
    .flatMap(({ entry, change }) => {
      const value = isRecord(change) ? (change['value'] ?? change) : undefined;
      if (!isRecord(value) || !isRecord(change)) return [];
      const field = asText(change['field'] ?? entry['field'] ?? value['field'])?.toLowerCase();
      const standby = isRecord(value['standby'])
        ? [{ value: { ...value, ...value['standby'], standby: null }, field }]
        : [];
      return [{ value, field }, ...standby];
    });
}

function toldBy(value: JsonRecord, field: string | undefined): readonly Described[] {
  const told = LISTS.flatMap(([list, describe]) =>
    lists(value[list])
      .filter(isRecord)
      .map((item) => describe(item, value, field)),
  );
  const threads = lists(value['history']).filter(isRecord).flatMap(threadMessages);
  const all = [...told, ...threads];
  return all.length > 0 ? all : aboutBusiness(value, field);
}

type Describe = (item: JsonRecord, value: JsonRecord, field: string | undefined) => Described;

const LISTS: readonly (readonly [string, Describe])[] = [
  [
    'messages',
    (message, value, field) => describeMessage(field === 'history' ? 'history-message' : 'message', message, value),
  ],
  ['message_echoes', (message, value) => describeMessage('echo', message, value)],
  ['statuses', describeStatus],
  ['calls', describeCall],
  ['groups', describeGroup],
  ['user_preferences', describePreference],
  ['state_sync', describeSync],
  ['errors', (error) => ({ kind: 'problem', claims: claims({ 'problem.code': Number(error['code']) }), shown: [] })],
];

function describeMessage(kind: string, message: JsonRecord, value: JsonRecord): Described {
  const id = asText(message['id']) ?? '';
  const person = kind === 'echo' ? 'to' : 'from';
  return {
    kind,
    id,
    claims: claims({
      providerId: id,
      'contact.waId': kind === 'history-message' ? undefined : asText(message[person])?.replace(/^\+/, ''),
      'contact.userId': asText(message[`${person}_user_id`]),
      ...(kind === 'message' ? profileClaims(message, value) : {}),
      ...messageClaims(message),
    }),
    shown: shownBy(message),
  };
}

/** The profile beside the message, where it is certain whose it is. */
function profileClaims(message: JsonRecord, value: JsonRecord): Claims {
  const people = lists(value['contacts']).filter(isRecord);
  const same = people.filter((person) => isSame(person, message));
  const person = same.length === 1 ? same[0] : undefined;
  return person
    ? claims({
        'contact.profileName': asText(first(person, 'profile.name')),
        'contact.username': asText(first(person, 'profile.username'))?.replace(/^@/, ''),
      })
    : {};
}

function isSame(person: JsonRecord, message: JsonRecord): boolean {
  const user = asText(message['from_user_id']);
  if (user !== undefined && asText(person['user_id']) !== undefined) return asText(person['user_id']) === user;
  return asText(message['from']) !== undefined && asText(person['wa_id']) === asText(message['from']);
}

function threadMessages(chunk: JsonRecord): readonly Described[] {
  return lists(chunk['threads'])
    .filter(isRecord)
    .flatMap((thread) =>
      lists(thread['messages'])
        .filter(isRecord)
        .map((message) => {
          const told = describeMessage('history-message', message, {});
          const waId = asText(thread['id']);
          const direction = asText(message['from']) === waId ? 'from-contact' : 'from-business';
          return { ...told, claims: { ...told.claims, ...claims({ 'contact.waId': waId, direction }) } };
        }),
    );
}

const STATUS_WORDS = ['sent', 'delivered', 'read', 'played', 'failed'];

function describeStatus(status: JsonRecord): Described {
  const id = asText(status['id']) ?? '';
  const type = asText(status['type'])?.toLowerCase();
  const name = asText(status['status']);
  const word = name?.toLowerCase();
  const toGroup = asText(status['recipient_type']) === 'group';
  const isCall = type === 'call';
  return {
    kind: isCall ? 'call-status' : type === 'payment' ? 'payment' : 'status',
    id,
    claims: claims({
      [isCall ? 'callId' : 'providerId']: id,
      statusName: name,
      status: isCall || type === 'payment' || !STATUS_WORDS.includes(word ?? '') ? undefined : word,
      at: asMilliseconds(status['timestamp']),
      [toGroup ? 'groupId' : 'recipient.waId']: asText(status['recipient_id'])?.replace(/^\+/, ''),
      'recipient.userId': asText(status['recipient_user_id']),
      'recipient.parentUserId': asText(status['recipient_parent_user_id'] ?? status['parent_recipient_user_id']),
      'problems.0.code': codeOf(first(status, 'errors.0')),
      'problems.0.details': asText(first(status, 'errors.0.error_data.details')),
      opaque: asText(status['biz_opaque_callback_data']),
      'pricing.category': isCall ? undefined : asText(first(status, 'pricing.category')),
      'pricing.type': isCall ? undefined : asText(first(status, 'pricing.type')),
      'conversation.id': isCall ? undefined : asText(first(status, 'conversation.id')),
    }),
    shown: [],
  };
}

function codeOf(error: unknown): number | undefined {
  const code = isRecord(error) ? Number(error['code']) : NaN;
  return Number.isFinite(code) ? code : undefined;
}

function describeCall(call: JsonRecord): Described {
  const id = asText(call['id'] ?? call['wacid']) ?? '';
  const direction = { user_initiated: 'from-contact', business_initiated: 'from-business' }[
    asText(call['direction'])?.toLowerCase() ?? ''
  ];
  const duration = Number(call['duration']);
  return {
    kind: 'call',
    id,
    claims: claims({
      callId: id,
      event: asText(call['event'])?.toLowerCase(),
      direction,
      at: asMilliseconds(call['timestamp']),
      startedAt: asMilliseconds(call['start_time']),
      endedAt: asMilliseconds(call['end_time']),
      durationMs: 'duration' in call && Number.isFinite(duration) ? duration * 1000 : undefined,
      'contact.waId': direction && asText(call[direction === 'from-contact' ? 'from' : 'to'])?.replace(/^\+/, ''),
      'session.sdp': asText(first(call, 'session.sdp')),
      opaque: asText(call['biz_opaque_callback_data']),
    }),
    shown: [],
  };
}

function describeGroup(group: JsonRecord): Described {
  return {
    kind: 'group',
    claims: claims({
      event: asText(group['type']),
      groupId: asText(group['group_id']),
      at: asMilliseconds(group['timestamp']),
      subject: asText(group['subject']),
      'added.0.waId': asText(first(group, 'added_participants.0.wa_id')),
      'removed.0.waId': asText(first(group, 'removed_participants.0.wa_id')),
      'newSubject.text': asText(first(group, 'group_subject.text')),
    }),
    shown: [],
  };
}

function describePreference(preference: JsonRecord): Described {
  return {
    kind: 'marketing-preference',
    claims: claims({
      allowed: asText(preference['value'])?.toLowerCase() !== 'stop',
      'contact.waId': asText(preference['wa_id']),
      'contact.userId': asText(preference['user_id']),
    }),
    shown: [],
  };
}

function describeSync(change: JsonRecord): Described {
  return {
    kind: 'contact-sync',
    claims: claims({
      action: asText(change['action'])?.toLowerCase() === 'remove' ? 'remove' : 'add',
      'contact.waId': asText(first(change, 'contact.phone_number'))?.replace(/^\+/, ''),
      fullName: asText(first(change, 'contact.full_name')),
      firstName: asText(first(change, 'contact.first_name')),
    }),
    shown: [],
  };
}

const TEMPLATE_CLAIMS = {
  'template.id': 'message_template_id',
  'template.name': 'message_template_name',
  previous: 'previous_quality_score',
  body: 'message_template_element',
  future: 'correct_category',
} as const;

/** News of a template or the account: one value, one subject. */
function aboutBusiness(value: JsonRecord, field: string | undefined): readonly Described[] {
  if (lists(value['history']).some(isRecord)) return [{ kind: 'history-progress', claims: {}, shown: [] }];
  const kind = businessKind(value, field);
  if (!kind) return [];
  const about = kind.startsWith('template')
    ? Object.fromEntries(Object.entries(TEMPLATE_CLAIMS).map(([path, property]) => [path, asText(value[property])]))
    : {
        event: asText(value['event']),
        'restrictions.0.type': asText(first(value, 'restriction_info.0.restriction_type')),
      };
  return [{ kind, claims: claims(about), shown: [] }];
}

function businessKind(value: JsonRecord, field: string | undefined): string | undefined {
  if ('new_quality_score' in value) return 'template-quality';
  if ('new_category' in value || 'correct_category' in value) return 'template-category';
  if (field === 'message_template_components_update') return 'template-components';
  if (field === 'message_template_status_update') return 'template-status';
  if (isRecord(value['standby'])) return undefined;
  return field !== undefined &&
    /^(account_|phone_number_|business_|security$|partner_|payment_configuration)/.test(field)
    ? 'account'
    : 'other';
}
