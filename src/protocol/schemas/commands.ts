import * as v from 'valibot';
import type { Command, Outcome } from '../commands.js';
import { countSchema, idSchema } from './json.js';
import { knownContentSchema, quoteSchema } from './message.js';

const id = idSchema;
const sessionId = idSchema;
const messageId = idSchema;
const reason = v.optional(v.pipe(v.string(), v.maxLength(512)));

/** Every wish, by `type`; content of an unknown kind is refused here. */
export const commandSchema: v.GenericSchema<unknown, Command> = v.variant('type', [
  v.object({ type: v.literal('presence.set'), id, channelId: v.optional(idSchema), ready: v.boolean(), reason }),
  v.object({ type: v.literal('offer.accept'), id, offerId: idSchema }),
  v.object({ type: v.literal('offer.reject'), id, offerId: idSchema, reason }),
  v.object({
    type: v.literal('message.send'),
    id,
    sessionId,
    content: knownContentSchema,
    quote: v.optional(quoteSchema),
    resendOf: v.optional(idSchema),
  }),
  v.object({
    type: v.literal('message.react'),
    id,
    sessionId,
    messageId,
    emoji: v.pipe(v.string(), v.maxLength(64)),
  }),
  v.object({ type: v.literal('message.settle'), id, sessionId, messageId }),
  v.object({ type: v.literal('media.refetch'), id, sessionId, messageId }),
  v.object({ type: v.literal('session.read'), id, sessionId, messageId }),
  v.object({ type: v.literal('session.wrap-up'), id, sessionId }),
  v.object({ type: v.literal('session.set-note'), id, sessionId, note: v.pipe(v.string(), v.maxLength(16384)) }),
  v.object({ type: v.literal('session.set-disposition'), id, sessionId, code: v.string() }),
  v.object({ type: v.literal('session.done'), id, sessionId }),
]);

export const refusalCodeSchema = v.picklist([
  'id-reused',
  'invalid',
  'not-found',
  'not-yours',
  'not-allowed',
  'offer-gone',
  'at-capacity',
  'wrong-phase',
  'window-closed',
  'limit-exceeded',
  'disposition-missing',
  'too-many-requests',
  'not-supported',
  'unavailable',
]);

/** A refusal; a code of a newer backend reads as `not-supported`. */
export const refusalSchema = v.object({
  type: v.literal('refused'),
  code: v.fallback(refusalCodeSchema, 'not-supported'),
  message: v.optional(v.string()),
  retryable: v.boolean(),
  retryAfterMs: v.optional(countSchema),
});

/** What became of a wish. JSON has no `undefined`, so the value of a done one may be missing. */
export const outcomeSchema: v.GenericSchema<unknown, Outcome> = v.variant('type', [
  v.pipe(
    v.object({ type: v.literal('done') }),
    v.transform(({ type }) => ({ type, value: undefined })),
  ),
  refusalSchema,
  v.object({ type: v.literal('unconfirmed') }),
]);
