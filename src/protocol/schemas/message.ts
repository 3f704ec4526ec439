import * as v from 'valibot';
import type { Delivery } from '../../domain/delivery.js';
import type { WhatsAppProblem } from '../../domain/errors.js';
import type { Author, Content, ContentKind, Message, Quote, Reaction } from '../../domain/message.js';
import { contactCardSchema } from './contact.js';
import { interactiveSchema } from './interactive.js';
import { countSchema, idSchema, jsonValueSchema, timeSchema } from './json.js';
import { mediaRefSchema } from './media.js';
import { templateMessageSchema } from './template.js';

const text = v.optional(v.string());
const flag = v.optional(v.boolean());

export const authorSchema: v.GenericSchema<unknown, Author> = v.variant('kind', [
  v.object({ kind: v.literal('contact'), contactId: idSchema, name: text }),
  v.object({ kind: v.literal('agent'), agentId: idSchema, name: v.string() }),
  v.object({ kind: v.literal('automation'), name: text }),
  v.object({ kind: v.literal('phone-app') }),
  v.object({ kind: v.literal('system') }),
]);

export const quoteSchema: v.GenericSchema<unknown, Quote> = v.object({
  messageId: v.optional(idSchema),
  providerId: text,
  authorPhone: text,
  authorUserId: text,
});

export const problemSchema: v.GenericSchema<unknown, WhatsAppProblem> = v.object({
  code: v.number(),
  title: text,
  message: text,
  details: text,
  href: text,
});

export const deliverySchema: v.GenericSchema<unknown, Delivery> = v.object({
  status: v.picklist(['queued', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'played', 'failed']),
  at: timeSchema,
  problem: v.optional(problemSchema),
  held: v.optional(v.picklist(['quality', 'paused'])),
  settledByAgent: flag,
});

export const reactionSchema: v.GenericSchema<unknown, Reaction> = v.object({
  author: authorSchema,
  emoji: v.string(),
  at: timeSchema,
});

const locationSchema = v.object({
  kind: v.literal('location'),
  coordinates: v.optional(v.object({ latitude: v.number(), longitude: v.number() })),
  name: text,
  address: text,
  url: text,
});

const choiceSchema = v.object({
  kind: v.literal('choice'),
  of: v.picklist(['button', 'list', 'template']),
  title: v.string(),
  id: text,
  description: text,
});

const formAnswerSchema = v.object({
  kind: v.literal('form-answer'),
  name: v.string(),
  body: text,
  answers: v.optional(jsonValueSchema),
  unreadable: text,
});

const callPermissionSchema = v.object({
  kind: v.literal('call-permission'),
  response: v.string(),
  permanent: flag,
  expiresAt: v.optional(timeSchema),
  source: text,
});

const orderSchema = v.object({
  kind: v.literal('order'),
  catalogId: text,
  text: text,
  items: v.array(
    v.object({ productId: v.string(), quantity: v.number(), price: v.optional(v.number()), currency: text }),
  ),
});

const callSchema = v.object({
  kind: v.literal('call'),
  callId: v.string(),
  event: v.string(),
  direction: v.optional(v.picklist(['from-contact', 'from-business'])),
  outcome: text,
  startedAt: v.optional(timeSchema),
  endedAt: v.optional(timeSchema),
  durationMs: v.optional(v.number()),
});

const systemSchema = v.object({
  kind: v.literal('system'),
  change: v.string(),
  body: text,
  phoneNumber: text,
  previousPhoneNumber: text,
  userId: text,
  previousUserId: text,
  parentUserId: text,
  previousParentUserId: text,
  identityHash: text,
});

const media = mediaRefSchema;

const imageOrVideo = <K extends 'image' | 'video'>(kind: K) =>
  v.object({ kind: v.literal(kind), media, caption: text });

