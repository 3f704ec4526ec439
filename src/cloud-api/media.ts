import type { JsonObject, MediaRef } from '../domain/index.js';
import { WaError } from '../domain/errors.js';
import { count, text, type Codec, type Field, inline } from './codec.js';
import { isObject, valueAt, withoutMissing } from './json.js';

const NO_MEDIUM: MediaRef = { source: { kind: 'provider', id: '' }, state: 'failed' };

/** A medium as messages name it: by WhatsApp's id or by a public link. */
export const mediaRef: Codec<MediaRef> = {
  read(json) {
    if (!isObject(json)) return undefined;
    const source = readSource(json);
    if (!source) return undefined;
    return withoutMissing<MediaRef>({
      source,
      mimeType: text.read(valueAt(json, 'mime_type')),
      sha256: text.read(valueAt(json, 'sha256')),
      size: count.read(valueAt(json, 'file_size')),
    });
  },
  write(media): JsonObject {
    if (media.source.kind === 'provider') return { id: media.source.id };
    if (media.source.kind === 'link') return { link: media.source.url };
    throw new WaError(
      'contract-violated',
      `The medium ${media.source.id} is only in the desk's own store: upload it to WhatsApp first and send the id that it answers.`,
    );
  },
};

/** The same with the file's name beside it, as in the headers of documents. */
export const namedMediaRef: Codec<MediaRef> = {
  read(json) {
    const media = mediaRef.read(json);
    return media && withoutMissing<MediaRef>({ ...media, fileName: text.read(valueAt(json, 'filename')) });
  },
  write(media) {
    const written = mediaRef.write(media);
    return isObject(written) && media.fileName !== undefined ? { ...written, filename: media.fileName } : written;
  },
};

/** The medium of a message whose other properties stand beside it; without an id it counts as failed. */
export const mediaField: Field<MediaRef> = inline(mediaRef, NO_MEDIUM);

function readSource(json: unknown): MediaRef['source'] | undefined {
  const id = text.read(valueAt(json, 'id'));
  const url = text.read(valueAt(json, 'url'));
  const link = text.read(valueAt(json, 'link'));
  if (id !== undefined) return url === undefined ? { kind: 'provider', id } : { kind: 'provider', id, url };
  if (link !== undefined) return { kind: 'link', url: link };
  return url === undefined ? undefined : { kind: 'provider', id: '', url };
}
