import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type BuildOptions, type Metafile } from 'esbuild';
import { contestant } from './contestants.js';
import { BENCH, DIST, TSCONFIG } from './paths.js';
import type { Transfer } from './results.js';

const COMMON = {
  absWorkingDir: BENCH,
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  legalComments: 'none',
  target: 'es2022',
  tsconfig: TSCONFIG,
  define: { 'process.env.NODE_ENV': '"production"' },
  logLevel: 'error',
} satisfies BuildOptions;

/** Bundles the pages that measure. */
export async function buildPages(): Promise<void> {
  await build({
    ...COMMON,
    entryPoints: ['page/transcript-bench.ts', 'page/desk-bench.ts'],
    outdir: join(DIST, 'page'),
  });
}

/** Bundles a contestant as a host would; answers what a host's users load. */
export async function buildContestant(name: string): Promise<Transfer> {
  const { file, shipped } = contestant(name);
  const transfer = await bundle(file, join(DIST, 'contestants', name));
  return shipped === undefined ? transfer : bundle(shipped, join(DIST, 'shipped', name));
}

async function bundle(file: string, outdir: string): Promise<Transfer> {
  const entry = `contestants/${file}`;
  const { metafile } = await build({ ...COMMON, entryPoints: [entry], outdir, metafile: true });
  return transferOf(metafile, entry);
}

function transferOf({ outputs }: Metafile, source: string): Transfer {
  // What is imported dynamically has an entry point as well: its own.
  const entry = Object.keys(outputs).find((path) => outputs[path]?.entryPoint === source);
  const first = new Set<string>();
  const visit = (path: string): void => {
    if (first.has(path)) return;
    first.add(path);
    for (const { path: next, kind } of outputs[path]?.imports ?? []) if (kind === 'import-statement') visit(next);
  };
  if (entry === undefined) throw new Error(`The bundle of ${source} has no entry.`);
  visit(entry);
  const lazy = Object.keys(outputs).filter((path) => !first.has(path));
  return { first: gzipped([...first]), lazy: gzipped(lazy) };
}

const gzipped = (paths: readonly string[]): number =>
  paths.reduce((sum, path) => sum + gzipSync(readFileSync(resolve(BENCH, path)), { level: 9 }).length, 0);
