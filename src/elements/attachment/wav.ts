const HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;

/** One channel of samples (−1 to 1) as a WAV file of 16 bits. */
export function wavOf(samples: Float32Array, rate: number): Blob {
  const size = samples.length * BYTES_PER_SAMPLE;
  const wav = new DataView(new ArrayBuffer(HEADER_BYTES + size));
  writeHeader(wav, size, rate);
  samples.forEach((sample, index) => {
    const value = Math.max(-1, Math.min(1, sample));
    wav.setInt16(HEADER_BYTES + index * BYTES_PER_SAMPLE, Math.round(value * 0x7fff), true);
  });
  return new Blob([wav], { type: 'audio/wav' });
}

function writeHeader(wav: DataView, size: number, rate: number): void {
  const word = (at: number, letters: string): void => {
    for (const [index, letter] of [...letters].entries()) wav.setUint8(at + index, letter.charCodeAt(0));
  };
  word(0, 'RIFF');
  wav.setUint32(4, HEADER_BYTES - 8 + size, true);
  word(8, 'WAVEfmt ');
  wav.setUint32(16, 16, true);
  wav.setUint16(20, 1, true);
  wav.setUint16(22, 1, true);
  wav.setUint32(24, rate, true);
  wav.setUint32(28, rate * BYTES_PER_SAMPLE, true);
  wav.setUint16(32, BYTES_PER_SAMPLE, true);
  wav.setUint16(34, BYTES_PER_SAMPLE * 8, true);
  word(36, 'data');
  wav.setUint32(40, size, true);
}
