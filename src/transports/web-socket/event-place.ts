import { parseWith } from '../../protocol/schemas/parse.js';
import { placeSchema } from '../../protocol/schemas/events.js';
import type { EventPlace } from '../../protocol/transport.js';

/** The place of an event that does not fit otherwise, where it can be read. */
export function placeOf(input: unknown): EventPlace | undefined {
  const parsed = parseWith(placeSchema, input, 'place');
  return parsed.ok ? parsed.value : undefined;
}
