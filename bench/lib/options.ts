import { parseArgs } from 'node:util';
import { CONTESTANTS, LIMIT } from './contestants.js';

/** What can be measured. */
const METRICS = ['open', 'append', 'burst', 'prepend', 'heap', 'cycles', 'desk', 'size'] as const;
export type Metric = (typeof METRICS)[number];

export interface BenchOptions {
  /** How many messages are in the store; ascending. */
  readonly sizes: readonly number[];
  readonly rounds: number;
  /** The limit is always among them, first. */
  readonly contestants: readonly string[];
  readonly metrics: ReadonlySet<Metric>;
  /** How long one types at the idle desk, and again at the busy one. */
  readonly seconds: number;
  readonly writesDocs: boolean;
}

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {}

export const USAGE = `Usage: npm run bench -- [options]

  --n 100,1000,10000,100000   how many messages are in the store
  --rounds 5                  rounds; contestants take turns in each
  --contestants NAMES         of ${CONTESTANTS.map(({ name }) => name).join(', ')}
  --metrics NAMES             of ${METRICS.join(', ')}
  --seconds 10                how long one types at an idle desk, and again at a busy one
  --write-docs                writes the tables and the chart into docs
  --help
`;

/** Reads the command line; answers undefined where help was asked for, throws a `UsageError`. */
export function readOptions(args: readonly string[]): BenchOptions | undefined {
  const values = parse(args);
  if (values.help === true) return undefined;
  const names = CONTESTANTS.map(({ name }) => name);
  const chosen = new Set([LIMIT, ...listOf('contestants', values.contestants, names)]);
  return {
    sizes: [...new Set(values.n.split(',').map((text) => wholeNumber('n', text)))].sort((a, b) => a - b),
    rounds: wholeNumber('rounds', values.rounds),
    contestants: names.filter((name) => chosen.has(name)),
    metrics: new Set(listOf('metrics', values.metrics, METRICS)),
    seconds: wholeNumber('seconds', values.seconds),
    writesDocs: values['write-docs'] === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        n: { type: 'string', default: '100,1000,10000,100000' },
        rounds: { type: 'string', default: '5' },
        contestants: { type: 'string' },
        metrics: { type: 'string' },
        seconds: { type: 'string', default: '10' },
        'write-docs': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    }).values;
  } catch (failure) {
    throw new UsageError((failure as Error).message);
  }
}

function wholeNumber(option: string, text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new UsageError(`--${option} takes whole numbers above 0, not "${text}".`);
}

function listOf<T extends string>(option: string, text: string | undefined, known: readonly T[]): readonly T[] {
  if (text === undefined) return known;
  return text.split(',').map((name) => {
    const found = known.find((one) => one === name);
    if (found === undefined) throw new UsageError(`--${option} knows no "${name}"; it knows ${known.join(', ')}.`);
    return found;
  });
}
