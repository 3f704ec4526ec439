/** Runs Node's tests below the named files and folders: `node tools/node-tests.mjs test/domain gateway/test`. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** Longest that one test may take, in milliseconds. */
const TEST_TIMEOUT = 300_000;

/** Each test file at or below `path`, except what stands in a folder named in `without`. */
function testFiles(path, without) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const child = join(path, entry.name);
    if (entry.isDirectory()) return without.includes(child) ? [] : testFiles(child, without);
    return entry.name.endsWith('.test.ts') ? [child] : [];
  });
}

const isExclusion = (argument) => argument.startsWith('--without=');
const options = process.argv.slice(2);
const without = options.filter(isExclusion).map((option) => join(option.slice('--without='.length)));
const files = options.filter((option) => !isExclusion(option)).flatMap((path) => testFiles(path, without));

if (files.length === 0) {
  console.error(`No *.test.ts below ${options.join(', ') || 'nothing: name a file or folder'}.`);
  process.exit(1);
}
const { status } = spawnSync(
  process.execPath,
  [
    ...['--import', 'tsx', '--test', `--test-concurrency=${availableParallelism()}`, `--test-timeout=${TEST_TIMEOUT}`],
    ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
    ...['--test-reporter=./tools/node-count-reporter.mjs', '--test-reporter-destination=stdout'],
    ...files,
  ],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
