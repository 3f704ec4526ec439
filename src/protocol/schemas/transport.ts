import * as v from 'valibot';
import type { AgentSnapshot, SessionSnapshot, Sync, Welcome } from '../transport.js';
import { envelopeSchema, positionSchema, presenceSchema } from './events.js';
import { countSchema, idSchema, timeSchema } from './json.js';
import { messageSchema } from './message.js';
import { agentSchema, capabilitiesSchema, offerSchema, sessionSchema } from './session.js';

export const sessionSnapshotSchema: v.GenericSchema<unknown, SessionSnapshot> = v.object({
  position: positionSchema,
  session: sessionSchema,
  capabilities: capabilitiesSchema,
  messages: v.array(messageSchema),
  hasOlder: v.boolean(),
  readUpTo: v.optional(idSchema),
});

export const agentSnapshotSchema: v.GenericSchema<unknown, AgentSnapshot> = v.object({
  position: positionSchema,
  presence: presenceSchema,
  offers: v.array(offerSchema),
  sessionIds: v.array(idSchema),
});

export const welcomeSchema: v.GenericSchema<unknown, Welcome> = v.object({
  protocol: countSchema,
  agent: agentSchema,
  serverTime: timeSchema,
  options: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  notReadyReasons: v.array(v.string()),
  desk: agentSnapshotSchema,
  sessions: v.array(sessionSnapshotSchema),
});

/** A sync whose events are still to be read one by one, so that a strange one costs only itself. */
export const looseSyncSchema = v.object({
  serverTime: timeSchema,
  events: v.array(v.unknown()),
  desk: v.optional(agentSnapshotSchema),
  sessions: v.array(sessionSnapshotSchema),
  gone: v.array(idSchema),
});

export const syncSchema: v.GenericSchema<unknown, Sync> = v.object({
  ...looseSyncSchema.entries,
  events: v.array(envelopeSchema),
});
