import type { FigureName } from './figures.js';

/** What one contestant did with N messages in one round. */
export interface Job {
  readonly round: number;
  readonly contestant: string;
  readonly n: number;
  readonly figures: Readonly<Partial<Record<FigureName, number>>>;
  /** What it could not do, in words. */
  readonly failures: readonly string[];
}

/** What a letter took from key to paint at one desk, idle and busy (milliseconds). */
export interface DeskResult {
  readonly round: number;
  readonly idle: readonly number[];
  readonly busy: readonly number[];
  readonly messages: number;
}

/** Bytes that cross the network, gzipped: what is loaded at once, and what only when it is first used. */
export interface Transfer {
  readonly first: number;
  readonly lazy: number;
}

export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly browser: string;
  readonly rounds: number;
  readonly sizes: readonly number[];
  readonly contestants: readonly string[];
  readonly seconds: number;
  readonly transfer: Readonly<Record<string, Transfer>>;
  readonly jobs: readonly Job[];
  readonly desk: readonly DeskResult[];
}