/** Each kind its schema; that none leaves a part of its content out, the tests see. */
const CONTENT_SCHEMAS = {
  text: v.object({ kind: v.literal('text'), body: v.string(), previewLink: flag }),
  image: imageOrVideo('image'),
  video: imageOrVideo('video'),
  audio: v.object({ kind: v.literal('audio'), media, voice: flag }),
  document: v.object({ kind: v.literal('document'), media, caption: text, fileName: text }),
  sticker: v.object({ kind: v.literal('sticker'), media, animated: flag }),
  location: locationSchema,
  contacts: v.object({ kind: v.literal('contacts'), cards: v.array(contactCardSchema) }),
  interactive: v.object({ kind: v.literal('interactive'), interactive: interactiveSchema }),
  template: v.object({ kind: v.literal('template'), template: templateMessageSchema }),
  choice: choiceSchema,
  'form-answer': formAnswerSchema,
  'call-permission': callPermissionSchema,
  order: orderSchema,
  reaction: v.object({ kind: v.literal('reaction'), emoji: v.string(), target: quoteSchema }),
  edit: v.object({ kind: v.literal('edit'), target: quoteSchema, content: v.lazy(() => contentSchema) }),
  revoke: v.object({ kind: v.literal('revoke'), target: quoteSchema }),
  call: callSchema,
  pin: v.object({ kind: v.literal('pin'), operation: v.string(), target: quoteSchema, days: v.optional(v.number()) }),
  system: systemSchema,
  welcome: v.object({ kind: v.literal('welcome') }),
  'media-placeholder': v.object({ kind: v.literal('media-placeholder') }),
  unsupported: v.object({ kind: v.literal('unsupported'), type: text, data: v.optional(jsonValueSchema) }),
} satisfies { readonly [K in ContentKind]: v.GenericSchema<unknown, Content & { readonly kind: K }> };

/** Every kind of content that this version knows; anything else is refused. What an agent sends must fit this. */
export const knownContentSchema: v.GenericSchema<unknown, Content> = v.variant('kind', Object.values(CONTENT_SCHEMAS));

const foreignContentSchema = v.pipe(
  v.looseObject({ kind: v.string() }),
  v.transform(({ kind, ...rest }): Content => {
    const type = kind === 'unsupported' && typeof rest['type'] === 'string' ? rest['type'] : kind;
    const data = v.safeParse(jsonValueSchema, rest);
    return { kind: 'unsupported', type, ...(data.success ? { data: data.output } : {}) };
  }),
);

/**
 * Content as a newer or careless backend may send it: a kind that this version does not know, or a known one with a wrong
 * part, is kept whole as `unsupported`, so that the agent sees that something was said.
 */
export const contentSchema: v.GenericSchema<unknown, Content> = v.lazy((input) =>
  v.is(knownContentSchema, input) ? knownContentSchema : foreignContentSchema,
);

const referralSchema = v.object({
  source: text,
  sourceId: text,
  url: text,
  headline: text,
  body: text,
  mediaType: text,
  imageUrl: text,
  videoUrl: text,
  thumbnailUrl: text,
  clickId: text,
  welcomeText: text,
});

export const messageSchema: v.GenericSchema<unknown, Message> = v.object({
  id: idSchema,
  sessionId: idSchema,
  channelId: idSchema,
  author: authorSchema,
  content: contentSchema,
  originAt: timeSchema,
  arrivedAt: timeSchema,
  seq: v.optional(countSchema),
  providerId: text,
  quote: v.optional(quoteSchema),
  forwarded: v.optional(v.picklist(['once', 'often'])),
  referral: v.optional(referralSchema),
  product: v.optional(v.object({ catalogId: text, productId: v.string() })),
  groupId: text,
  internal: flag,
  delivery: v.optional(deliverySchema),
  reactions: v.optional(v.array(reactionSchema)),
  editedAt: v.optional(timeSchema),
  revokedAt: v.optional(timeSchema),
  resendOf: v.optional(idSchema),
  problems: v.optional(v.array(problemSchema)),
});
