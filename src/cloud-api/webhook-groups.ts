import { flag, heard, optional, requiredText, seconds, shape, text, type Codec, type Field } from './codec.js';
import type { GroupFact, GroupMember, GroupSetting } from './business-facts.js';
import { describedPerson, type ContactIdentity } from './identity.js';
import { asList, isObject, valueAt, withoutMissing } from './json.js';
import { problemsIn } from './problems.js';

const member: Codec<GroupMember> = {
  read: (json) =>
    isObject(json)
      ? withoutMissing<GroupMember>({
          ...describedPerson(json),
          input: text.read(valueAt(json, 'input')),
          problems: problemsIn(valueAt(json, 'errors')),
        })
      : undefined,
  write: () => undefined,
};

const setting = shape<GroupSetting>({
  text: optional('text', text),
  mimeType: optional('mime_type', text),
  sha256: optional('sha256', text),
  done: optional('update_successful', flag),
  problems: heard((source) => problemsIn(valueAt(source, 'errors'))),
});

function members(path: string): Field<readonly GroupMember[] | undefined> {
  return heard((source) => {
    const json = valueAt(source, path);
    return json === undefined
      ? undefined
      : asList(json)
          .map(member.read)
          .filter((each) => each !== undefined);
  });
}

const group = shape<GroupFact>({
  kind: heard(() => 'group' as const),
  event: requiredText('type'),
  groupId: requiredText('group_id'),
  at: optional('timestamp', seconds),
  requestId: optional('request_id', text),
  joinRequestId: optional('join_request_id', text),
  subject: optional('subject', text),
  description: optional('description', text),
  inviteLink: optional('invite_link', text),
  joinApproval: optional('join_approval_mode', text),
  reason: optional('reason', text),
  contact: heard(contactOf),
  added: members('added_participants'),
  removed: members('removed_participants'),
  failed: members('failed_participants'),
  newSubject: optional('group_subject', setting),
  newDescription: optional('group_description', setting),
  newPicture: optional('profile_picture', setting),
  problems: heard((source) => problemsIn(valueAt(source, 'errors'))),
});

function contactOf(source: unknown): ContactIdentity | undefined {
  const person = describedPerson(source);
  return Object.keys(person).length > 0 ? person : undefined;
}

/** What happened to groups. */
export function readGroups(value: unknown): readonly GroupFact[] {
  return asList(valueAt(value, 'groups'))
    .map((each) => group.read(each))
    .filter((fact) => fact !== undefined);
}
