import { checkDisplayFormat } from '../domain/display-format.js';
import { customEmoji, type CustomEmoji } from '../domain/emoji.js';
import { checkMapTemplate } from '../domain/location.js';
import type { DeskOptions } from './options.js';

/** A value as it stands in a configuration. */
export type RawOption = string | number | boolean;

/** What an option can be: how it is read, checked and written. */
export interface OptionType<T> {
  readonly name: string;
  /** What would be valid, for the administrator. */
  readonly valid: string;
  /** The value, or nothing when it is not valid. */
  read(raw: RawOption): T | undefined;
  /** The value as it would stand in a configuration. */
  write(value: T): string;
}

const MAX_INTEGER = 2_147_483_647;

export const flag: OptionType<boolean> = {
  name: 'flag',
  valid: 'true or false',
  read: (raw) => ({ true: true, false: false })[String(raw).trim().toLowerCase()],
  write: String,
};

export const text: OptionType<string> = { name: 'text', valid: 'a text', read: String, write: String };

export function integer(min: number, max = MAX_INTEGER): OptionType<number> {
  return {
    name: 'integer',
    valid: `a whole number from ${min} to ${max}`,
    read: (raw) => {
      const value = typeof raw === 'string' && raw.trim() === '' ? NaN : Number(raw);
      return Number.isInteger(value) && value >= min && value <= max ? value : undefined;
    },
    write: String,
  };
}

export const seconds = integer(0);

export const thresholds: OptionType<DeskOptions['pendingResponse']> = {
  name: 'two numbers',
  valid: 'two whole numbers of seconds, the warning before the maximum, e.g. "30,50"',
  read: (raw) => {
    const [warning, maximum, ...more] = String(raw).split(',').map(seconds.read);
    if (warning === undefined || maximum === undefined || more.length > 0 || warning >= maximum) return undefined;
    return { warning, maximum };
  },
  write: ({ warning, maximum }) => `${warning},${maximum}`,
};

/** A text that a check has to find nothing wrong with. */
function checkedText(name: string, valid: string, isValid: (value: string) => boolean): OptionType<string> {
  return {
    name,
    valid,
    read: (raw) => (isValid(String(raw)) ? String(raw) : undefined),
    write: String,
  };
}

export const displayFormat = checkedText(
  'format',
  'texts, codes such as $Contact.FirstName$, | between alternatives, and parentheses in pairs',
  (value) => checkDisplayFormat(value).length === 0,
);

export const notificationText = checkedText(
  'text',
  'empty, or a text in which {{1}} stands for what the agent typed',
  (value) => value === '' || value.includes('{{1}}'),
);

export const color = checkedText('colour', 'empty, or a colour as CSS writes it: #rgb, #rrggbb or its name', (value) =>
  /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,20})?$/i.test(value),
);

/** Addresses that a page may load a picture from without being led astray. */
const IMAGE_ADDRESS = /^(?:https:\/\/|\/(?!\/)|data:image\/(?:png|webp|gif|jpeg)[;,])/i;

export const customEmojis: OptionType<readonly CustomEmoji[]> = {
  name: 'emojis',
  valid:
    'empty, or JSON that gives each code point sequence its picture, e.g. {"1f970": "https://example.com/1f970.png"}',
  read: (raw) => {
    const images = imagesIn(String(raw));
    const emojis = Object.entries(images ?? {}).map(([code, image]) =>
      IMAGE_ADDRESS.test(String(image)) ? customEmoji(code, String(image)) : undefined,
    );
    const known = emojis.filter((emoji) => emoji !== undefined);
    return images === undefined || known.length < emojis.length ? undefined : known;
  },
  write: (emojis) =>
    emojis.length === 0 ? '' : JSON.stringify(Object.fromEntries(emojis.map(({ code, image }) => [code, image]))),
};

function imagesIn(json: string): object | undefined {
  if (json.trim() === '') return {};
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

export const mapBrowseQuery = checkedText(
  'address',
  'empty, or a web address with {LATITUDE} and {LONGITUDE}',
  (value) => checkMapTemplate(value, 'browse').length === 0,
);

export const mapPreviewQuery = checkedText(
  'address',
  'empty, or the web address of a picture with {LATITUDE} and {LONGITUDE}, and {WIDTH} and {HEIGHT} where it needs them',
  (value) => checkMapTemplate(value, 'preview').length === 0,
);
