import * as v from 'valibot';
import { PERMISSIONS } from '../../config/permissions.js';
import {
  FEATURE_NAMES,
  SESSION_END_REASONS,
  type Agent,
  type Capabilities,
  type Channel,
  type Disposition,
  type Offer,
  type SendLimits,
  type Session,
} from '../../domain/session.js';
import type { ServiceWindow } from '../../domain/service-window.js';
import { contactSchema } from './contact.js';
import { countSchema, idSchema, textRecordSchema, timeSchema } from './json.js';

const text = v.optional(v.string());

export const channelSchema: v.GenericSchema<unknown, Channel> = v.object({
  id: idSchema,
  name: v.string(),
  phoneNumber: text,
});

export const agentSchema: v.GenericSchema<unknown, Agent> = v.object({ id: idSchema, name: v.string() });

export const dispositionSchema: v.GenericSchema<unknown, Disposition> = v.object({
  code: v.string(),
  label: v.string(),
});

export const windowSchema: v.GenericSchema<unknown, ServiceWindow> = v.object({
  openedAt: v.optional(timeSchema),
  closesAt: v.optional(timeSchema),
  closedBy: v.optional(v.picklist(['clock', 'whatsapp'])),
});

export const endReasonSchema = v.picklist(SESSION_END_REASONS);

export const withdrawalSchema = v.picklist(['timeout', 'taken', 'contact-left', 'cancelled', 'rejected']);

export const sessionSchema: v.GenericSchema<unknown, Session> = v.object({
  id: idSchema,
  channel: channelSchema,
  contact: contactSchema,
  origin: v.picklist(['contact', 'outbound', 'transfer', 'conference', 'returned']),
  phase: v.picklist(['queued', 'offered', 'engaged', 'wrap-up', 'ended']),
  startedAt: timeSchema,
  endedAt: v.optional(timeSchema),
  endReason: v.optional(endReasonSchema),
  agents: v.array(agentSchema),
  window: windowSchema,
  pendingSince: v.optional(timeSchema),
  caseData: textRecordSchema,
  note: text,
  disposition: v.optional(dispositionSchema),
});

export const offerSchema: v.GenericSchema<unknown, Offer> = v.object({
  id: idSchema,
  session: sessionSchema,
  madeAt: timeSchema,
  expiresAt: timeSchema,
  preview: text,
});

const mediaLimitSchema = v.object({ bytes: countSchema, mimeTypes: v.array(v.string()) });

const limitsSchema: v.GenericSchema<unknown, SendLimits> = v.object({
  textBytes: countSchema,
  textCharacters: countSchema,
  captionCharacters: countSchema,
  media: v.object({
    image: mediaLimitSchema,
    video: mediaLimitSchema,
    audio: mediaLimitSchema,
    document: mediaLimitSchema,
    sticker: mediaLimitSchema,
  }),
});

const PERMISSION_NAMES = PERMISSIONS.map(({ permission }) => permission);

/** A list of names of which a newer backend may know more: those that this version does not know are left out. */
function knownNames<const N extends string>(names: readonly N[]): v.GenericSchema<unknown, N[]> {
  return v.pipe(
    v.array(v.string()),
    v.transform((given) => names.filter((name) => given.includes(name))),
  );
}

export const capabilitiesSchema: v.GenericSchema<unknown, Capabilities> = v.object({
  version: countSchema,
  features: knownNames(FEATURE_NAMES),
  permissions: knownNames(PERMISSION_NAMES),
  limits: limitsSchema,
  dispositions: v.array(dispositionSchema),
  dispositionRequired: v.boolean(),
});
