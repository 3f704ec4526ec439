/** Makes the ids of messages, drafts and wishes: UUIDv7, so that they sort by the time they were made. */
export type IdSource = () => string;

/** UUIDv7 (RFC 9562) from a clock and random bytes. */
export function uuidV7(
  now: () => number,
  randomBytes: (target: Uint8Array<ArrayBuffer>) => void = fillRandom,
): IdSource {
  return () => {
    const bytes = new Uint8Array(16);
    randomBytes(bytes);
    const view = new DataView(bytes.buffer);
    const time = now();
    view.setUint16(0, Math.floor(time / 2 ** 32));
    view.setUint32(2, time % 2 ** 32);
    bytes[6] = 0x70 | (bytes[6]! & 0x0f);
    bytes[8] = 0x80 | (bytes[8]! & 0x3f);
    return format(bytes);
  };
}

function fillRandom(target: Uint8Array<ArrayBuffer>): void {
  crypto.getRandomValues(target);
}

function format(bytes: Uint8Array): string {
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
