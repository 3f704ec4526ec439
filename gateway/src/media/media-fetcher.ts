import type { GraphAccount, GraphClient } from '../graph/graph-client.js';
import type { MediaStore, StoredMedia } from './media-store.js';

export interface InboundMedia {
  readonly providerId: string;
  readonly contactId: string;
  readonly mimeType?: string;
  readonly fileName?: string;
}

/** Brings a contact's medium from WhatsApp into the store, by its numeric id alone: no address out of a webhook is ever opened. */
export async function fetchMedia(
  graph: GraphClient,
  account: GraphAccount,
  store: MediaStore,
  medium: InboundMedia,
  maxBytes: number,
): Promise<StoredMedia> {
  const info = await graph.mediaInfo(account, medium.providerId);
  const content = await graph.openMedia(account, info.url);
  const about = {
    contactId: medium.contactId,
    mimeType: medium.mimeType ?? info.mimeType ?? 'application/octet-stream',
    ...(medium.fileName !== undefined && { fileName: medium.fileName }),
  };
  return store.put(content, about, maxBytes);
}
