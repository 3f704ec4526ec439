import { isAnimatedWebp } from '../graph/media-kinds.js';
import { compact, isObject, type JsonObject } from '../json.js';
import type { PhoneDraft } from '../phone-types.js';
import type { MediaStore } from '../store/media-store.js';
import { PhoneError } from './phone-error.js';

type DraftKind = PhoneDraft['kind'];
type DraftOf<K extends DraftKind> = Extract<PhoneDraft, { readonly kind: K }>;

/** A draft in Cloud API terms. */
export interface DraftContent {
  readonly type: string;
  readonly content: unknown;
}

/** How a media object of each kind is written; `file` holds id, MIME type and hash. */
type Writer<K extends DraftKind> = (draft: DraftOf<K>, media: MediaStore) => unknown;

const WRITERS: { readonly [K in DraftKind]: Writer<K> } = {
  text: ({ body }) => ({ body: needed(body, 'body') }),
  image: ({ mediaId, caption }, media) => ({ ...file(mediaId, media), caption }),
  video: ({ mediaId, caption }, media) => ({ ...file(mediaId, media), caption }),
  audio: ({ mediaId, voice }, media) => ({ ...file(mediaId, media), voice: voice === true }),
  document: ({ mediaId, filename, caption }, media) => ({ ...file(mediaId, media), filename, caption }),
  sticker: ({ mediaId }, media) => ({ ...file(mediaId, media), animated: isAnimated(mediaId, media) }),
  location: ({ latitude, longitude, name, address }) => ({
    latitude: needed(latitude, 'latitude'),
    longitude: needed(longitude, 'longitude'),
    name,
    address,
  }),
  contacts: ({ contacts }) => needed(contacts, 'contacts'),
  order: ({ catalogId, text, items }) => ({
    catalog_id: needed(catalogId, 'catalogId'),
    text,
    product_items: needed(items, 'items').map((item) => ({
      product_retailer_id: item.productRetailerId,
      quantity: item.quantity,
      item_price: item.itemPrice,
      currency: item.currency,
    })),
  }),
};

/** Writes a draft as the Cloud API's content of its type. */
export function draftContent(draft: PhoneDraft, media: MediaStore): DraftContent {
  const write = Object.hasOwn(WRITERS, draft.kind) ? (WRITERS[draft.kind] as Writer<DraftKind>) : undefined;
  if (!write)
    throw new PhoneError(
      400,
      `A phone cannot write "${draft.kind}". It can write: ${Object.keys(WRITERS).join(', ')}.`,
    );
  const content = write(draft, media);
  return { type: draft.kind, content: isObject(content) ? compact(content) : content };
}

function file(mediaId: string, media: MediaStore): JsonObject {
  const record = media.get(needed(mediaId, 'mediaId'));
  if (!record) throw new PhoneError(404, `There is no file ${mediaId}. Upload it first to /phone/media.`);
  return { id: record.id, mime_type: record.mimeType, sha256: Buffer.from(record.sha256, 'hex').toString('base64') };
}

function isAnimated(mediaId: string, media: MediaStore): boolean {
  const stored = media.read(mediaId);
  return stored !== undefined && isAnimatedWebp(stored.data);
}

function needed<T>(value: T | undefined, name: string): T {
  if (value === undefined || value === null || value === '') throw new PhoneError(400, `"${name}" is missing.`);
  return value;
}
