import type { Session } from '../../domain/session.js';
import { singleLine } from '../../domain/display-text.js';
import type { Field } from './fields.js';
import type { Filling } from './filling.js';

const MAX_VALUE = 200;

/** Under which names of parameters the contact's own data is known, beside those of attributes and case data. */
const OWN_NAMES: Readonly<Record<string, 'name' | 'phoneNumber' | 'username'>> = {
  name: 'name',
  fullname: 'name',
  contactname: 'name',
  customername: 'name',
  phone: 'phoneNumber',
  phonenumber: 'phoneNumber',
  username: 'username',
};

/** What is known about contact and case, by plain names; a nickname that the contact chose counts as a name. */
export type KnownValues = Readonly<Record<string, string>>;

export function knownValuesOf({ contact, caseData }: Pick<Session, 'contact' | 'caseData'>): KnownValues {
  const { name = contact.profileName, phoneNumber, username, attributes = {} } = contact;
  const own = { name, phoneNumber, username };
  const entries = [
    ...Object.entries(OWN_NAMES).map(([plain, key]) => [plain, own[key]] as const),
    ...[...Object.entries(caseData), ...Object.entries(attributes)].map(
      ([key, value]) => [plainName(key), value] as const,
    ),
  ];
  return Object.fromEntries(
    entries.flatMap(([key, value]) => {
      const clean = value === undefined ? '' : singleLine(value, MAX_VALUE);
      return clean === '' ? [] : [[key, clean] as const];
    }),
  );
}

/** Each different value once, to choose from. */
export function choicesOf(known: KnownValues): readonly string[] {
  return [...new Set(Object.values(known))];
}

/** Fills in the named parameters whose names are known; numbers tell nothing. */
export function knownTexts(fields: readonly Field[], known: KnownValues): Filling['texts'] {
  return Object.fromEntries(
    fields.flatMap(({ id, label }) => {
      const name = label.kind === 'placeholder' ? plainName(label.name) : '';
      const value = Object.hasOwn(known, name) ? known[name] : undefined;
      return value === undefined || /^\d+$/.test(name) ? [] : [[id, value] as const];
    }),
  );
}

/** `first_name`, `First Name` and `firstName` are one. */
function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{Letter}\p{Number}]/gu, '');
}
