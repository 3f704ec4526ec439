import type { Random } from './random.js';

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = CRC_TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return ((high << 16) | low) >>> 0;
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function uint32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value);
}

const BLOCK = 0xffff;

/** A zlib stream without compression: enough for a picture made in code. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let offset = 0; offset < bytes.length; offset += BLOCK) {
    const block = bytes.subarray(offset, offset + BLOCK);
    const size = block.length;
    const isLast = offset + BLOCK >= bytes.length;
    parts.push(Uint8Array.of(isLast ? 1 : 0, size, size >>> 8, ~size, ~size >>> 8), block);
  }
  return joined([...parts, uint32(adler32(bytes))]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([new TextEncoder().encode(type), data]);
  return joined([uint32(data.length), body, uint32(crc32(body))]);
}

/** Colours of a sunset, of which a picture is a slope from the first to the last. */
function palette(random: Random): Uint8Array {
  const hue = random.next() * 2 * Math.PI;
  const tone = (turn: number, light: number) => Math.round(255 * light * (0.6 + 0.4 * Math.cos(hue + turn)));
  return Uint8Array.from({ length: 256 * 3 }, (_, index) => {
    const light = 0.35 + (0.65 * Math.floor(index / 3)) / 255;
    return tone((index % 3) * 2.1, light);
  });
}

/** A picture with hills and a sun, as a PNG. */
export function pngPicture(random: Random, size: { readonly width: number; readonly height: number }): Blob {
  const { width, height } = size;
  const sun = { x: width * (0.2 + 0.6 * random.next()), y: height * 0.3, radius: height * 0.12 };
  const bend = 1 + 3 * random.next();
  const shade = (x: number, y: number) => {
    if (Math.hypot(x - sun.x, y - sun.y) < sun.radius) return 255;
    const hill = height * (0.65 + 0.12 * Math.sin((bend * x * Math.PI) / width));
    return y > hill ? Math.round(70 * (1 - (y - hill) / height)) : Math.round(110 + (110 * y) / height);
  };
  const rows = new Uint8Array(height * (width + 1));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = shade(x, y);
  }
  const header = joined([uint32(width), uint32(height), Uint8Array.of(8, 3, 0, 0, 0)]);
  const bytes = joined([
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    chunk('PLTE', palette(random)),
    chunk('IDAT', stored(rows)),
    chunk('IEND', new Uint8Array(0)),
  ]);
  return new Blob([bytes], { type: 'image/png' });
}

const SAMPLE_RATE = 8000;

/** A hum that swells and fades like speech, as a WAV file of 8 bits. */
export function wavVoice(
  random: Random,
  seconds: number,
): { readonly blob: Blob; readonly waveform: readonly number[] } {
  const count = Math.round(seconds * SAMPLE_RATE);
  const waveform = Array.from({ length: 48 }, () => random.between(12, 100));
  const samples = Uint8Array.from({ length: count }, (_, index) => {
    const loudness = waveform[Math.floor((index / count) * waveform.length)]! / 100;
    return 128 + Math.round(40 * loudness * Math.sin((2 * Math.PI * 180 * index) / SAMPLE_RATE));
  });
  const header = new DataView(new ArrayBuffer(44));
  const text = (offset: number, word: string) => {
    [...word].forEach((letter, index) => header.setUint8(offset + index, letter.charCodeAt(0)));
  };
  text(0, 'RIFF');
  header.setUint32(4, 36 + count, true);
  text(8, 'WAVEfmt ');
  [16, 0x00010001, SAMPLE_RATE, SAMPLE_RATE, 0x00080001].forEach((value, index) => {
    header.setUint32(16 + index * 4, value, true);
  });
  text(36, 'data');
  header.setUint32(40, count, true);
  return { blob: new Blob([header.buffer, samples], { type: 'audio/wav' }), waveform };
}

/** A page with one line of text, as a PDF. */
export function pdfPage(line: string): Blob {
  const words = line.replace(/[^\x20-\x7e]/g, '?').replace(/[\\()]/g, '\\$&');
  const stream = `BT /F1 18 Tf 60 760 Td (${words}) Tj ET`;
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${stream.length}>>stream\n${stream}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj${object}endobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF`;
  return new Blob([file], { type: 'application/pdf' });
}
