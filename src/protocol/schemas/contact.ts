import * as v from 'valibot';
import type { Contact, ContactCard } from '../../domain/contact.js';
import { idSchema, textRecordSchema } from './json.js';

const text = v.optional(v.string());

export const contactSchema: v.GenericSchema<unknown, Contact> = v.object({
  id: idSchema,
  name: text,
  profileName: text,
  username: text,
  phoneNumber: text,
  userId: text,
  parentUserId: text,
  attributes: v.optional(textRecordSchema),
  marketingAllowed: v.optional(v.boolean()),
});

const addressSchema = v.object({
  street: text,
  city: text,
  state: text,
  zip: text,
  country: text,
  countryCode: text,
  type: text,
});

export const contactCardSchema: v.GenericSchema<unknown, ContactCard> = v.object({
  name: v.optional(v.object({ formatted: text, first: text, last: text, middle: text, prefix: text, suffix: text })),
  phones: v.optional(v.array(v.object({ phone: v.string(), waId: text, type: text, userId: text }))),
  emails: v.optional(v.array(v.object({ email: v.string(), type: text }))),
  addresses: v.optional(v.array(addressSchema)),
  urls: v.optional(v.array(v.object({ url: v.string(), type: text }))),
  organization: v.optional(v.object({ company: text, department: text, title: text })),
  birthday: text,
  origin: text,
  vcard: text,
});
