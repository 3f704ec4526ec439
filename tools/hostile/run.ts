import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Progress } from '../corpus/progress.js';
import { run, type Judged } from './core.js';
import { readPayloads, type Payload } from './payload.js';
import { reportPage } from './report.js';

const USAGE = `Usage: npm run hostile -- FILE... [--report FILE.html]

Each FILE is a JSON array of strings, or of objects with text, name, url, input or message (one message of a webhook).
Each goes through every place where customers' texts show; nothing may run, no element may come of it, and what is read
on screen must be what was sent.
`;

interface Arguments {
  readonly payloads: readonly Payload[];
  readonly report: string | undefined;
}

function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { report: { type: 'string' } } });
    if (positionals.length === 0) return giveUp(USAGE);
    return { payloads: readPayloads(positionals), report: values.report };
  } catch (failure) {
    return giveUp(`${(failure as Error).message}\n${USAGE}`);
  }
}

function giveUp(message: string): never {
  process.stderr.write(message);
  process.exit(2);
}

function print({ payload, faults }: Judged): void {
  if (faults.length === 0) return;
  process.stdout.write(`failed  ${payload.name}\n`);
  for (const fault of faults) process.stdout.write(`          ${fault}\n`);
}

const { payloads, report } = readArguments();
const progress = new Progress(payloads.length);
try {
  const { judged, pictures } = await run(payloads, {
    onStep: () => {
      progress.step();
    },
    pictures: report !== undefined,
  });
  progress.end();
  judged.forEach(print);
  if (report !== undefined) writeFileSync(report, reportPage(judged, pictures));
  const failed = judged.filter(({ faults }) => faults.length > 0).length;
  process.stdout.write(`${String(judged.length - failed)} passed, ${String(failed)} failed\n`);
  process.exitCode = failed > 0 || judged.length === 0 ? 1 : 0;
} catch (failure) {
  process.stderr.write(`${(failure as Error).message}\n`);
  process.exitCode = 1;
}
