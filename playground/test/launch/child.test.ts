import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startChild, type Child } from '../../src/launch/child.js';

const fixture = (name: string): URL => new URL(`fixtures/${name}.ts`, import.meta.url);

function start(name: string, say: (line: string) => void = () => undefined): Child {
  return startChild({ name: 'child', script: fixture(name), args: [], environment: {}, say });
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe('A process of the playground', () => {
  it('is ready with its first line, and what it says later is heard', async () => {
    let hear: (line: string) => void = () => undefined;
    const heard = new Promise<string>((resolve) => (hear = resolve));
    const child = start('ready', (line) => hear(line));
    await child.ready;
    assert.equal(await heard, 'hello');
    await child.stop();
    assert.match(await child.ended, /^The child has ended \(SIGTERM\)\.$/);
  });

  it('tells what it said when it ends before it is ready', async () => {
    await assert.rejects(start('complains').ready, /The child has ended \(exit code 3\)\.\nthe file is missing/);
  });

  it('ends when its parent is killed', async () => {
    const parent = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(fixture('parent'))], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    const pid = Number(line);
    assert.ok(isAlive(pid));
    parent.kill('SIGKILL');
    // The test's time limit is the limit: the child hears of it when the system has taken the parent's end away.
    while (isAlive(pid)) await after(20);
  });
});
