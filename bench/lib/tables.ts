import { contestant as entryOf } from './contestants.js';
import { FIGURE_NAMES, figure, type FigureName } from './figures.js';
import type { DeskResult, Results } from './results.js';
import { median, quantile } from './statistics.js';
import { failuresOf, summarise, type Summary } from './summary.js';

const NOTHING = '–';

/** A Markdown table with its columns in line: the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, column) => (column === 0 ? (cells[column] ?? '').padEnd(width) : (cells[column] ?? '').padStart(width))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** Where and how a run was made. */
export function runLine({ date, machine, browser, rounds, seconds, desk }: Results): string {
  const typing = desk.length === 0 ? '' : ` Typing: ${String(seconds)} s at each desk.`;
  return `${date}, ${machine}, ${browser}; ${String(rounds)} ${rounds === 1 ? 'round' : 'rounds'}.${typing}`;
}

/** All tables of a run, with their headings. */
export function allTables(results: Results): string {
  const sections = [
    ...FIGURE_NAMES.filter((name) => figure(name).isOnceARound === undefined).map((name) => figureTable(results, name)),
    cyclesTable(results),
    deskTable(results.desk),
    transferTable(results),
    failureList(results),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** Its number, and in brackets how it stands to the limit. */
export function cell(name: FigureName, summary: Summary | undefined): string {
  if (!summary) return NOTHING;
  const { digits, against } = figure(name);
  const value = decimal(summary.value, digits);
  if (summary.against === undefined) return value;
  if (against === 'ratio') return `${value} (${decimal(summary.against, 2)}×)`;
  return `${value} (${summary.against < 0 ? '−' : '+'}${decimal(Math.abs(summary.against), digits)})`;
}

function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return 'out of view';
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function figureTable({ jobs, sizes, contestants }: Results, name: FigureName): string {
  const rows = contestants.map((contestant) => [
    entryOf(contestant).title,
    ...sizes.map((n) => cell(name, summarise(jobs, name, { contestant, n }))),
  ]);
  if (rows.every(([, ...cells]) => cells.every((text) => text === NOTHING))) return '';
  return `${figure(name).label}:\n\n${table(['', ...sizes.map((n) => `N = ${n.toLocaleString('en')}`)], rows)}`;
}

function cyclesTable({ jobs, contestants }: Results): string {
  const names: readonly FigureName[] = ['cycleHeap', 'cycleNodes'];
  const measured = jobs.filter(({ figures }) => figures.cycleHeap !== undefined);
  const n = measured[0]?.n;
  if (n === undefined) return '';
  const rows = contestants.map((contestant) => [
    entryOf(contestant).title,
    ...names.map((name) => cell(name, summarise(measured, name, { contestant, n }))),
  ]);
  const title = `Attached and taken away 20 times, ${n.toLocaleString('en')} messages:`;
  return `${title}\n\n${table(['', ...names.map((name) => figure(name).label)], rows)}`;
}

function deskTable(desk: readonly DeskResult[]): string {
  if (desk.length === 0) return '';
  const over = (of: (result: DeskResult) => number | undefined): string => {
    const value = median(desk.flatMap((result) => of(result) ?? []));
    return value === undefined ? NOTHING : decimal(value, 2);
  };
  const row = (label: string, q: number): string[] => [
    label,
    over(({ idle }) => quantile(idle, q)),
    over(({ busy }) => quantile(busy, q)),
    `${over(({ idle, busy }) => (quantile(busy, q) ?? NaN) / (quantile(idle, q) ?? NaN))}×`,
  ];
  const rows = [row('median', 0.5), row('95th percentile', 0.95)];
  return `A letter typed at a desk with 20 open sessions, from key to paint, ms:\n\n${table(['', 'idle', '200 messages a second', 'busy / idle'], rows)}`;
}

function transferTable({ transfer, contestants }: Results): string {
  const rows = contestants.flatMap((name) => {
    const size = transfer[name];
    return size ? [[entryOf(name).title, decimal(size.first / 1000, 1), decimal(size.lazy / 1000, 1)]] : [];
  });
  return rows.length === 0
    ? ''
    : `Transfer size, kB, minified and gzipped:\n\n${table(['', 'at first', 'when used'], rows)}`;
}

function failureList(results: Results): string {
  const failures = failuresOf(results);
  return failures.length === 0 ? '' : `Not done:\n\n${failures.map((failure) => `- ${failure}`).join('\n')}`;
}
