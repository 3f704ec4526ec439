import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readStartOptions, StartError } from '../../src/launch/start-options.js';

describe('The options of npm start', () => {
  it('are the usual ones when nothing is asked for', () => {
    assert.deepEqual(readStartOptions([]), { fresh: false, help: false, port: 4700 });
  });

  it('take a folder, a port, and the wish to forget', () => {
    assert.deepEqual(readStartOptions(['--fresh', '--data', 'here', '--port', '5000']), {
      fresh: true,
      help: false,
      dataFolder: 'here',
      port: 5000,
    });
  });

  it('can be asked for', () => {
    assert.equal(readStartOptions(['--help']).help, true);
  });

  for (const port of ['0', '65534', '80.5', 'http', '']) {
    it(`refuse the port "${port}" and say what would be valid`, () => {
      assert.throws(
        () => readStartOptions([`--port=${port}`]),
        (error: unknown) => error instanceof StartError && error.message.includes('a number from 1 to 65533'),
      );
    });
  }

  it('refuse what they do not know and list what they know', () => {
    assert.throws(
      () => readStartOptions(['--fresch']),
      (error: unknown) =>
        error instanceof StartError &&
        ['--fresch', '--fresh', '--data FOLDER', '--port NUMBER'].every((word) => error.message.includes(word)),
    );
  });
});
