import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isObject, objectAt, textAt, type JsonObject } from '../json.js';
import { acceptMessage, sendAnswer } from '../outbound/send.js';
import type { StandInParts } from '../parts.js';
import { toPhoneMessage } from '../phone/view.js';
import { parameterError, requireObject, whatsAppError } from './errors.js';
import type { FaultEffect } from './faults.js';
import { readMessageRequest, requireProduct } from './message-request.js';

const TYPING_MS = 25_000;
const READ_DAYS_MS = 30 * 86_400_000;

/** `POST /{phone-number-id}/messages`: sends, read receipts and typing indicators. */
export function messageRoutes(app: FastifyInstance, parts: StandInParts): void {
  app.post<{ Params: { id: string } }>('/:id/messages', async (request, reply) => {
    requireObject(request.method, request.params.id, parts.business.phoneNumberId);
    const fault = parts.faults.take();
    if (fault) return misbehave(fault, { request, reply, parts });
    return handle(request.body, parts);
  });
}

function handle(body: unknown, parts: StandInParts): JsonObject {
  if (!isObject(body)) throw parameterError('The request body must be a JSON object.');
  requireProduct(body);
  return body['status'] === undefined ? send(body, parts) : markRead(body, parts);
}

function send(body: JsonObject, parts: StandInParts): JsonObject {
  const request = readMessageRequest(body);
  const message = acceptMessage(request, parts);
  parts.delivery.begin(message);
  return sendAnswer(message, request, parts.contacts.get(message.contactId));
}

function markRead(body: JsonObject, parts: StandInParts): JsonObject {
  const { clock, events, messages } = parts;
  if (body['status'] !== 'read')
    throw parameterError(`Param status must be one of {READ} - got "${String(body['status'])}".`);
  const id = textAt(body, 'message_id');
  if (!id) throw parameterError('The parameter message_id is required.');
  const message = messages.get(id);
  if (message?.direction !== 'in' || message.at < clock.now() - READ_DAYS_MS) {
    throw whatsAppError(131009, 'message_id names no message that was received in the last 30 days.');
  }
  const typing = body['typing_indicator'];
  if (typing !== undefined && textAt(objectAt(body, 'typing_indicator'), 'type') !== 'text') {
    throw whatsAppError(131009, 'typing_indicator.type must be one of {text}.');
  }
  for (const read of messages.markInboundRead(message))
    events.emit({ type: 'message.changed', message: toPhoneMessage(read) });
  if (typing !== undefined)
    events.emit({ type: 'typing', contactId: message.contactId, until: clock.now() + TYPING_MS });
  return { success: true };
}

function misbehave(
  fault: FaultEffect,
  call: { readonly request: FastifyRequest; readonly reply: FastifyReply; readonly parts: StandInParts },
): FastifyReply {
  const { request, reply, parts } = call;
  if (fault.processed) handle(request.body, parts);
  if (fault.answer === 'error') throw whatsAppError(131000, 'An unknown error has occurred.');
  if (fault.answer === 'rate-limit') throw whatsAppError(130429, 'Cloud API message throughput has been reached.');
  parts.calls.unanswered(
    request,
    fault.answer === 'hang' ? 'no answer (fault switch)' : 'connection reset (fault switch)',
  );
  reply.hijack();
  if (fault.answer === 'reset') request.raw.socket.destroy();
  return reply;
}
