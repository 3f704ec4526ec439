/** `npm run bench`: transcripts side by side in real browsers, and a whole desk under load. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { launch } from './lib/browser.js';
import { buildContestant, buildPages } from './lib/build.js';
import { chart } from './lib/chart.js';
import { runDesk } from './lib/desk-job.js';
import { replacePart } from './lib/document.js';
import { runCycles, runTurn } from './lib/job.js';
import { readOptions, USAGE, UsageError, type BenchOptions } from './lib/options.js';
import { PageServer } from './lib/page-server.js';
import { CHART, DOCUMENT, RESULTS } from './lib/paths.js';
import { installPeers } from './lib/peers.js';
import type { DeskResult, Job, Results, Transfer } from './lib/results.js';
import { schedule } from './lib/schedule.js';
import { allTables, runLine } from './lib/tables.js';

const PER_TURN = ['open', 'heap', 'append', 'burst', 'prepend'] as const;

async function buildAll({ contestants, metrics }: BenchOptions): Promise<Record<string, Transfer>> {
  await buildPages();
  const transfer: Record<string, Transfer> = {};
  for (const name of contestants) transfer[name] = await buildContestant(name);
  return metrics.has('size') ? transfer : {};
}

async function measureTurns(url: string, options: BenchOptions): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  if (!PER_TURN.some((metric) => options.metrics.has(metric))) return jobs;
  for (const turn of schedule(options)) {
    tell(turn.round, `${turn.contestant}, N = ${turn.n.toLocaleString('en')}`);
    jobs.push(await runTurn(url, turn, options.metrics));
  }
  return jobs;
}

async function measureRounds(url: string, options: BenchOptions): Promise<{ cycles: Job[]; desk: DeskResult[] }> {
  const cycles: Job[] = [];
  const desk: DeskResult[] = [];
  for (let round = 0; round < options.rounds; round++) {
    for (const contestant of options.metrics.has('cycles') ? options.contestants : []) {
      tell(round, `${contestant}, attached and taken away`);
      cycles.push(await runCycles(url, { round, contestant }));
    }
    if (!options.metrics.has('desk')) continue;
    tell(round, 'the desk, idle and busy');
    desk.push(await runDesk(url, round, options.seconds));
  }
  return { cycles, desk };
}

function tell(round: number, what: string): void {
  console.log(`round ${String(round + 1)}: ${what}`);
}

async function browserVersion(): Promise<string> {
  const browser = await launch();
  const version = await browser.version();
  await browser.close();
  return version;
}

async function measure(options: BenchOptions): Promise<Results> {
  const transfer = await buildAll(options);
  const server = new PageServer();
  await server.start();
  try {
    const turns = await measureTurns(server.url, options);
    const { cycles, desk } = await measureRounds(server.url, options);
    const { rounds, sizes, contestants, seconds } = options;
    return {
      date: new Date().toISOString().slice(0, 10),
      machine: `${String(cpus().length)} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`,
      browser: await browserVersion(),
      ...{ rounds, sizes, contestants, seconds, transfer, desk },
      jobs: [...turns, ...cycles],
    };
  } finally {
    await server.stop();
  }
}

async function writeDocs(results: Results): Promise<void> {
  mkdirSync(dirname(CHART), { recursive: true });
  writeFileSync(CHART, chart(results));
  const text = `${runLine(results)}\n\n${allTables(results)}`;
  const document = replacePart(readFileSync(DOCUMENT, 'utf8'), 'figures', text);
  writeFileSync(DOCUMENT, await format(document, { ...(await resolveConfig(DOCUMENT)), filepath: DOCUMENT }));
}

async function main(args: readonly string[]): Promise<void> {
  const options = readOptions(args);
  if (!options) {
    console.log(USAGE);
    return;
  }
  installPeers(options.contestants);
  const results = await measure(options);
  writeFileSync(RESULTS, `${JSON.stringify(results, undefined, 1)}\n`);
  console.log(`\n${runLine(results)}\n\n${allTables(results)}`);
  if (options.writesDocs) await writeDocs(results);
}

try {
  await main(process.argv.slice(2));
} catch (failure) {
  console.error(failure instanceof UsageError ? `${failure.message}\n\n${USAGE}` : failure);
  process.exitCode = failure instanceof UsageError ? 2 : 1;
}
