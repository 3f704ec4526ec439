/** `npm run size`: what each public entry of the built package weighs in a host's page, as a table; fails beyond a limit. */
import { execFileSync } from 'node:child_process';

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

function measure() {
  try {
    return {
      output: execFileSync('npx', ['--no-install', 'size-limit', '--json'], { encoding: 'utf8' }),
      isWithin: true,
    };
  } catch (error) {
    if (!error.stdout) throw error;
    return { output: error.stdout, isWithin: false };
  }
}

const { output, isWithin } = measure();
const entries = JSON.parse(output);
if (entries.error) throw new Error(entries.error);
const rows = entries.map(({ name, size, sizeLimit, passed }) => [
  passed === false ? '✖' : '✔',
  name,
  kilobytes(size),
  sizeLimit === undefined ? '' : kilobytes(sizeLimit),
]);
const table = [['', 'entry', 'min + gzip', 'limit'], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
for (const [mark, name, size, limit] of table) {
  console.log(
    [mark.padEnd(widths[0]), name.padEnd(widths[1]), size.padStart(widths[2]), limit.padStart(widths[3])].join('  '),
  );
}
process.exitCode = isWithin ? 0 : 1;
