import { objectsAt, textAt, type JsonObject } from '../json.js';
import { type GraphError, whatsAppError } from './errors.js';
import type { FieldRule } from './field-rules.js';

/** The rules of one kind of message: its properties one by one, then what holds between them. */
export interface MessageRules {
  readonly fields: readonly FieldRule[];
  readonly relations?: readonly Relation[];
}

/** A check on several properties at once. */
export type Relation = (content: JsonObject) => GraphError | undefined;

const HTTP_URL = /^https?:\/\/\S+$/i;

const CAPTION: FieldRule = { path: 'caption', is: 'text', max: 1024 };

/** The rules of each message type without buttons, from the message reference. */
export const MESSAGE_RULES: Readonly<Record<string, MessageRules>> = {
  text: {
    fields: [
      { path: 'body', is: 'text', required: true, missing: 100, max: 4096, tooLong: 100 },
      { path: 'preview_url', is: 'flag' },
    ],
  },
  image: media([CAPTION]),
  video: media([CAPTION]),
  audio: media([{ path: 'voice', is: 'flag' }]),
  document: media([CAPTION, { path: 'filename', is: 'text', max: 240 }]),
  sticker: media([]),
  location: {
    fields: [
      { path: 'latitude', is: 'coordinate', required: true },
      { path: 'longitude', is: 'coordinate', required: true },
      { path: 'name', is: 'text', max: 1000 },
      { path: 'address', is: 'text', max: 1000 },
    ],
    relations: [coordinatesOnEarth],
  },
  contacts: {
    fields: [
      { path: '', is: 'list', min: 1, max: 257 },
      { path: '[].name', is: 'object', required: true },
      { path: '[].name.formatted_name', is: 'text', required: true },
      { path: '[].phones', is: 'list' },
      { path: '[].phones[].phone', is: 'text' },
      { path: '[].emails', is: 'list' },
      { path: '[].urls', is: 'list' },
      { path: '[].addresses', is: 'list' },
      { path: '[].birthday', is: 'text', matches: /^\d{4}-\d{2}-\d{2}$/ },
    ],
  },
  reaction: {
    fields: [
      { path: 'message_id', is: 'text', required: true },
      { path: 'emoji', is: 'text' },
    ],
    relations: [emojiNamed],
  },
  template: {
    fields: [
      { path: 'name', is: 'text', required: true, missing: 100, max: 512 },
      { path: 'language', is: 'object', required: true, missing: 100 },
      { path: 'language.code', is: 'text', required: true, missing: 100 },
      { path: 'language.policy', is: 'text', oneOf: ['deterministic'] },
      { path: 'components', is: 'list' },
      { path: 'components[]', is: 'object', required: true },
      { path: 'components[].type', is: 'text', required: true, missing: 100 },
      { path: 'components[].parameters', is: 'list' },
    ],
  },
};

/** The rules of a media object: an id or a link, and what else its kind takes. */
function media(fields: readonly FieldRule[]): MessageRules {
  return {
    fields: [{ path: 'id', is: 'text' }, { path: 'link', is: 'text', matches: HTTP_URL }, ...fields],
    relations: [idOrLink],
  };
}

/** Media are named by an id or by a link, never by both and never by neither. */
export function idOrLink(content: JsonObject): GraphError | undefined {
  const named = ['id', 'link'].filter((key) => textAt(content, key));
  if (named.length === 1) return undefined;
  if (named.length === 2) return whatsAppError(131009, 'Only one of id or link may be given for media.');
  return whatsAppError(131008, 'Either id or link is required for media.');
}

function coordinatesOnEarth(content: JsonObject): GraphError | undefined {
  const fits = Math.abs(Number(content['latitude'])) <= 90 && Math.abs(Number(content['longitude'])) <= 180;
  return fits ? undefined : whatsAppError(131009, 'Latitude must be within ±90 and longitude within ±180.');
}

function emojiNamed(content: JsonObject): GraphError | undefined {
  if (content['emoji'] === undefined) return whatsAppError(131008, "Parameter 'reaction.emoji' is mandatory.");
  const emoji = textAt(content, 'emoji') ?? '';
  const fits = emoji === '' || (/\p{Emoji}/u.test(emoji) && graphemes(emoji) === 1);
  return fits ? undefined : whatsAppError(131009, `'reaction.emoji' must be one emoji - got "${emoji}".`);
}

function graphemes(text: string): number {
  return [...new Intl.Segmenter().segment(text)].length;
}

/** Whether every value of a property in a list of objects is another one. */
export function allDifferent(list: readonly JsonObject[], key: string): boolean {
  return new Set(list.map((element) => element[key])).size === list.length;
}

/** The rows or product items of all sections of an action. */
export function sectionItems(content: JsonObject, key: string): readonly JsonObject[] {
  const action = content['action'] as JsonObject;
  return objectsAt(action, 'sections').flatMap((section) => objectsAt(section, key));
}
