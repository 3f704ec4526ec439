import { toGraphMessage, type Addressing, type SendableContent } from 'wa-desk/cloud-api';
import type { Contact, JsonObject, WhatsAppProblem } from 'wa-desk/domain';
import type { Outgoing, SendResult } from 'wa-desk/service-desk';
import { GraphError } from '../graph/graph-client.js';
import type { SendOutcome } from '../graph/send-outcome.js';
import { backOffMs } from './back-off.js';
import { toOpaque } from './opaque-data.js';

/** A message that WhatsApp's service desk wants to see leave. */
export type Send = Outgoing['sends'][number];

/** A message that waited longer than this is not sent any more unless somebody asks for it anew (milliseconds). */
export const STALE_MS = 10 * 60 * 1000;

/** WhatsApp asks to slow down this often before the message counts as failed. */
const RATE_LIMITED_ATTEMPTS = 8;

/** Service temporarily unavailable (Cloud API error codes): certainly not sent. */
export const NOT_REACHED: WhatsAppProblem = { code: 131_016, title: 'WhatsApp could not be reached in time.' };

/** Message type not supported (Cloud API error codes). */
export const NOT_SENDABLE: WhatsAppProblem = { code: 131_051, title: 'WhatsApp cannot be sent this type of message.' };

/** The medium could not be uploaded (Cloud API error codes). */
const UPLOAD_REFUSED: WhatsAppProblem = { code: 131_053, title: 'The file could not be handed to WhatsApp.' };

/** The JSON of a message whose media are at WhatsApp. */
export function graphMessage(send: Send, content: SendableContent, attempt: number): JsonObject {
  const { message, contact, quoteProviderId } = send;
  return toGraphMessage(content, {
    ...addressOf(contact, message.groupId),
    ...(quoteProviderId !== undefined && { quoteProviderId }),
    opaque: toOpaque(message.id, attempt),
  });
}

/** Where a contact or a group is written to. */
export function addressOf(contact: Contact, groupId?: string): Addressing {
  if (groupId !== undefined) return { to: groupId, recipientType: 'group' };
  const { phoneNumber, userId } = contact;
  return { ...(phoneNumber !== undefined && { to: phoneNumber }), ...(userId !== undefined && { recipient: userId }) };
}

/** What the service desk is told of an attempt. */
export function resultOf(outcome: SendOutcome, attempt: number, chance: number): SendResult {
  switch (outcome.type) {
    case 'accepted':
    case 'failed':
      return outcome;
    case 'unknown':
      return { type: 'unknown' };
    case 'unreachable':
      return { type: 'retry', afterMs: backOffMs(attempt, chance) };
    case 'rate-limited': {
      const { problem } = outcome;
      if (attempt >= RATE_LIMITED_ATTEMPTS) return { type: 'failed', problem };
      return { type: 'retry', afterMs: backOffMs(attempt, chance, problem) };
    }
  }
}

/** The same for an attempt that ended before anything could have reached the contact. */
export function resultOfPreparation(failure: unknown, attempt: number, chance: number): SendResult {
  if (failure instanceof GraphError && failure.retryable) return { type: 'retry', afterMs: backOffMs(attempt, chance) };
  if (failure instanceof GraphError) return { type: 'failed', problem: failure.problem ?? UPLOAD_REFUSED };
  return { type: 'failed', problem: UPLOAD_REFUSED };
}
