/** Ways in which the next calls to the messages endpoint go wrong. "before" and "after" say whether the message was processed. */
export const FAULT_KINDS = [
  'lost-answer',
  'error-before',
  'error-after',
  'hang-before',
  'hang-after',
  'rate-limit',
] as const;

/** One of the ways to go wrong. */
type FaultKind = (typeof FAULT_KINDS)[number];

/** How a fault treats a call: whether the message is processed, and what the caller gets. */
export interface FaultEffect {
  readonly processed: boolean;
  readonly answer: 'reset' | 'error' | 'hang' | 'rate-limit';
}

const EFFECTS: Readonly<Record<FaultKind, FaultEffect>> = {
  'lost-answer': { processed: true, answer: 'reset' },
  'error-before': { processed: false, answer: 'error' },
  'error-after': { processed: true, answer: 'error' },
  'hang-before': { processed: false, answer: 'hang' },
  'hang-after': { processed: true, answer: 'hang' },
  'rate-limit': { processed: false, answer: 'rate-limit' },
};

/** A fault and for how many more calls it holds. */
export interface Fault {
  readonly kind: FaultKind;
  readonly times: number;
}

/** The faults that wait for calls; each call takes one, the oldest first. */
export class Faults {
  #waiting: Fault[] = [];

  list(): readonly Fault[] {
    return this.#waiting;
  }

  /** Adds a fault for the next `times` calls. Throws RangeError on a kind or number that does not exist. */
  add(kind: string, times: number): void {
    const known = FAULT_KINDS.find((candidate) => candidate === kind);
    if (!known) throw new RangeError(`There is no fault "${kind}". Faults: ${FAULT_KINDS.join(', ')}.`);
    if (!Number.isSafeInteger(times) || times < 1) throw new RangeError('"times" must be a whole number from 1.');
    this.#waiting.push({ kind: known, times });
  }

  clear(): void {
    this.#waiting = [];
  }

  /** The effect on the call that has just come in. */
  take(): FaultEffect | undefined {
    const [first, ...rest] = this.#waiting;
    if (!first) return undefined;
    this.#waiting = first.times > 1 ? [{ ...first, times: first.times - 1 }, ...rest] : rest;
    return EFFECTS[first.kind];
  }
}
