/**
 * `npm run size`: what each public entry of the built package weighs in a host's page, minified and gzipped with all that it imports, as a
 * table: at first, and what it fetches later; fails beyond a limit.
 */
import { gzipSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import { rollup } from 'rollup';
import { minify } from 'rollup-plugin-esbuild';
import { entries } from './size-limits.mjs';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** Bundles as a host's build would: Rollup is what Vite builds with. */
async function chunksOf(path) {
  const bundle = await rollup({
    input: path,
    plugins: [resolve({ browser: true, exportConditions: ['browser', 'production'] }), minify({ target: 'es2022' })],
  });
  const { output } = await bundle.generate({ format: 'es' });
  await bundle.close();
  return output.filter(({ type }) => type === 'chunk');
}

function weigh(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const atFirst = new Set();
  const add = (fileName) => {
    if (atFirst.has(fileName) || !byName.has(fileName)) return;
    atFirst.add(fileName);
    byName.get(fileName).imports.forEach(add);
  };
  add(chunks.find(({ isEntry }) => isEntry).fileName);
  const sum = (isFirst) =>
    chunks
      .filter(({ fileName }) => atFirst.has(fileName) === isFirst)
      .reduce((bytes, { code }) => bytes + gzipSync(code, { level: 9 }).length, 0);
  return { first: sum(true), later: sum(false) };
}

const table = [['', 'entry', 'at first', 'limit', 'later']];
for (const { name, path, first: limit } of entries) {
  const { first, later } = weigh(await chunksOf(path));
  if (first > limit) process.exitCode = 1;
  table.push([
    first > limit ? '✖' : '✔',
    name,
    kilobytes(first),
    kilobytes(limit),
    later === 0 ? '' : kilobytes(later),
  ]);
}
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const [mark, name, ...numbers] of table) {
  const cells = numbers.map((number, column) => number.padStart(widths[column + 2]));
  console.log([mark.padEnd(widths[0]), name.padEnd(widths[1]), ...cells].join('  '));
}
