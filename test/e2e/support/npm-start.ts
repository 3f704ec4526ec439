import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** A playground that `npm start` runs. */
export interface StartedPlayground {
  readonly url: string;
  /** Presses Ctrl-C: a terminal sends the signal to npm and to all that it has started. */
  stop(): Promise<void>;
}

/** Runs `npm start` with its data in `folder`, and waits for the address that it prints. */
export async function npmStart(folder: string): Promise<StartedPlayground> {
  const child = spawn('npm', ['start', '--', '--data', folder], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const url = await new Promise<string>((resolve, reject) => {
    const said: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      const found = /http:\/\/[\w.:]+/.exec(line);
      if (found) resolve(found[0]);
    });
    child.once('exit', (code) => {
      reject(new Error([`npm start ended (${code}):`, ...said].join('\n')));
    });
  });
  return {
    url,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      process.kill(-(child.pid ?? 0), 'SIGINT');
      await ended;
    },
  };
}
