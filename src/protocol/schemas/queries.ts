import * as v from 'valibot';
import type { HistoryPage, Query, SearchPage, TemplatePage } from '../queries.js';
import { countSchema, idSchema, timeSchema } from './json.js';
import { messageSchema } from './message.js';
import { channelSchema } from './session.js';
import { templateDefinitionSchema } from './template.js';

const limit = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500));

const scope = v.picklist(['session', 'channel', 'all-channels']);

/** Every look, by `type`. */
export const querySchema: v.GenericSchema<unknown, Query> = v.variant('type', [
  v.object({
    type: v.literal('history'),
    sessionId: idSchema,
    before: v.optional(idSchema),
    after: v.optional(idSchema),
    at: v.optional(timeSchema),
    around: v.optional(idSchema),
    limit,
    scope,
  }),
  v.object({
    type: v.literal('search'),
    sessionId: idSchema,
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(512)),
    limit,
    scope,
  }),
  v.object({
    type: v.literal('templates'),
    sessionId: idSchema,
    search: v.optional(v.pipe(v.string(), v.maxLength(512))),
    limit,
    after: v.optional(v.string()),
  }),
]);

export const historyPageSchema: v.GenericSchema<unknown, HistoryPage> = v.object({
  messages: v.array(messageSchema),
  hasOlder: v.boolean(),
  hasNewer: v.boolean(),
  channels: v.optional(v.array(channelSchema)),
});

export const searchPageSchema: v.GenericSchema<unknown, SearchPage> = v.object({
  hits: v.array(v.object({ id: idSchema, originAt: timeSchema, seq: countSchema })),
  hasMore: v.boolean(),
});

export const templatePageSchema: v.GenericSchema<unknown, TemplatePage> = v.object({
  templates: v.array(templateDefinitionSchema),
  after: v.optional(v.string()),
});
