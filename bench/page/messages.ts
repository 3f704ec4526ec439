/** A picture in a message; without a size, the page learns how tall it is when it has arrived. */
export interface BenchPicture {
  readonly url: string;
  readonly width?: number;
  readonly height?: number;
}

/** A message as all contestants get it; its text ends in its id, which is how the measures find it on screen. */
export interface BenchMessage {
  readonly id: string;
  /** Order among all messages, older ones below zero. */
  readonly place: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly isOwn: boolean;
  readonly text: string;
  readonly picture?: BenchPicture;
}

const FIRST_AT = Date.UTC(2026, 10, 1, 8);
const WORDS = (
  'hello thanks order delivery tomorrow please your number address invoice payment card received when will it arrive ' +
  'sorry for the delay our team is checking status moment pedido gracias mañana envío dirección obrigado entrega amanhã ' +
  'merci livraison demain bonjour danke bestellung morgen lieferung schön refund size colour change cancel confirm yes'
).split(' ');
const EMOJI = ['👍', '🙏', '🎉', '❤️', '📦', '👩‍💻', '🇧🇷'];

/** Chance that depends on the seed alone, so that each contestant gets the same (mulberry32). */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(list: readonly T[], random: () => number): T => list[Math.floor(random() * list.length)]!;

/** One word, now and then an emoji, a link or something in WhatsApp's marks. */
function word(random: () => number): string {
  const kind = random();
  if (kind < 0.04) return pick(EMOJI, random);
  if (kind < 0.05) return `https://example.com/order/${String(Math.floor(random() * 1e6))}`;
  const plain = pick(WORDS, random);
  return kind < 0.065 ? `*${plain}*` : kind < 0.075 ? `_${plain}_` : plain;
}

/** 5 to 280 characters, mostly short. */
function prose(random: () => number): string {
  const length = 5 + 275 * random() ** 2;
  const words: string[] = [];
  for (let written = 0; written < length; written += words.at(-1)!.length + 1) words.push(word(random));
  return words.join(' ');
}

/** The id of the message at a place: `m` and eight digits, whatever the sign. */
export const idAt = (place: number): string => `m${String(place + 5e7).padStart(8, '0')}`;

/** The message at a place; every twentieth of the history has a picture of known size. */
export function messageAt(place: number): BenchMessage {
  const random = chance(place * 2_654_435_761 + 7919);
  const isOwn = random() < 0.4;
  const id = idAt(place);
  const message = { id, place, at: FIRST_AT + place * 1000, isOwn, text: `${prose(random)} ${id}` };
  if (place % 20 !== 19) return message;
  return { ...message, picture: { url: `/picture/${String(place % 4)}.svg`, width: 200, height: 120 } };
}

/** An older message, every fourth with a picture that arrives late and whose size nobody told. */
export function olderMessageAt(place: number): BenchMessage {
  const { picture, ...message } = messageAt(place);
  return place % 4 === 0 ? { ...message, picture: { url: `/late-picture/${String(-place)}.svg` } } : message;
}

export const messagesFrom = (first: number, count: number, make = messageAt): BenchMessage[] =>
  Array.from({ length: count }, (_, index) => make(first + index));
