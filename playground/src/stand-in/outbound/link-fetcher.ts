import type { MediaKind } from '../graph/media-kinds.js';
import { mediaBreach } from '../graph/media-kinds.js';
import type { MediaStore } from '../store/media-store.js';
import type { Fetch } from '../webhooks/endpoint.js';

const TIMEOUT_MS = 10_000;

/** What came of a link: the id of the stored file, or why there is none. */
export type FetchedLink = { readonly id: string } | { readonly problem: string };

/** Fetches the file behind a link, as WhatsApp does when media are sent by link. */
export async function fetchLink(
  link: string,
  kind: MediaKind,
  parts: { readonly fetch: Fetch; readonly media: MediaStore },
): Promise<FetchedLink> {
  try {
    const response = await parts.fetch(link, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!response.ok) return { problem: `Downloading media from weblink failed with http code ${response.status}` };
    const data = Buffer.from(await response.arrayBuffer());
    const mimeType = response.headers.get('content-type') ?? 'application/octet-stream';
    const problem = mediaBreach(kind, { mimeType, data });
    return problem ? { problem } : { id: parts.media.insert({ origin: 'business', mimeType, data }).id };
  } catch (error) {
    return {
      problem: `Downloading media from weblink failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
