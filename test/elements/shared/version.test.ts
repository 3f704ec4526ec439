import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { VERSION } from '../../../src/elements/shared/define.js';

const repository = resolve(import.meta.dirname, '../../..');
const FILE = 'src/elements/shared/define.ts';

describe('The version that the elements carry', () => {
  it('is the one of the package', () => {
    const manifest: unknown = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
    assert.deepEqual((manifest as { version: string }).version, VERSION);
  });

  it('follows the one of the package at a release', () => {
    const copy = mkdtempSync(join(tmpdir(), 'wa-desk-version-'));
    try {
      mkdirSync(join(copy, 'src/elements/shared'), { recursive: true });
      cpSync(join(repository, FILE), join(copy, FILE));
      writeFileSync(join(copy, 'package.json'), '{"version":"9.8.7-beta.6"}');
      execFileSync(process.execPath, [join(repository, 'tools/write-version.mjs')], { cwd: copy });
      assert.match(readFileSync(join(copy, FILE), 'utf8'), /VERSION = '9\.8\.7-beta\.6';/);
    } finally {
      rmSync(copy, { recursive: true });
    }
  });
});
