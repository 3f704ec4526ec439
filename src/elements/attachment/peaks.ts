/** How many bars a waveform has. */
export const BARS = 44;

/** The loudness of a sound over its length, in `BARS` steps of 0 to 100; the loudest is 100. */
export function peaksOf(samples: Float32Array): readonly number[] {
  const step = samples.length / BARS;
  const loudness = Array.from({ length: BARS }, (_, bar) =>
    loudest(samples, Math.floor(bar * step), Math.floor((bar + 1) * step)),
  );
  const most = Math.max(...loudness);
  return loudness.map((value) => (most > 0 ? Math.round((value / most) * 100) : 0));
}

function loudest(samples: Float32Array, from: number, to: number): number {
  let most = 0;
  for (let at = from; at < to; at++) most = Math.max(most, Math.abs(samples[at] ?? 0));
  return most;
}
