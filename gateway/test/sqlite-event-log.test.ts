import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { GroupCommit } from '../src/event-log/group-commit.js';
import { SqliteEventLog } from '../src/event-log/sqlite-event-log.js';
import { describeEventLog, type LogUnderTest } from './event-log-contract.js';

async function makeLog(): Promise<LogUnderTest> {
  const directory = await mkdtemp(join(tmpdir(), 'wa-desk-log-'));
  const files = [new GroupCommit(join(directory, 'log.db'))];
  return {
    log: new SqliteEventLog(files[0]!),
    // The lost process's file is copied as it lies on the disk: nothing was closed or checkpointed.
    reopen: async () => {
      for (const suffix of ['', '-wal'])
        await copyFile(join(directory, `log.db${suffix}`), join(directory, `again.db${suffix}`));
      files.push(new GroupCommit(join(directory, 'again.db')));
      return new SqliteEventLog(files.at(-1)!);
    },
    dispose: async () => {
      for (const file of files) file.close();
      await rm(directory, { recursive: true });
    },
  };
}

describeEventLog('SQLite', makeLog);

describe('GroupCommit', () => {
  const inMemory = (): GroupCommit => {
    const file = new GroupCommit(':memory:');
    file.database.exec('create table facts (name text primary key)');
    return file;
  };
  const insert = (file: GroupCommit, name: string) =>
    file.run((database) => database.prepare('insert into facts values (?)').run(name));
  const names = (file: GroupCommit) => file.database.prepare('select name from facts').pluck().all();

  it('syncs every commit to the disk', () => {
    const file = inMemory();
    assert.equal((file.database.prepare('pragma synchronous').get() as { synchronous: number }).synchronous, 2);
    file.close();
  });

  it('commits what was asked for in one turn together', async () => {
    const file = inMemory();
    const done = Promise.all([insert(file, 'a'), insert(file, 'b')]);
    assert.equal(file.database.inTransaction, false);
    assert.deepEqual(names(file), []);
    await done;
    assert.deepEqual(names(file), ['a', 'b']);
    file.close();
  });

  it('undoes a work that throws, and only that', async () => {
    const file = inMemory();
    const results = await Promise.allSettled([insert(file, 'a'), insert(file, 'a'), insert(file, 'b')]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(names(file), ['a', 'b']);
    file.close();
  });

  it('confirms nothing when the commit fails', async () => {
    const file = inMemory();
    file.database.exec(
      'pragma foreign_keys = on; create table children (parent text references facts(name) deferrable initially deferred)',
    );
    const orphan = file.run((database) => database.prepare("insert into children values ('nobody')").run());
    await assert.rejects(Promise.all([insert(file, 'a'), orphan]));
    assert.deepEqual(names(file), []);
    file.close();
  });

  it('commits what is waiting before it closes', async () => {
    const file = inMemory();
    const done = insert(file, 'a');
    file.close();
    await done;
    await assert.rejects(insert(file, 'b'), /closed/);
  });
});
