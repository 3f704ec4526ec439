import * as v from 'valibot';
import type { MediaRef } from '../../domain/attachment.js';
import { countSchema, idSchema } from './json.js';

// WhatsApp's own address of a medium is left out: it is no desk's business. Its id is empty when WhatsApp gave none.
const mediaSourceSchema = v.variant('kind', [
  v.object({ kind: v.literal('stored'), id: idSchema }),
  v.object({ kind: v.literal('provider'), id: v.string() }),
  v.object({ kind: v.literal('link'), url: v.string() }),
]);

export const mediaRefSchema: v.GenericSchema<unknown, MediaRef> = v.object({
  source: mediaSourceSchema,
  mimeType: v.optional(v.string()),
  sha256: v.optional(v.string()),
  size: v.optional(countSchema),
  fileName: v.optional(v.string()),
  width: v.optional(countSchema),
  height: v.optional(countSchema),
  durationMs: v.optional(v.pipe(v.number(), v.minValue(0))),
  waveform: v.optional(v.array(v.number())),
  state: v.optional(v.picklist(['fetching', 'failed', 'expired'])),
});
