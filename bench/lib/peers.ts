import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contestant } from './contestants.js';
import { BENCH } from './paths.js';

/** Installs the peers' packages when one of them is to be measured and they are missing or old. */
export function installPeers(contestants: readonly string[]): void {
  if (!contestants.some((name) => contestant(name).isPeer) || areInstalled()) return;
  console.log('Installing the peers (bench/package-lock.json)');
  execFileSync('npm', ['ci', '--ignore-scripts'], {
    cwd: BENCH,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

function areInstalled(): boolean {
  const installed = join(BENCH, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(BENCH, 'package-lock.json')).mtimeMs;
}
