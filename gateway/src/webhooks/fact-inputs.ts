import type {
  CallFact,
  ContactIdentity,
  EchoFact,
  MarketingPreferenceFact,
  MessageFact,
  StatusFact,
  WebhookFact,
} from 'wa-desk/cloud-api';
import { phoneNumberOfWaId, type Content } from 'wa-desk/domain';
import type { ContactFacts, InboundMessage, Input } from 'wa-desk/service-desk';
import { messageIdOf } from '../sending/opaque-data.js';

/** Where a fact is going: our channel, and when the webhook came (epoch milliseconds). */
export interface Destination {
  readonly channelId: string;
  readonly receivedAt: number;
}

/** What a webhook's fact is to the service desk; `undefined` when it is nothing to it. */
export function inputOf(fact: WebhookFact, to: Destination): Input | undefined {
  switch (fact.kind) {
    case 'message':
    case 'echo':
      return messageInput(fact, to);
    case 'call':
      return callInput(fact, to);
    case 'status':
      return statusInput(fact, to);
    case 'marketing-preference':
      return marketingInput(fact);
    default:
      return undefined;
  }
}

function messageInput(fact: MessageFact | EchoFact, to: Destination): Input {
  const {
    providerId,
    content,
    originAt = to.receivedAt,
    quote,
    forwarded,
    referral,
    product,
    groupId,
    problems,
  } = fact;
  const author = authorOf(fact);
  const message: InboundMessage = {
    providerId,
    content,
    originAt,
    ...(author && { author }),
    ...(quote && { quote }),
    ...(forwarded && { forwarded }),
    ...(referral && { referral }),
    ...(product && { product }),
    ...(groupId !== undefined && { groupId }),
    ...(problems && { problems }),
  };
  return { type: 'inbound.message', channelId: to.channelId, contact: contactFacts(fact.contact, content), message };
}

function authorOf({ kind, content }: MessageFact | EchoFact): InboundMessage['author'] {
  if (kind === 'echo') return { kind: 'phone-app' };
  return content.kind === 'system' ? { kind: 'system' } : undefined;
}

/** Calls have no message id; each stage of a call stands in the transcript once. */
function callInput(fact: CallFact, to: Destination): Input {
  const { callId, event, direction, outcome, startedAt, endedAt, durationMs } = fact;
  const content: Content = {
    kind: 'call',
    callId,
    event,
    ...(direction && { direction }),
    ...(outcome !== undefined && { outcome }),
    ...(startedAt !== undefined && { startedAt }),
    ...(endedAt !== undefined && { endedAt }),
    ...(durationMs !== undefined && { durationMs }),
  };
  const message = { providerId: `${callId}:${event}`, content, originAt: fact.at ?? to.receivedAt };
  return { type: 'inbound.message', channelId: to.channelId, contact: contactFacts(fact.contact), message };
}

function statusInput(fact: StatusFact, to: Destination): Input | undefined {
  const { providerId, status, at = to.receivedAt, problems, opaque } = fact;
  if (status === undefined) return undefined;
  const messageId = messageIdOf(opaque);
  const problem = problems?.[0];
  return {
    type: 'inbound.status',
    channelId: to.channelId,
    providerId,
    status,
    at,
    ...(messageId !== undefined && { messageId }),
    ...(problem && { problem }),
  };
}

function marketingInput({ contact, allowed }: MarketingPreferenceFact): Input {
  return { type: 'contact.marketing', contact: contactFacts(contact), allowed };
}

/** Who it is; where WhatsApp says that the person's ids changed, the new ones with the old ones beside them. */
function contactFacts(identity: ContactIdentity, content?: Content): ContactFacts {
  const { waId, userId, parentUserId, profileName, username } = identity;
  const phoneNumber = waId === undefined ? undefined : phoneNumberOfWaId(waId);
  const facts: ContactFacts = {
    ...(userId !== undefined && { userId }),
    ...(parentUserId !== undefined && { parentUserId }),
    ...(phoneNumber !== undefined && { phoneNumber }),
    ...(profileName !== undefined && { profileName }),
    ...(username !== undefined && { username }),
  };
  return content?.kind === 'system' ? { ...facts, ...changedIds(facts, content) } : facts;
}

function changedIds(facts: ContactFacts, change: Extract<Content, { kind: 'system' }>): ContactFacts {
  const { phoneNumber = facts.phoneNumber, userId = facts.userId, previousUserId } = change;
  const previousPhoneNumber = facts.phoneNumber === phoneNumber ? undefined : facts.phoneNumber;
  return {
    ...(phoneNumber !== undefined && { phoneNumber }),
    ...(userId !== undefined && { userId }),
    ...(previousUserId !== undefined && { previousUserId }),
    ...(previousPhoneNumber !== undefined && { previousPhoneNumber }),
  };
}
