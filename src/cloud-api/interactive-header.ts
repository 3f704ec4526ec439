import type { InteractiveHeader, JsonObject, JsonValue } from '../domain/index.js';
import { text, type Codec } from './codec.js';
import { isObject, valueAt, word } from './json.js';
import { mediaRef, namedMediaRef } from './media.js';

const MEDIA = { image: mediaRef, video: mediaRef, document: namedMediaRef } as const;
const KINDS = ['text', 'image', 'video', 'document'] as const;

/** The header of an interactive message or of a carousel card. */
export const interactiveHeader: Codec<InteractiveHeader> = {
  read(json) {
    if (!isObject(json)) return undefined;
    const kind = headerKind(json);
    if (!kind) return undefined;
    if (kind === 'text') return readText(json);
    const media = MEDIA[kind].read(valueAt(json, kind));
    return media && { kind, media };
  },
  write(header): JsonValue | undefined {
    if (header.kind !== 'text')
      return { type: header.kind, [header.kind]: MEDIA[header.kind].write(header.media) ?? {} };
    const written = { type: 'text', text: header.text };
    return header.subText === undefined ? written : { ...written, sub_text: header.subText };
  },
};

function headerKind(json: JsonObject): (typeof KINDS)[number] | undefined {
  const named = KINDS.find((kind) => kind === word(json['type']));
  return named && json[named] !== undefined ? named : KINDS.find((kind) => json[kind] !== undefined);
}

function readText(json: JsonObject): InteractiveHeader | undefined {
  const title = text.read(json['text']);
  const subText = text.read(valueAt(json, 'sub_text'));
  if (title === undefined) return undefined;
  return subText === undefined ? { kind: 'text', text: title } : { kind: 'text', text: title, subText };
}
