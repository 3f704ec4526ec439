import { createHash } from 'node:crypto';
import type { ChaosSettings } from '../settings.js';

/** How one notification is to be delivered. */
export interface DeliveryPlan {
  /** How long it is held back, in milliseconds. */
  readonly holdMs: number;
  /** Whether it waits for others to share a POST. */
  readonly batched: boolean;
  /** Whether it is left out, if it is one that may be: a `delivered` status. */
  readonly omitted: boolean;
  /** After how many milliseconds it is delivered once more; missing when it is not. */
  readonly repeatAfterMs?: number;
}

const LONGEST_HOLD_MS = 3000;
const LONGEST_REPEAT_MS = 5000;

/** The plan for the nth notification: the same for the same seed and number, whatever else happens. */
export function planDelivery(chaos: ChaosSettings, ordinal: number): DeliveryPlan {
  const drawn = (purpose: string): number => draw(chaos.seed, ordinal, purpose);
  return {
    holdMs: drawn('reorder') < chaos.reorder ? Math.round(drawn('hold') * LONGEST_HOLD_MS) : 0,
    batched: drawn('batch') < chaos.batch,
    omitted: drawn('omit') < chaos.omitDelivered,
    ...(drawn('repeat') < chaos.repeat && { repeatAfterMs: Math.round(drawn('repeat-after') * LONGEST_REPEAT_MS) }),
  };
}

/** The shape of a batch: several entries, several changes of one entry, or several updates in one change. */
export type BatchShape = 'entries' | 'changes' | 'merged';

/** The shape of the batch that begins with the nth notification. */
export function batchShape(chaos: ChaosSettings, ordinal: number): BatchShape {
  const shapes = ['entries', 'changes', 'merged'] as const;
  return shapes[Math.floor(draw(chaos.seed, ordinal, 'shape') * shapes.length)] ?? 'merged';
}

/** A number from 0 up to 1 that depends on nothing but its inputs. */
function draw(seed: number, ordinal: number, purpose: string): number {
  const digest = createHash('sha256').update(`${seed}:${ordinal}:${purpose}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
