import type { JsonObject } from '../domain/index.js';
import { flag, optional, shape, text } from './codec.js';
import { CONTENT_CODECS, type SendableContent } from './content.js';
import { isObject, valueAt, word, type MutableJson } from './json.js';

/** To whom a message goes and what goes with it, beside what it says. */
export interface Addressing {
  /** Phone number, with `+` and digits so that WhatsApp does not take it for a local one, or a group's id. */
  readonly to?: string;
  /** Business-scoped user id; where both are given WhatsApp takes `to`. */
  readonly recipient?: string;
  /** `individual` when absent. */
  readonly recipientType?: 'individual' | 'group';
  /** The message that this one answers. */
  readonly quoteProviderId?: string;
  /** Comes back in every status of the message; 512 characters at most. */
  readonly opaque?: string;
  /** WhatsApp delivers only while the contact's security code is this one. */
  readonly identityHash?: string;
  readonly messagingAccountId?: string;
  /** How marketing messages may be delivered: `CLOUD_API_FALLBACK` or `STRICT`. */
  readonly productPolicy?: string;
  /** Whether what contacts do with a marketing message is shared for optimisation. */
  readonly activitySharing?: boolean;
}

/** A message as it goes to `POST /{phone-number-id}/messages`. */
export interface GraphMessage extends Addressing {
  readonly content: SendableContent;
}

const addressing = shape<Addressing>(
  {
    to: optional('to', text),
    recipient: optional('recipient', text),
    recipientType: {
      read: (source) => recipientType(valueAt(source, 'recipient_type')),
      write: (value, target) => optional('recipient_type', text).write(value, target),
    },
    quoteProviderId: optional('context.message_id', text),
    opaque: optional('biz_opaque_callback_data', text),
    identityHash: optional('recipient_identity_key_hash', text),
    messagingAccountId: optional('messaging_account_id', text),
    productPolicy: optional('product_policy', text),
    activitySharing: optional('message_activity_sharing', flag),
  },
  { messaging_product: 'whatsapp' },
);

function recipientType(json: unknown): Addressing['recipientType'] {
  const spelled = word(json);
  return spelled === 'individual' || spelled === 'group' ? spelled : undefined;
}

/**
 * The JSON of a message for the Graph API, in documented spelling.
 * @throws WaError `contract-violated` when a medium has not been uploaded to WhatsApp.
 */
export function toGraphMessage(content: SendableContent, addressedTo: Addressing): JsonObject {
  const target = addressing.write(addressedTo) as MutableJson;
  target['type'] = content.kind;
  target[content.kind] = CONTENT_CODECS[content.kind].write(content) ?? {};
  return target;
}

/** What a message for the Graph API says and to whom, or `undefined` when it is no message. */
export function fromGraphMessage(json: unknown): GraphMessage | undefined {
  const read = addressing.read(json);
  const content = readContent(json);
  return read && content && { ...read, content };
}

function readContent(json: unknown): SendableContent | undefined {
  const kind = contentKind(json);
  const content = kind && CONTENT_CODECS[kind].read(valueAt(json, kind));
  if (content?.kind !== 'text') return content;
  const previewLink = content.previewLink ?? flag.read(valueAt(json, 'preview_url'));
  return previewLink === undefined ? content : { ...content, previewLink };
}

/** The type, or where it is missing (`text` then) or odd, the only content that is there. */
function contentKind(json: unknown): SendableContent['kind'] | undefined {
  const kinds = Object.keys(CONTENT_CODECS) as readonly SendableContent['kind'][];
  const type = word(valueAt(json, 'type'));
  const named = kinds.find((kind) => kind === type);
  if (named) return valueAt(json, named) === undefined ? undefined : named;
  return isObject(json) ? kinds.find((kind) => valueAt(json, kind) !== undefined) : undefined;
}
