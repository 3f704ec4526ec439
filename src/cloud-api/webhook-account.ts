import type { JsonObject } from '../domain/index.js';
import { heard, list, optional, optionalInline, seconds, shape, text, type Codec } from './codec.js';
import type { AccountFact, ContactSyncFact, MarketingPreferenceFact } from './business-facts.js';
import type { IdentityChangeFact, ProblemFact } from './facts.js';
import { describedPerson, directoryOf, identityAt, PERSON, type ContactIdentity } from './identity.js';
import { asList, isObject, valueAt, withoutMissing, word } from './json.js';
import { problemsIn } from './problems.js';

/** Subscriptions that tell of the account, the number or the business behind it. */
const ACCOUNT_FIELDS: readonly string[] = [
  'account_alerts',
  'account_review_update',
  'account_settings_update',
  'account_update',
  'business_capability_update',
  'business_username_update',
  'business_username_updates',
  'partner_solutions',
  'payment_configuration_update',
  'phone_number_name_update',
  'phone_number_quality_update',
  'security',
];

const restriction = shape<NonNullable<AccountFact['restrictions']>[number]>({
  type: optional('restriction_type', text),
  expiresAt: optional('expiration', seconds),
  remediation: optional('remediation', text),
});

const violation = shape<NonNullable<AccountFact['violation']>>({
  type: optional('violation_type', text),
  remediation: optional('remediation', text),
});

const ban = shape<NonNullable<AccountFact['ban']>>({
  states: optional('waba_ban_state', list(text)),
  date: optional('waba_ban_date', text),
});

const IN_FIELDS: readonly string[] = [
  'event',
  'display_phone_number',
  'phone_number',
  'restriction_info',
  'violation_info',
  'ban_info',
  'current_limit',
  'old_limit',
  'max_daily_conversations_per_business',
];

/** What has no field of its own: WhatsApp adds to these webhooks most often, and only administrators read them. */
const details: Codec<JsonObject> = {
  read(json) {
    if (!isObject(json)) return undefined;
    const rest = Object.entries(json).filter(([key]) => !IN_FIELDS.includes(key));
    return rest.length > 0 ? Object.fromEntries(rest) : undefined;
  },
  write: (rest) => rest,
};

const account = shape<AccountFact>({
  kind: heard(() => 'account' as const),
  event: optional('event', text),
  phoneNumber: heard((source) => text.read(valueAt(source, 'display_phone_number') ?? valueAt(source, 'phone_number'))),
  restrictions: optional('restriction_info', list(restriction)),
  violation: optional('violation_info', violation),
  ban: optional('ban_info', ban),
  currentLimit: optional('current_limit', text),
  previousLimit: optional('old_limit', text),
  dailyConversations: optional('max_daily_conversations_per_business', text),
  details: optionalInline(details),
});

/** News of the account, or `undefined` when the webhook is about something else. */
export function readAccountChange(value: unknown, field: string | undefined): AccountFact | undefined {
  return field !== undefined && ACCOUNT_FIELDS.includes(field) ? account.read(value) : undefined;
}

/** Who wants marketing messages and who does not. */
export function readPreferences(value: unknown): readonly MarketingPreferenceFact[] {
  const directory = directoryOf(value);
  return objectsAt(value, 'user_preferences').map((preference) => {
    const choice = word(valueAt(preference, 'value')) ?? '';
    return withoutMissing<MarketingPreferenceFact>({
      kind: 'marketing-preference',
      contact: directory.complete(identityAt(preference, PERSON)),
      allowed: choice !== 'stop',
      value: choice,
      category: text.read(valueAt(preference, 'category')),
      detail: text.read(valueAt(preference, 'detail')),
      at: seconds.read(valueAt(preference, 'timestamp')),
    });
  });
}

/** What changed in the phone's address book. */
export function readContactSync(value: unknown): readonly ContactSyncFact[] {
  return objectsAt(value, 'state_sync').map((change) => {
    const contact = valueAt(change, 'contact');
    const waId = text.read(valueAt(contact, 'phone_number'))?.replace(/^\+/, '');
    return withoutMissing<ContactSyncFact>({
      kind: 'contact-sync',
      action: word(valueAt(change, 'action')) === 'remove' ? 'remove' : 'add',
      contact: withoutMissing<ContactIdentity>({ waId, ...describedPerson(contact) }),
      fullName: text.read(valueAt(contact, 'full_name')),
      firstName: text.read(valueAt(contact, 'first_name')),
      at: seconds.read(valueAt(change, 'metadata.timestamp') ?? valueAt(change, 'timestamp')),
    });
  });
}

/** New ids of contacts, from a subscription that WhatsApp has withdrawn since. */
export function readIdentityChanges(value: unknown): readonly IdentityChangeFact[] {
  return objectsAt(value, 'user_id_update').map((change) =>
    withoutMissing<IdentityChangeFact>({
      kind: 'identity-change',
      contact: withoutMissing<ContactIdentity>({
        ...identityAt(change, PERSON),
        userId: text.read(valueAt(change, 'user_id.current') ?? valueAt(change, 'user_id')),
        parentUserId: text.read(valueAt(change, 'parent_user_id.current') ?? valueAt(change, 'parent_user_id')),
      }),
      previousUserId: text.read(valueAt(change, 'user_id.previous') ?? valueAt(change, 'previous_user_id')),
      previousParentUserId: text.read(
        valueAt(change, 'parent_user_id.previous') ?? valueAt(change, 'previous_parent_user_id'),
      ),
      at: seconds.read(valueAt(change, 'timestamp')),
      detail: text.read(valueAt(change, 'detail')),
    }),
  );
}

/** Problems that belong to no message. */
export function readProblems(value: unknown): readonly ProblemFact[] {
  return (problemsIn(valueAt(value, 'errors')) ?? []).map((problem) => ({ kind: 'problem', problem }));
}

function objectsAt(json: unknown, path: string): readonly unknown[] {
  return asList(valueAt(json, path)).filter(isObject);
}
