import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { PageSettings } from '../../src/page-settings.js';
import type { ClockState } from '../../src/stand-in/phone-types.js';

const START = fileURLToPath(new URL('../../src/start.ts', import.meta.url));
const HOUR_MS = 3_600_000;

interface Started {
  readonly url: string;
  readonly settings: PageSettings;
  interrupt(): Promise<number | null>;
}

async function start(...args: readonly string[]): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', START, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /http:\/\/[\w.:]+/.exec(line);
      if (found) resolve(found[0]);
    });
    void ended.then(([code]) => {
      reject(new Error(`It ended with ${code}.`));
    });
  });
  const settings = (await (await fetch(`${url}/settings.json`)).json()) as PageSettings;
  const interrupt = async (): Promise<number | null> => {
    child.kill('SIGINT');
    return (await ended)[0];
  };
  return { url, settings, interrupt };
}

const post = (url: string, body: object): Promise<Response> =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

const clockOf = async ({ settings }: Started): Promise<ClockState> =>
  (await (await fetch(`${settings.standIn}/clock`)).json()) as ClockState;

describe('npm start', () => {
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'wa-desk-start-'));
  });

  after(() => {
    rmSync(folder, { recursive: true });
  });

  it('prints the address of a page beside a gateway and a stand-in, keeps its state, and ends with Ctrl-C', async () => {
    const first = await start('--data', folder);
    assert.equal((await fetch(`${first.settings.gateway}/health`)).status, 200);
    await post(`${first.settings.standIn}/clock`, { advanceMs: HOUR_MS });
    assert.equal(await first.interrupt(), 0);
    for (const url of [first.url, first.settings.gateway, first.settings.standIn]) await assert.rejects(fetch(url));

    const second = await start('--data', folder);
    assert.equal((await clockOf(second)).offsetMs, HOUR_MS);
    await second.interrupt();

    const third = await start('--data', folder, '--fresh');
    assert.equal((await clockOf(third)).offsetMs, 0);
    await third.interrupt();
    assert.ok(existsSync(join(folder, 'gateway', 'wa-desk.db')));
  });

  it('runs beside another playground', async () => {
    const one = await start('--data', join(folder, 'one'));
    const other = await start('--data', join(folder, 'other'));
    assert.notEqual(other.url, one.url);
    assert.notEqual(other.settings.gateway, one.settings.gateway);
    await Promise.all([one.interrupt(), other.interrupt()]);
  });
});
