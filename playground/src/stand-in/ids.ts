import { randomBytes, randomInt } from 'node:crypto';

const FROM_BUSINESS = 0x11;
const FROM_CONTACT = 0x12;

/** A message id as WhatsApp makes them: it holds the other party's number and sixteen random digits. */
export function newMessageId(partyDigits: string, direction: 'in' | 'out'): string {
  const unique = randomBytes(8).toString('hex').toUpperCase();
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, partyDigits.length]),
    Buffer.from(partyDigits),
    Buffer.from([0x15, 0x02, 0x00, direction === 'in' ? FROM_CONTACT : FROM_BUSINESS, 0x18, unique.length]),
    Buffer.from(unique),
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString('base64')}`;
}

/** A numeric id as the Graph API gives to media and templates. */
export function newObjectId(): string {
  return `${randomInt(1, 10)}${String(randomInt(0, 10 ** 12)).padStart(12, '0')}${String(randomInt(0, 1000)).padStart(3, '0')}`;
}

/** A trace id as it stands in Graph API errors. */
export function newTraceId(): string {
  return `A${randomBytes(16).toString('base64url')}`;
}
