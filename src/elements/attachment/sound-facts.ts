import { peaksOf } from './peaks.js';

/** What a sound's bytes tell of it. */
export interface SoundFacts {
  readonly durationMs: number;
  /** Loudness over its length, 0 to 100. */
  readonly waveform: readonly number[];
}

/** Enough for the shape of a voice, and a rate that every browser decodes to (hertz). */
const RATE = 22_050;

/** The bytes behind an address that was lent. */
export async function bytesOf(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { credentials: 'omit' });
  if (!response.ok) throw new Error(`The medium answered ${response.status}.`);
  return response.arrayBuffer();
}

/** How long and how loud the sound behind an address is; throws when the browser cannot decode it. */
export async function soundFactsOf(url: string): Promise<SoundFacts> {
  const sound = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(await bytesOf(url));
  return { durationMs: sound.duration * 1000, waveform: peaksOf(sound.getChannelData(0)) };
}
