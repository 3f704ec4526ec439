import type { Contact } from '../../domain/contact.js';
import { contactName } from '../../domain/contact-name.js';
import { formatDisplay } from '../../domain/display-format.js';
import { displayName, singleLine } from '../../domain/display-text.js';
import { formatPhoneNumber } from '../../domain/phone-number.js';
import type { Session } from '../../domain/session.js';

/** Room for two names, of at most 128 characters each; in characters. */
const MAX_TITLE = 260;

/** The values that a format may show of a contact; a name that is known only as a whole stands as the first name. */
function contactField(contact: Contact, field: string): string | undefined {
  const attributes = contact.attributes ?? {};
  const own = Object.hasOwn(attributes, field) ? attributes[field] : undefined;
  if (own !== undefined) return own;
  if (field === '_msg_ProfileNickname') return contact.profileName;
  if (field === 'PhoneNumber') return contact.phoneNumber && formatPhoneNumber(contact.phoneNumber);
  return field === 'FirstName' && attributes['LastName'] === undefined ? contact.name : undefined;
}

function interactionField({ contact, channel, caseData }: Session, field: string): string | undefined {
  if (field === 'MainParty') return contact.phoneNumber ? formatPhoneNumber(contact.phoneNumber) : contact.username;
  if (field === 'Channel') return channel.name;
  return Object.hasOwn(caseData, field) ? caseData[field] : undefined;
}

/** What a title needs besides the session. */
export interface TitleParts {
  /** What a contact without any name is called. */
  readonly unknownContact: string;
  /** The page's own title; a window of ours has none. */
  readonly windowTitle?: string;
}

/** What a `*.window-title` option (SPEC L3) makes of a session; the contact's name where it makes nothing. */
export function sessionTitle(session: Session, format: string, { unknownContact, windowTitle }: TitleParts): string {
  const title = formatDisplay(format, (code) => {
    if (code === 'Window.Title') return windowTitle;
    const [scope, ...field] = code.split('.');
    const value = {
      Contact: contactField(session.contact, field.join('.')),
      Interaction: interactionField(session, field.join('.')),
    }[scope ?? ''];
    return value === undefined ? undefined : displayName(value, '');
  });
  return title === '' ? contactName(session.contact, unknownContact) : singleLine(title, MAX_TITLE);
}
