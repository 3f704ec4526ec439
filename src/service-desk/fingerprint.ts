/** JSON with the keys of every object in order, so that equal data gives equal text. */
function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`);
  return `{${parts.join(',')}}`;
}

const FNV_PRIME = 0x01000193;

function fnv1a(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  }
  return hash >>> 0;
}

/** A short text that tells equal data from other data; not a secret, and no protection against a forger. */
export function fingerprintOf(value: unknown): string {
  const text = canonical(value);
  const halves = [fnv1a(text, 0x811c9dc5), fnv1a(text, 0x01234567)];
  return `${text.length.toString(36)}-${halves.map((half) => half.toString(36)).join('-')}`;
}
