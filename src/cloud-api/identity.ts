import { text } from './codec.js';
import { asList, isObject, valueAt, withoutMissing } from './json.js';

/** Who a person is: at least one of `waId` and `userId` unless WhatsApp told neither. */
export interface ContactIdentity {
  /** Digits of the phone number; absent when the person hides it. */
  readonly waId?: string;
  /** The id of the WhatsApp account, where it is another than the number. */
  readonly accountId?: string;
  /** Business-scoped user id. */
  readonly userId?: string;
  readonly parentUserId?: string;
  /** Without the leading `@`. */
  readonly username?: string;
  readonly profileName?: string;
  /** The person's security code, where the business asked to be told of changes. */
  readonly identityHash?: string;
}

/** Where the three ids of a person stand: their names differ from place to place. */
export interface IdentityPlaces {
  readonly waId: readonly string[];
  readonly userId: readonly string[];
  readonly parentUserId: readonly string[];
}

export const SENDER: IdentityPlaces = {
  waId: ['from'],
  userId: ['from_user_id'],
  parentUserId: ['from_parent_user_id'],
};

export const ADDRESSEE: IdentityPlaces = { waId: ['to'], userId: ['to_user_id'], parentUserId: ['to_parent_user_id'] };

export const RECIPIENT: IdentityPlaces = {
  waId: ['recipient_id'],
  userId: ['recipient_user_id'],
  parentUserId: ['recipient_parent_user_id', 'parent_recipient_user_id', 'parent_user_id'],
};

export const PARTICIPANT: IdentityPlaces = {
  waId: ['recipient_participant_id', 'participant_recipient_id'],
  userId: ['recipient_participant_user_id', 'participant_recipient_user_id'],
  parentUserId: ['recipient_participant_parent_user_id', 'participant_recipient_parent_user_id'],
};

export const PERSON: IdentityPlaces = { waId: ['wa_id'], userId: ['user_id'], parentUserId: ['parent_user_id'] };

function firstText(json: unknown, paths: readonly string[]): string | undefined {
  const found = paths
    .map((path) => text.read(valueAt(json, path)))
    .find((value) => value !== undefined && value.trim() !== '');
  return found?.trim();
}

/** Who is meant at these places; without any id it is an empty object. */
export function identityAt(json: unknown, places: IdentityPlaces): ContactIdentity {
  return withoutMissing<ContactIdentity>({
    waId: firstText(json, places.waId)?.replace(/^\+/, ''),
    userId: firstText(json, places.userId),
    parentUserId: firstText(json, places.parentUserId),
  });
}

/** A person as the `contacts` of a webhook describe one. */
export function describedPerson(json: unknown): ContactIdentity {
  return withoutMissing<ContactIdentity>({
    ...identityAt(json, PERSON),
    username: username(valueAt(json, 'profile.username') ?? valueAt(json, 'username')),
    profileName: text.read(valueAt(json, 'profile.name')),
    identityHash: text.read(valueAt(json, 'identity_key_hash')),
  });
}

/** A user name without the `@` that some of WhatsApp's webhooks put before it. */
export function username(json: unknown): string | undefined {
  return text.read(json)?.replace(/^@/, '');
}

/** The people whom one webhook describes. */
export interface Directory {
  /** All that is known of this person, found by id and never by position. */
  complete(identity: ContactIdentity): ContactIdentity;
}

/**
 * The directory of one webhook value. Where one person is described and one is meant, they are the same even when
 * their ids cannot be compared: one may be a number and the other a user id.
 */
export function directoryOf(value: unknown): Directory {
  const people = asList(valueAt(value, 'contacts')).filter(isObject).map(describedPerson);
  const alone = people.length === 1 && countMeant(value) <= 1 ? people[0] : undefined;
  return {
    complete(identity) {
      const known = people.find((person) => isSame(person, identity)) ?? alone;
      return known ? merged(known, identity) : identity;
    },
  };
}

/** In some countries an account's id is not the number that the person dials from. */
function merged(known: ContactIdentity, identity: ContactIdentity): ContactIdentity {
  const differs = known.waId !== undefined && identity.waId !== undefined && known.waId !== identity.waId;
  return { ...known, ...identity, ...(differs ? { accountId: known.waId } : {}) };
}

function isSame(one: ContactIdentity, other: ContactIdentity): boolean {
  if (one.userId !== undefined && other.userId !== undefined) return one.userId === other.userId;
  return one.waId !== undefined && one.waId === other.waId;
}

const MEANT: readonly (readonly [list: string, places: IdentityPlaces])[] = [
  ['messages', SENDER],
  ['message_echoes', ADDRESSEE],
  ['statuses', RECIPIENT],
];

function countMeant(value: unknown): number {
  const meant = MEANT.flatMap(([list, places]) => asList(valueAt(value, list)).map((item) => identityAt(item, places)));
  return new Set(meant.map((identity) => identity.userId ?? identity.waId ?? '')).size;
}
