import { flag, opaque, optional, seconds, shape, text } from './codec.js';
import type { CallStatusFact, PaymentFact, Pricing, ReportedStatus, StatusFact } from './facts.js';
import { directoryOf, identityAt, PARTICIPANT, RECIPIENT, type Directory, type ContactIdentity } from './identity.js';
import { asList, isObject, valueAt, withoutMissing, word } from './json.js';
import { amount } from './orders.js';
import { problemsIn } from './problems.js';

const STATUSES: readonly ReportedStatus[] = ['sent', 'delivered', 'read', 'played', 'failed'];

const pricing = shape<Pricing>({
  billable: optional('billable', flag),
  model: optional('pricing_model', text),
  type: optional('type', text),
  category: optional('category', text),
});

const conversation = shape<NonNullable<StatusFact['conversation']>>({
  id: optional('id', text),
  expiresAt: optional('expiration_timestamp', seconds),
  origin: optional('origin.type', text),
});

/** The status of this name, in whatever letter case, or `undefined` when there is no such status. */
export function reportedStatus(name: unknown): ReportedStatus | undefined {
  return STATUSES.find((status) => status === word(name));
}

/** What became of what the business sent: messages, calls and orders to pay. */
export function readStatuses(value: unknown): readonly (StatusFact | CallStatusFact | PaymentFact)[] {
  const directory = directoryOf(value);
  return asList(valueAt(value, 'statuses'))
    .filter(isObject)
    .map((status) => readStatus(status, directory));
}

function readStatus(json: unknown, directory: Directory): StatusFact | CallStatusFact | PaymentFact {
  const type = word(valueAt(json, 'type'));
  const recipient = recipientOf(json, directory);
  if (type === 'call') return callStatus(json, recipient);
  return type === 'payment' ? payment(json, recipient) : messageStatus(json, recipient, directory);
}

function recipientOf(json: unknown, directory: Directory): ContactIdentity {
  if (!isToGroup(json)) return directory.complete(identityAt(json, RECIPIENT));
  const { waId: _, ...rest } = identityAt(json, RECIPIENT);
  return rest;
}

function isToGroup(json: unknown): boolean {
  return word(valueAt(json, 'recipient_type')) === 'group';
}

/** Sent to a group, the webhook describes the member that a status is about. */
function participantOf(json: unknown, directory: Directory): ContactIdentity | undefined {
  const named = identityAt(json, PARTICIPANT);
  const participant = isToGroup(json) ? directory.complete(named) : named;
  return Object.keys(participant).length > 0 ? participant : undefined;
}

function messageStatus(json: unknown, recipient: ContactIdentity, directory: Directory): StatusFact {
  return withoutMissing<StatusFact>({
    kind: 'status',
    providerId: text.read(valueAt(json, 'id')) ?? '',
    status: reportedStatus(valueAt(json, 'status')),
    statusName: text.read(valueAt(json, 'status')),
    at: seconds.read(valueAt(json, 'timestamp')),
    recipient: withHash(recipient, json),
    groupId: isToGroup(json) ? text.read(valueAt(json, 'recipient_id')) : text.read(valueAt(json, 'group_id')),
    participant: participantOf(json, directory),
    problems: problemsIn(valueAt(json, 'errors')),
    opaque: text.read(valueAt(json, 'biz_opaque_callback_data')),
    pricing: pricing.read(valueAt(json, 'pricing')),
    conversation: conversation.read(valueAt(json, 'conversation')),
  });
}

function withHash(recipient: ContactIdentity, json: unknown): ContactIdentity {
  return withoutMissing<ContactIdentity>({
    ...recipient,
    identityHash: text.read(valueAt(json, 'recipient_identity_key_hash')) ?? recipient.identityHash,
  });
}

function callStatus(json: unknown, recipient: ContactIdentity): CallStatusFact {
  return withoutMissing<CallStatusFact>({
    kind: 'call-status',
    callId: text.read(valueAt(json, 'id')) ?? '',
    statusName: text.read(valueAt(json, 'status')),
    at: seconds.read(valueAt(json, 'timestamp')),
    recipient,
    problems: problemsIn(valueAt(json, 'errors')),
    opaque: text.read(valueAt(json, 'biz_opaque_callback_data')),
  });
}

function payment(json: unknown, recipient: ContactIdentity): PaymentFact {
  const paid = valueAt(json, 'payment');
  return withoutMissing<PaymentFact>({
    kind: 'payment',
    providerId: text.read(valueAt(json, 'id')) ?? '',
    statusName: text.read(valueAt(json, 'status')),
    at: seconds.read(valueAt(json, 'timestamp')),
    recipient,
    referenceId: text.read(valueAt(paid, 'reference_id')),
    amount: amount.read(valueAt(paid, 'amount')),
    currency: text.read(valueAt(paid, 'currency')),
    transaction: opaque.read(valueAt(paid, 'transaction')),
    problems: problemsIn(valueAt(json, 'errors')),
  });
}
