import type { Contact } from './contact.js';
import { displayName } from './display-text.js';
import { formatPhoneNumber } from './phone-number.js';

/**
 * What a contact is called on screen (SPEC B4): the name from the contact database, else the WhatsApp profile name, else the
 * user name, else the phone number, else the end of the user id, else `fallback`. Always safe to show (see `displayName`).
 */
export function contactName(contact: Contact, fallback: string): string {
  const username = contact.username === undefined ? undefined : `@${contact.username}`;
  const phone = contact.phoneNumber === undefined ? undefined : formatPhoneNumber(contact.phoneNumber);
  const user = contact.userId === undefined ? undefined : `…${contact.userId.slice(-6)}`;
  for (const candidate of [contact.name, contact.profileName, username, phone, user]) {
    const shown = displayName(candidate, '');
    if (shown !== '') return shown;
  }
  return fallback;
}
