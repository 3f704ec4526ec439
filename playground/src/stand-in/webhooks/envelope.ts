import { isObject, objectsAt, type JsonObject } from '../json.js';
import type { BatchShape } from './chaos.js';

/** One update to tell the business of. */
export interface Change {
  readonly field: string;
  readonly value: JsonObject;
}

/** The body of a webhook POST that holds these changes. */
export function envelope(accountId: string, changes: readonly Change[], shape: BatchShape): JsonObject {
  const grouped = shape === 'merged' ? merged(changes) : changes;
  const entries = shape === 'entries' ? grouped.map((change) => [change]) : [grouped];
  return {
    object: 'whatsapp_business_account',
    entry: entries.map((list) => ({ id: accountId, changes: list.map(({ field, value }) => ({ value, field })) })),
  };
}

/** Puts neighbouring updates of the same sort into one change. */
function merged(changes: readonly Change[]): Change[] {
  return changes.reduce<Change[]>((list, change) => {
    const previous = list.at(-1);
    const joined = previous && joinedWith(previous, change);
    return joined ? [...list.slice(0, -1), joined] : [...list, change];
  }, []);
}

function joinedWith(first: Change, second: Change): Change | undefined {
  const key = ['messages', 'statuses'].find((name) => first.value[name] && second.value[name]);
  if (!key || first.field !== second.field) return undefined;
  const contacts = uniqueContacts([...objectsAt(first.value, 'contacts'), ...objectsAt(second.value, 'contacts')]);
  return {
    field: first.field,
    value: {
      ...first.value,
      ...(contacts.length > 0 && { contacts }),
      [key]: [...objectsAt(first.value, key), ...objectsAt(second.value, key)],
    },
  };
}

function uniqueContacts(contacts: readonly JsonObject[]): JsonObject[] {
  const byUser = new Map(contacts.filter(isObject).map((contact) => [contact['user_id'], contact]));
  return [...byUser.values()];
}
