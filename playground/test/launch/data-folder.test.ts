import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { emptyDataFolder, takeDataFolder, type DataFolder } from '../../src/launch/data-folder.js';

describe('A data folder', () => {
  let parent: string;
  let taken: DataFolder[];

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'wa-desk-data-'));
    taken = [];
  });

  afterEach(() => {
    for (const folder of taken) folder.release();
    rmSync(parent, { recursive: true });
  });

  const take = (folder?: string): DataFolder => {
    const got = takeDataFolder({ parent, ...(folder !== undefined && { folder }) });
    taken.push(got);
    return got;
  };

  it('is the first one that no other playground uses', () => {
    assert.equal(take().path, join(parent, '1'));
    assert.equal(take().path, join(parent, '2'));
  });

  it('is the same one again after it was released', () => {
    const first = take();
    first.release();
    assert.equal(take().path, first.path);
  });

  it('that was named is refused while another playground uses it', () => {
    const named = join(parent, 'mine');
    take(named);
    assert.throws(() => take(named), /Another playground uses .*mine.*--data/);
  });

  it('forgets everything and stays taken', () => {
    const named = join(parent, 'mine');
    const folder = take(named);
    writeFileSync(join(folder.path, 'stand-in.sqlite'), 'x');
    emptyDataFolder(folder);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => !name.startsWith('lock')),
      [],
    );
    assert.throws(() => take(named));
  });
});
