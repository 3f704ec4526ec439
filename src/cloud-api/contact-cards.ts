import type { ContactCard, ContactCardAddress, ContactCardName, ContactCardPhone } from '../domain/index.js';
import { list, optional, requiredText, shape, text } from './codec.js';

const name = shape<ContactCardName>({
  formatted: optional('formatted_name', text),
  first: optional('first_name', text),
  last: optional('last_name', text),
  middle: optional('middle_name', text),
  prefix: optional('prefix', text),
  suffix: optional('suffix', text),
});

const phone = shape<ContactCardPhone>({
  phone: requiredText('phone'),
  waId: optional('wa_id', text),
  type: optional('type', text),
  userId: optional('user_id', text),
});

const address = shape<ContactCardAddress>({
  street: optional('street', text),
  city: optional('city', text),
  state: optional('state', text),
  zip: optional('zip', text),
  country: optional('country', text),
  countryCode: optional('country_code', text),
  type: optional('type', text),
});

/** A contact card as it stands in the `contacts` of a message, in both directions. */
export const contactCard = shape<ContactCard>({
  name: optional('name', name),
  phones: optional('phones', list(phone)),
  emails: optional(
    'emails',
    list(
      shape<{ readonly email: string; readonly type?: string }>({
        email: requiredText('email'),
        type: optional('type', text),
      }),
    ),
  ),
  addresses: optional('addresses', list(address)),
  urls: optional(
    'urls',
    list(
      shape<{ readonly url: string; readonly type?: string }>({
        url: requiredText('url'),
        type: optional('type', text),
      }),
    ),
  ),
  organization: optional(
    'org',
    shape<NonNullable<ContactCard['organization']>>({
      company: optional('company', text),
      department: optional('department', text),
      title: optional('title', text),
    }),
  ),
  birthday: optional('birthday', text),
  origin: optional('origin', text),
  vcard: optional('vcard', text),
});
