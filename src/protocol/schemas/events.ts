import * as v from 'valibot';
import type { DeskEvent, EphemeralNews, EventEnvelope, Presence } from '../events.js';
import type { StreamId, StreamPosition, ResumePoint } from '../streams.js';
import { contactSchema } from './contact.js';
import { countSchema, idSchema, textRecordSchema, timeSchema } from './json.js';
import { authorSchema, contentSchema, deliverySchema, messageSchema, reactionSchema } from './message.js';
import {
  agentSchema,
  capabilitiesSchema,
  dispositionSchema,
  endReasonSchema,
  offerSchema,
  sessionSchema,
  windowSchema,
  withdrawalSchema,
} from './session.js';

function isStreamId(value: unknown): value is StreamId {
  return typeof value === 'string' && /^(agent|session):.{1,256}$/.test(value);
}

export const streamIdSchema = v.custom<StreamId>(isStreamId, 'Expected agent:<id> or session:<id>');

export const positionSchema: v.GenericSchema<unknown, StreamPosition> = v.object({
  epoch: idSchema,
  seq: countSchema,
});

export const streamsSchema: v.GenericSchema<unknown, Readonly<Record<string, StreamPosition>>> = v.record(
  v.string(),
  positionSchema,
);

export const resumePointSchema: v.GenericSchema<unknown, ResumePoint> = v.object({ streams: streamsSchema });

export const presenceSchema: v.GenericSchema<unknown, Presence> = v.object({
  channels: v.array(
    v.object({
      channelId: idSchema,
      channelName: v.string(),
      ready: v.boolean(),
      reason: v.optional(v.string()),
    }),
  ),
});

const messageId = idSchema;
const sessionId = idSchema;

/** Every fact, by `type`. */
export const eventSchema: v.GenericSchema<unknown, DeskEvent> = v.variant('type', [
  v.object({ type: v.literal('offer.made'), offer: offerSchema }),
  v.object({ type: v.literal('offer.withdrawn'), offerId: idSchema, sessionId, reason: withdrawalSchema }),
  v.object({ type: v.literal('session.assigned'), session: sessionSchema, capabilities: capabilitiesSchema }),
  v.object({ type: v.literal('session.removed'), sessionId, reason: endReasonSchema }),
  v.object({ type: v.literal('presence.changed'), presence: presenceSchema }),
  v.object({ type: v.literal('message.added'), message: messageSchema }),
  v.object({
    type: v.literal('message.delivery'),
    messageId,
    delivery: deliverySchema,
    providerId: v.optional(v.string()),
  }),
  v.object({ type: v.literal('message.reacted'), messageId, reaction: reactionSchema }),
  v.object({ type: v.literal('message.edited'), messageId, content: contentSchema, at: timeSchema }),
  v.object({ type: v.literal('message.revoked'), messageId, at: timeSchema }),
  v.object({ type: v.literal('message.media'), messageId, content: contentSchema }),
  v.object({ type: v.literal('window.changed'), window: windowSchema }),
  v.object({ type: v.literal('pending.changed'), since: v.optional(timeSchema) }),
  v.object({ type: v.literal('capabilities.changed'), capabilities: capabilitiesSchema }),
  v.object({ type: v.literal('contact.changed'), contact: contactSchema }),
  v.object({ type: v.literal('case-data.changed'), caseData: textRecordSchema }),
  v.object({ type: v.literal('agent.joined'), agent: agentSchema }),
  v.object({ type: v.literal('agent.left'), agent: agentSchema }),
  v.object({ type: v.literal('wrap-up.started'), by: authorSchema }),
  v.object({ type: v.literal('wrap-up.cancelled'), by: authorSchema }),
  v.object({ type: v.literal('note.set'), note: v.string() }),
  v.object({ type: v.literal('disposition.set'), disposition: dispositionSchema }),
  v.object({ type: v.literal('session.ended'), reason: endReasonSchema, at: timeSchema }),
]);

/** The place of an event; what else is wrong with it does not matter here. */
export const placeSchema = v.object({
  stream: streamIdSchema,
  epoch: idSchema,
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

export const envelopeSchema: v.GenericSchema<unknown, EventEnvelope> = v.object({
  ...placeSchema.entries,
  at: timeSchema,
  causeId: v.optional(idSchema),
  event: eventSchema,
});

export const newsSchema: v.GenericSchema<unknown, EphemeralNews> = v.variant('type', [
  v.object({ type: v.literal('contact.typing'), sessionId }),
  v.object({ type: v.literal('agent.typing'), sessionId, agent: agentSchema }),
]);
