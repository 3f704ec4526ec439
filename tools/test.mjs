/** `npm test`: every kind of test one after the other; ends with "N passed, N failed" over all of them. */
import { spawn } from 'node:child_process';

/** Longest that one kind of test may take, in milliseconds. */
const RUNNER_TIMEOUT = 20 * 60_000;

const RUNNERS = [
  { name: 'rules, stores, machines, transports, gateway and stand-in (Node)', script: 'test:node' },
  { name: 'elements (browsers)', script: 'test:elements' },
  { name: 'stories (Chromium)', script: 'test:stories' },
  { name: 'end to end', script: 'test:e2e' },
];

const COUNT = /^(\d+) passed, (\d+) failed(?:, \d+ skipped)?\s*$/gm;

/** Runs an npm script, shows what it says as it says it, and answers its exit code and its output. */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '--silent', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      timeout: RUNNER_TIMEOUT,
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.once('error', (error) => resolve({ code: 1, output: String(error) }));
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** What a runner found: its own last count, and one failure more where it ended badly without naming any. */
function resultOf({ name }, { code, output }) {
  const count = [...output.matchAll(COUNT)].at(-1);
  if (count === undefined) return { name, passed: 0, failed: 1, note: 'ended without a count' };
  const [passed, failed] = [Number(count[1]), Number(count[2])];
  if (code !== 0 && failed === 0) return { name, passed, failed: 1, note: `exit code ${code} though no test failed` };
  return { name, passed, failed };
}

const results = [];
for (const runner of RUNNERS) {
  console.log(`\n── ${runner.name}`);
  results.push(resultOf(runner, await run(runner.script)));
}

console.log('\n── all together');
for (const { name, passed, failed, note } of results) {
  console.log(`${failed > 0 ? '✖' : '✔'} ${name}: ${passed} passed, ${failed} failed${note ? ` (${note})` : ''}`);
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;
