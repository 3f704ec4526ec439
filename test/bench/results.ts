import type { FigureName } from '../../bench/lib/figures.js';
import type { Job, Results } from '../../bench/lib/results.js';

/** A job of `contestant` that measured `figures` with 100 messages. */
export function job(
  contestant: string,
  figures: Partial<Record<FigureName, number>>,
  rest: Partial<Omit<Job, 'contestant' | 'figures'>> = {},
): Job {
  return { round: 0, n: 100, failures: [], contestant, figures, ...rest };
}

/** A run of the limit and our element over 100 and 1,000 messages. */
export function results(jobs: readonly Job[], rest: Partial<Results> = {}): Results {
  return {
    date: '2026-11-25',
    machine: '2 × processor',
    browser: 'Chrome/1',
    rounds: 2,
    sizes: [100, 1000],
    contestants: ['limit-a', 'wa-transcript'],
    seconds: 10,
    transfer: {},
    jobs,
    desk: [],
    ...rest,
  };
}
