import type { MediaRef } from 'wa-desk/domain';
import { GraphError, type GraphAccount, type GraphClient } from '../graph/graph-client.js';
import type { MediaStore, StoredMedia } from './media-store.js';

/** What WhatsApp answers for an id that it does not have any more: code 100 (Graph API error codes). */
const NO_SUCH_OBJECT = 100;

/** Brings contacts' media from WhatsApp into the store, by their numeric ids alone: no address out of a webhook is opened. */
export class MediaFetcher {
  readonly #graph: GraphClient;
  readonly #store: MediaStore;
  readonly #maxBytes: number;

  constructor(graph: GraphClient, store: MediaStore, maxBytes: number) {
    this.#graph = graph;
    this.#store = store;
    this.#maxBytes = maxBytes;
  }

  /** The handle to the stored medium, with what `media` said of it. */
  async fetch(account: GraphAccount, media: MediaRef): Promise<MediaRef> {
    if (media.source.kind !== 'provider') throw new GraphError('The medium is not at WhatsApp.', false);
    const info = await this.#graph.mediaInfo(account, media.source.id);
    const content = await this.#graph.openMedia(account, info.url ?? '');
    const stored = await this.#store.put(
      content,
      {
        mimeType: media.mimeType ?? info.mimeType ?? 'application/octet-stream',
        ...(media.fileName !== undefined && { fileName: media.fileName }),
      },
      this.#maxBytes,
    );
    return storedRef(stored, media);
  }
}

/** The handle to a stored medium; what only the sender could tell (`told`) is kept. */
export function storedRef(stored: StoredMedia, told?: MediaRef): MediaRef {
  const { state: _state, ...kept } = told ?? {};
  const { id, mimeType, fileName, size, width, height } = stored;
  return {
    ...kept,
    source: { kind: 'stored', id },
    mimeType,
    size,
    ...(fileName !== undefined && { fileName }),
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
}

/** Whether WhatsApp has forgotten the medium, so that asking again is of no use. */
export function isExpired(failure: unknown): boolean {
  return failure instanceof GraphError && failure.problem?.code === NO_SUCH_OBJECT;
}
