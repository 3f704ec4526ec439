import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A process of the playground to start. */
export interface ChildPlan {
  /** What its lines begin with in the terminal. */
  readonly name: string;
  readonly script: URL;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Hears each line that the process writes once it is ready, and all of its errors. */
  say(line: string): void;
}

/** A process of the playground. */
export interface Child {
  readonly pid: number;
  /** Resolves when it has written its first line, `{"ready":true…}`; rejects with what it said when it ended before. */
  readonly ready: Promise<void>;
  /** Resolves with what to tell when it has ended, for whatever reason. */
  readonly ended: Promise<string>;
  /** Ends it in good order, and by force when that takes too long. */
  stop(): Promise<void>;
}

const ROOT = new URL('../../../', import.meta.url);
const END_WITH_PARENT = new URL('end-with-parent.ts', import.meta.url);
const PATIENCE_MS = 5000;

/** Starts a process. */
export function startChild(plan: ChildPlan): Child {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--import', END_WITH_PARENT.href, fileURLToPath(plan.script), ...plan.args],
    {
      cwd: fileURLToPath(ROOT),
      env: { ...process.env, ...plan.environment },
      stdio: ['pipe', 'pipe', 'pipe'],
      // A Ctrl-C in the terminal reaches the whole group: who started the child ends it, in order.
      detached: true,
      windowsHide: true,
    },
  );
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`The ${plan.name} could not be started: ${error.message}`));
    child.once('exit', (code, signal) => resolve(`The ${plan.name} has ended (${signal ?? `exit code ${code}`}).`));
  });
  return { pid: child.pid ?? 0, ready: untilReady(child, plan, ended), ended, stop: () => stop(child, ended) };
}

async function untilReady(child: ChildProcess, plan: ChildPlan, ended: Promise<string>): Promise<void> {
  const complaints: string[] = [];
  let isReady = false;
  const hear = (line: string): void => void (isReady ? plan.say(line) : complaints.push(line));
  const first = new Promise<void>((resolve) => {
    linesOf(child.stdout, (line) => {
      if (isReady || !line.startsWith('{"ready":true')) return hear(line);
      isReady = true;
      resolve();
    });
  });
  linesOf(child.stderr, hear);
  const early = ended.then((what) => {
    if (!isReady) throw new Error([what, ...complaints].join('\n'));
  });
  await Promise.race([first, early]);
}

function linesOf(stream: NodeJS.ReadableStream | null, hear: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on('line', hear);
}

async function stop(child: ChildProcess, ended: Promise<string>): Promise<void> {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(force);
}
