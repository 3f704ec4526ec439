/** What is compared; the first is the limit that all ratios refer to. */
export interface ContestantEntry {
  readonly name: string;
  readonly title: string;
  /** File in `contestants/`. */
  readonly file: string;
  /** File in `contestants/` that a host would ship, where that is less than `file`. */
  readonly shipped?: string;
  /** Its packages are in this folder's own package.json. */
  readonly isPeer: boolean;
}

export const LIMIT = 'limit-a';

export const CONTESTANTS: readonly ContestantEntry[] = [
  { name: LIMIT, title: 'limit-a (raw DOM, a window of 50)', file: 'limit-a.ts', isPeer: false },
  {
    name: 'wa-transcript',
    title: 'wa-transcript',
    file: 'wa-transcript.ts',
    shipped: 'wa-transcript-shipped.ts',
    isPeer: false,
  },
  { name: 'lit-virtualizer', title: '@lit-labs/virtualizer', file: 'lit-virtualizer.mjs', isPeer: true },
  { name: 'tanstack-lit', title: '@tanstack/lit-virtual', file: 'tanstack-lit.mjs', isPeer: true },
  { name: 'react-virtuoso', title: 'react-virtuoso', file: 'react-virtuoso.mjs', isPeer: true },
];

export function contestant(name: string): ContestantEntry {
  const entry = CONTESTANTS.find((one) => one.name === name);
  if (!entry)
    throw new Error(`There is no contestant ${name}; there are ${CONTESTANTS.map((one) => one.name).join(', ')}.`);
  return entry;
}
