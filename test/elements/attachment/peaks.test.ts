import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { BARS, peaksOf } from '../../../src/elements/attachment/peaks.js';
import { wavOf } from '../../../src/elements/attachment/wav.js';

describe('the loudness of a sound', () => {
  it('is told relative to its loudest part, however quiet that is', () => {
    const samples = new Float32Array(4400).fill(0.001);
    samples[4399] = -0.002;
    const peaks = peaksOf(samples);
    assert.equal(peaks.length, BARS);
    assert.deepEqual([peaks[0], peaks.at(-1)], [50, 100]);
  });

  it('of silence and of nothing is none', () => {
    assert.ok(peaksOf(new Float32Array(1000)).every((value) => value === 0));
    assert.ok(peaksOf(new Float32Array(0)).every((value) => value === 0));
  });
});

describe('samples as a WAV file', () => {
  it('say their size and rate, and are kept within bounds', async () => {
    const wav = new DataView(await wavOf(new Float32Array([0, 2, -2]), 8000).arrayBuffer());
    assert.equal(wav.byteLength, 50);
    assert.deepEqual([wav.getUint32(4, true), wav.getUint32(24, true), wav.getUint32(40, true)], [42, 8000, 6]);
    assert.deepEqual(
      [44, 46, 48].map((at) => wav.getInt16(at, true)),
      [0, 32767, -32767],
    );
  });
});
