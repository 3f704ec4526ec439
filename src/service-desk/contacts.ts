import type { Contact } from '../domain/contact.js';
import type { DecisionDraft } from './decision-draft.js';
import type { ContactFacts } from './inputs.js';
import { pairKey, type DeskState } from './state.js';

function knownContact(state: DeskState, facts: ContactFacts): Contact | undefined {
  const byUserId = (id: string | undefined) => (id === undefined ? undefined : state.contactByUserId.get(id));
  const byPhone = (number: string | undefined) => (number === undefined ? undefined : state.contactByPhone.get(number));
  const id =
    byUserId(facts.userId) ??
    byUserId(facts.previousUserId) ??
    byPhone(facts.phoneNumber) ??
    byPhone(facts.previousPhoneNumber);
  return id === undefined ? undefined : state.contacts.get(id);
}

/** What the facts say beyond what is known; facts that are missing say nothing. */
function news(known: Contact | undefined, facts: ContactFacts): Partial<Contact> {
  const { userId, parentUserId, phoneNumber, profileName, username } = facts;
  const told = Object.entries({ userId, parentUserId, phoneNumber, profileName, username });
  return Object.fromEntries(
    told.filter(([name, value]) => value !== undefined && known?.[name as keyof Contact] !== value),
  );
}

/** Tells everybody who has a session with the contact what has changed. */
export function noteContact(draft: DecisionDraft, contact: Contact): void {
  const { state, config } = draft.context;
  draft.keep({ type: 'contact.noted', contact });
  for (const channel of config.channels) {
    const open = state.conversations.get(pairKey(channel.id, contact.id))?.openSessionId;
    if (open !== undefined) draft.toSession(open, { type: 'contact.changed', contact });
  }
}

/** Finds the contact of whom a webhook speaks, notes what is new about it, and makes one where there is none. */
export function resolveContact(draft: DecisionDraft, facts: ContactFacts): Contact {
  const known = knownContact(draft.context.state, facts);
  const changes = news(known, facts);
  if (known && Object.keys(changes).length === 0) return known;
  const contact = { ...(known ?? { id: draft.context.newId() }), ...changes };
  noteContact(draft, contact);
  return contact;
}
