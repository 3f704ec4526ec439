import type { Metric } from './options.js';

/** One thing that a job measures. */
export interface Figure {
  readonly metric: Metric;
  readonly label: string;
  readonly digits: number;
  /** How it stands to the limit of the same round: its multiple, or so much more. */
  readonly against?: 'ratio' | 'difference';
  /** Over the rounds: the median unless only the worst counts. */
  readonly over?: 'worst';
  /** Measured once a round, whatever N. */
  readonly isOnceARound?: true;
}

/** All of them, in the order of the tables. */
const FIGURES = {
  openTask: { metric: 'open', label: 'Open: main-thread time, ms', digits: 1, against: 'ratio' },
  openPaint: { metric: 'open', label: 'Open: until the newest message is painted, ms', digits: 1, against: 'ratio' },
  fill: { metric: 'open', label: 'Filling the store, µs a message (apart from opening)', digits: 2 },
  appendTask: { metric: 'append', label: 'Append: main-thread time, ms', digits: 2, against: 'ratio' },
  appendPaint: { metric: 'append', label: 'Append: until it is painted, ms', digits: 1, against: 'ratio' },
  appendNextFrame: { metric: 'append', label: 'Append: painted in the next frame, share', digits: 2 },
  burstLongTasks: { metric: 'burst', label: 'Burst of 1,000: long tasks', digits: 0 },
  burstDropped: { metric: 'burst', label: 'Burst of 1,000: dropped frames', digits: 0, against: 'difference' },
  burstLost: { metric: 'burst', label: 'Burst of 1,000: bottom lost (1 = yes)', digits: 0, over: 'worst' },
  prependTop: {
    metric: 'prepend',
    label: 'Prepend 50 at the very top: farthest move in any frame, px',
    digits: 1,
    over: 'worst',
  },
  prependBelow: {
    metric: 'prepend',
    label: 'Prepend 50, 200 px below the top: farthest move in any frame, px',
    digits: 1,
    over: 'worst',
  },
  heapAdded: { metric: 'heap', label: 'Heap added by store and view, MB', digits: 2 },
  heapShare: { metric: 'heap', label: 'Heap added, as a multiple of the message array', digits: 2 },
  cycleHeap: { metric: 'cycles', label: 'Heap growth, KB', digits: 0, isOnceARound: true },
  cycleNodes: { metric: 'cycles', label: 'Nodes left behind', digits: 0, isOnceARound: true },
} as const satisfies Readonly<Record<string, Figure>>;

export type FigureName = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as FigureName[];
export const figure = (name: FigureName): Figure => FIGURES[name];
