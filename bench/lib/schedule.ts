import type { BenchOptions } from './options.js';

export interface Turn {
  readonly round: number;
  readonly n: number;
  readonly contestant: string;
}

/** Who measures when: in every round everybody once for each N, and everybody begins in turn, so that a busy hour hits all. */
export function schedule({
  rounds,
  sizes,
  contestants,
}: Pick<BenchOptions, 'rounds' | 'sizes' | 'contestants'>): Turn[] {
  return Array.from({ length: rounds }, (_, round) =>
    sizes.flatMap((n) =>
      contestants.map((_, index) => ({ round, n, contestant: contestants[(index + round) % contestants.length]! })),
    ),
  ).flat();
}
