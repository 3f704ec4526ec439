import { LIMIT } from './contestants.js';
import { figure, type FigureName } from './figures.js';
import type { Job, Results } from './results.js';
import { median } from './statistics.js';

/** A figure over the rounds, and how it stands to the limit's of the same rounds. */
export interface Summary {
  readonly value: number;
  readonly against?: number;
}

/** What a contestant did over all rounds; undefined where it was not measured. */
export function summarise(
  jobs: readonly Job[],
  name: FigureName,
  of: { readonly contestant: string; readonly n: number },
): Summary | undefined {
  const { over, against } = figure(name);
  const mine = jobs.filter(({ contestant, n }) => contestant === of.contestant && n === of.n);
  const values = mine.flatMap(({ figures }) => figures[name] ?? []);
  const value = over === 'worst' ? Math.max(...values) : median(values);
  if (values.length === 0 || value === undefined) return undefined;
  const compared = against === undefined ? undefined : median(mine.flatMap((job) => compare(jobs, job, name) ?? []));
  return { value, ...(compared !== undefined && { against: compared }) };
}

function compare(jobs: readonly Job[], job: Job, name: FigureName): number | undefined {
  const limit = jobs.find(({ contestant, n, round }) => contestant === LIMIT && n === job.n && round === job.round);
  const [value, base] = [job.figures[name], limit?.figures[name]];
  if (value === undefined || base === undefined) return undefined;
  if (figure(name).against === 'difference') return value - base;
  return base > 0 ? value / base : undefined;
}

/** What somebody could not do, each failure once, with how often. */
export function failuresOf({ jobs }: Pick<Results, 'jobs'>): readonly string[] {
  const counts = new Map<string, number>();
  for (const { contestant, n, failures } of jobs) {
    for (const failure of failures) {
      const text = `${contestant} at ${n.toLocaleString('en')}: ${failure}`;
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
  }
  return [...counts].map(([text, count]) => (count > 1 ? `${text} (${String(count)} times)` : text));
}
