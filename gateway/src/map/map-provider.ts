import { mapPreviewUrl, type Coordinates, type MapSize } from 'wa-desk/domain';
import { inlineTypeOf, type InlineType } from '../media/file-signature.js';
import { MEGABYTE } from '../sizes.js';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 4 * MEGABYTE;

/** A picture of a map, known by its first bytes to be one. */
export interface MapPicture {
  readonly type: InlineType;
  readonly bytes: Buffer;
}

/** Fetches maps from the operator's provider; what goes wrong there is told without the address, which holds a token. */
export class MapProvider {
  readonly #query: string;

  /** `query` is the provider's address with its token and the placeholders of the preview query. */
  constructor(query: string) {
    this.#query = query;
  }

  async fetch(place: Coordinates, size: MapSize): Promise<MapPicture> {
    const response = await fetch(mapPreviewUrl(this.#query, place, size) ?? '', {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    }).catch(() => undefined);
    if (!response) throw new Error('The map provider could not be reached.');
    if (!response.ok || !response.body) throw new Error(`The map provider answered ${response.status}.`);
    const bytes = await readBounded(response.body);
    const type = inlineTypeOf(bytes);
    if (!type?.startsWith('image/')) throw new Error('The map provider answered with what is no picture.');
    return { type, bytes };
  }
}

async function readBounded(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new Error(`The map provider answered with more than ${MAX_BYTES} bytes.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
