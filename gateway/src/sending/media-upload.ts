import type { Content, MediaRef } from 'wa-desk/domain';
import type { GraphAccount, GraphClient } from '../graph/graph-client.js';
import type { MediaStore } from '../media/media-store.js';

/** WhatsApp keeps an upload for thirty days; it is used again for less. */
const REUSE_MS = 20 * 24 * 60 * 60 * 1000;

/** Puts stored media into WhatsApp's own store before a message names them; that can be repeated without harm. */
export class MediaUpload {
  readonly #graph: GraphClient;
  readonly #store: MediaStore;
  readonly #uploaded = new Map<string, { readonly providerId: string; readonly at: number }>();

  constructor(graph: GraphClient, store: MediaStore) {
    this.#graph = graph;
    this.#store = store;
  }

  /** The same content with every stored medium replaced by WhatsApp's handle to it. */
  async provide(account: GraphAccount, content: Content): Promise<Content> {
    const replaced = new Map<string, string>();
    for (const media of storedMediaIn(content)) {
      if (!replaced.has(media.source.id)) replaced.set(media.source.id, await this.#upload(account, media));
    }
    return replaced.size === 0 ? content : (withProviderIds(content, replaced) as Content);
  }

  async #upload(account: GraphAccount, media: StoredRef): Promise<string> {
    const key = `${account.phoneNumberId}/${media.source.id}`;
    const known = this.#uploaded.get(key);
    if (known && Date.now() - known.at < REUSE_MS) return known.providerId;
    const stored = await this.#store.about(media.source.id);
    if (!stored) throw new Error('The message names a medium that is not stored.');
    const fileName = media.fileName ?? stored.fileName ?? 'file';
    const providerId = await this.#graph.uploadMedia(account, await this.#store.open(stored.id), {
      mimeType: stored.mimeType,
      fileName,
    });
    this.#uploaded.set(key, { providerId, at: Date.now() });
    return providerId;
  }
}

type StoredRef = MediaRef & { readonly source: Extract<MediaRef['source'], { kind: 'stored' }> };

function isStoredRef(value: object): value is StoredRef {
  const source = 'source' in value ? value.source : undefined;
  return typeof source === 'object' && source !== null && 'kind' in source && source.kind === 'stored';
}

/** Media stand in messages, in headers and in cards: wherever they are, they look alike. */
function storedMediaIn(value: unknown): StoredRef[] {
  if (typeof value !== 'object' || value === null) return [];
  return isStoredRef(value) ? [value] : Object.values(value).flatMap(storedMediaIn);
}

function withProviderIds(value: unknown, providerIds: ReadonlyMap<string, string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => withProviderIds(item, providerIds));
  if (isStoredRef(value)) return { ...value, source: { kind: 'provider', id: providerIds.get(value.source.id) } };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withProviderIds(item, providerIds)]));
}
