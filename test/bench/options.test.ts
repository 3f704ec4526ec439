import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readOptions, UsageError } from '../../bench/lib/options.js';

const refuses = (args: readonly string[], message: RegExp): void => {
  assert.throws(
    () => readOptions(args),
    (failure) => failure instanceof UsageError && message.test(failure.message),
  );
};

describe('the command line of the benchmark', () => {
  it('measures everything of everybody at four sizes when nothing is said', () => {
    const options = readOptions([])!;
    assert.deepEqual(options.sizes, [100, 1000, 10_000, 100_000]);
    assert.equal(options.contestants.length, 5);
    assert.ok(options.metrics.has('desk') && options.metrics.has('size'));
    assert.equal(options.writesDocs, false);
  });

  it('sorts the sizes and names each once', () => {
    assert.deepEqual(readOptions(['--n', '1000,100,1000'])!.sizes, [100, 1000]);
  });

  it('always measures the limit, first', () => {
    assert.deepEqual(readOptions(['--contestants', 'wa-transcript'])!.contestants, ['limit-a', 'wa-transcript']);
  });

  it('takes the metrics, the rounds and the seconds that are named', () => {
    const options = readOptions(['--metrics', 'open,desk', '--rounds', '2', '--seconds', '60', '--write-docs'])!;
    assert.deepEqual([...options.metrics], ['open', 'desk']);
    assert.deepEqual([options.rounds, options.seconds, options.writesDocs], [2, 60, true]);
  });

  it('answers nothing when help is asked for', () => {
    assert.equal(readOptions(['--help']), undefined);
  });

  it('says which name it does not know and which it knows', () => {
    refuses(['--contestants', 'nobody'], /--contestants knows no "nobody"; it knows limit-a, wa-transcript/);
    refuses(['--metrics', 'open,speed'], /--metrics knows no "speed"; it knows open, append/);
  });

  it('says what a number must be', () => {
    refuses(['--n', '100,many'], /--n takes whole numbers above 0, not "many"/);
    refuses(['--rounds', '0'], /--rounds takes whole numbers above 0, not "0"/);
    refuses(['--seconds', '1.5'], /--seconds takes whole numbers above 0, not "1.5"/);
  });

  it('refuses an option that it does not have', () => {
    refuses(['--fast'], /--fast/);
  });
});
