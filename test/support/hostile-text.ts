import assert from 'node:assert/strict';
import fc from 'fast-check';

/** Any sequence of UTF-16 code units, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0x20, max: 0x7e })), { maxLength: 200 })
  .map((units) => String.fromCharCode(...units));

/** Text made of what the readers of text have rules for, so that the rules meet each other. */
export function textOf(...pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((chosen) => chosen.join(''));
}

const SHORT = 4_000;
const LONG = 8 * SHORT;
/** Linear work grows eightfold, quadratic work sixty-fourfold; the rest is room for a busy machine. */
const MOST_GROWTH = 30;
/** Costs below this are noise. */
const CLOCK_GRAIN_MS = 2;
const ATTEMPTS = 4;

/** Fails when `work` on eight times the text costs far more than eight times as much: no text may freeze a desk. */
export function assertLinear(
  label: string,
  makeText: (length: number) => string,
  work: (text: string) => unknown,
): void {
  const [short, long] = [makeText(SHORT), makeText(LONG)];
  let growth = Infinity;
  for (let attempt = 0; attempt < ATTEMPTS && growth > MOST_GROWTH; attempt++) {
    growth = fastest(long, work) / Math.max(fastest(short, work), CLOCK_GRAIN_MS);
  }
  assert.ok(growth <= MOST_GROWTH, `${label}: ${LONG} characters cost ${growth.toFixed(1)} times what ${SHORT} cost`);
}

function fastest(text: string, work: (text: string) => unknown): number {
  let best = Infinity;
  for (let run = 0; run < 3; run++) {
    const before = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** Ways to write a text that has frozen readers of text, by name. */
export const BOMBS: Readonly<Record<string, (length: number) => string>> = {
  letters: (length) => 'a'.repeat(length),
  blanks: (length) => `${' '.repeat(length)}x`,
  'line breaks': (length) => '\n'.repeat(length),
  'quoted lines': (length) => '> a\n'.repeat(length / 4),
  stars: (length) => '*'.repeat(length),
  'opening marks': (length) => ' *a _b ~c'.repeat(length / 9),
  'closing marks': (length) => 'a* b_ c~ '.repeat(length / 9),
  'nested marks': (length) => '*_~'.repeat(length / 3),
  backticks: (length) => '`'.repeat(length),
  fences: (length) => '```a'.repeat(length / 4),
  'blank fences': (length) => '``` '.repeat(length / 4),
  addresses: (length) => 'https://example.com/ '.repeat(length / 21),
  'marked addresses': (length) => '*https://example.com/a_* '.repeat(length / 25),
  'endless host': (length) => `http://${'a.'.repeat(length / 2)}`,
  'opening brackets': (length) => `http://example.com/${'('.repeat(length)}`,
  'closing brackets': (length) => `http://example.com/${')'.repeat(length)}`,
  'at signs': (length) => 'a@'.repeat(length / 2),
  'direction marks': (length) => '\u200E\u200F'.repeat(length / 2),
  'combining marks': (length) => `a${'\u0301'.repeat(length)}`,
  'joined emojis': (length) => '\u{1F468}\u200D'.repeat(length / 3),
  emojis: (length) => '\u{1F600}'.repeat(length / 2),
  joiners: (length) => '\u200D'.repeat(length),
  tags: (length) => '\u{E0041}'.repeat(length / 2),
  slashes: (length) => '/'.repeat(length),
  dots: (length) => '.'.repeat(length),
  'angle brackets': (length) => '<!--'.repeat(length / 4),
};
