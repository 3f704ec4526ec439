import decode from '@audio/decode-amr';
import { peaksOf } from './peaks.js';
import { bytesOf, type SoundFacts } from './sound-facts.js';
import { wavOf } from './wav.js';

/** A sound that browsers cannot play, made into one that they can; its address is to be revoked. */
export interface DecodedSound extends SoundFacts {
  readonly url: string;
}

/** Decodes AMR, narrow or wide band; throws when it is none, or when the page's policy forbids WebAssembly. */
export async function decodedAmr(url: string): Promise<DecodedSound> {
  const { channelData, sampleRate } = await decode(await bytesOf(url));
  const [samples] = channelData;
  if (!samples) throw new Error('The sound has no AMR frames.');
  return {
    url: URL.createObjectURL(wavOf(samples, sampleRate)),
    durationMs: (samples.length / sampleRate) * 1000,
    waveform: peaksOf(samples),
  };
}
