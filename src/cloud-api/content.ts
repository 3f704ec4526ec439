import type { Content, ContentKind, ContactCard, Interactive, Quote, TemplateMessage } from '../domain/index.js';
import {
  always,
  flag,
  heard,
  list,
  number,
  optional,
  optionalInline,
  required,
  requiredText,
  shape,
  text,
  type Codec,
  type Field,
} from './codec.js';
import { contactCard } from './contact-cards.js';
import { interactive } from './interactive.js';
import { valueAt } from './json.js';
import { mediaField } from './media.js';
import { templateMessage } from './template-message.js';

/** What only contacts, the phone app and WhatsApp itself say. */
type HeardKind =
  | 'choice'
  | 'form-answer'
  | 'call-permission'
  | 'order'
  | 'edit'
  | 'revoke'
  | 'call'
  | 'system'
  | 'welcome'
  | 'media-placeholder'
  | 'unsupported';

type SendableKind = Exclude<ContentKind, HeardKind>;

/** The content that a business can send through the Cloud API. */
export type SendableContent = Content & { readonly kind: SendableKind };

type Of<K extends SendableKind> = Extract<Content, { kind: K }>;
type ImageOrVideo = Extract<Content, { kind: 'image' | 'video' }>;

function imageOrVideo(kind: 'image' | 'video'): Codec<ImageOrVideo> {
  return shape<ImageOrVideo>({ kind: always(kind), caption: optional('caption', text), media: mediaField });
}

const coordinates = {
  latitude: required('latitude', number, NaN),
  longitude: required('longitude', number, NaN),
};

type Coordinates = NonNullable<Of<'location'>['coordinates']>;

const onEarth: Codec<Coordinates> = {
  read(json) {
    const read = shape<Coordinates>(coordinates).read(json);
    return read && Math.abs(read.latitude) <= 90 && Math.abs(read.longitude) <= 180 ? read : undefined;
  },
  write: (value) => shape<Coordinates>(coordinates).write(value),
};

/** The message that a property names. */
export function target(path: string): Field<Quote> {
  return required<Quote>(path, { read: readTarget, write: (quote) => quote.providerId }, {});
}

function readTarget(json: unknown): Quote | undefined {
  const providerId = text.read(json);
  return providerId === undefined ? undefined : { providerId };
}

function whole<K extends SendableKind, P extends string, V>(
  kind: K,
  property: P,
  codec: Codec<V>,
): Codec<{ kind: K } & Record<P, V>> {
  return {
    read(json) {
      const value = codec.read(json);
      return value === undefined ? undefined : ({ kind, [property]: value } as { kind: K } & Record<P, V>);
    },
    write: (content) => codec.write(content[property]),
  };
}

/** How each kind of content stands in Graph JSON, under the property of the same name. */
export const CONTENT_CODECS: Readonly<Record<SendableKind, Codec<SendableContent>>> = {
  text: shape<Of<'text'>>({
    kind: always('text'),
    body: requiredText('body'),
    previewLink: optional('preview_url', flag),
  }),
  image: imageOrVideo('image'),
  video: imageOrVideo('video'),
  audio: shape<Of<'audio'>>({ kind: always('audio'), voice: optional('voice', flag), media: mediaField }),
  document: shape<Of<'document'>>({
    kind: always('document'),
    caption: optional('caption', text),
    fileName: optional('filename', text),
    media: mediaField,
  }),
  sticker: shape<Of<'sticker'>>({
    kind: always('sticker'),
    animated: heard((source) => flag.read(valueAt(source, 'animated'))),
    media: mediaField,
  }),
  location: shape<Of<'location'>>({
    kind: always('location'),
    coordinates: optionalInline(onEarth),
    name: optional('name', text),
    address: optional('address', text),
    url: optional('url', text),
  }),
  contacts: whole<'contacts', 'cards', readonly ContactCard[]>('contacts', 'cards', list(contactCard)),
  interactive: whole<'interactive', 'interactive', Interactive>('interactive', 'interactive', interactive),
  template: whole<'template', 'template', TemplateMessage>('template', 'template', templateMessage),
  reaction: shape<Of<'reaction'>>({
    kind: always('reaction'),
    emoji: requiredText('emoji'),
    target: target('message_id'),
  }),
  pin: shape<Of<'pin'>>({
    kind: always('pin'),
    operation: requiredText('type'),
    target: target('message_id'),
    days: optional('expiration_days', number),
  }),
};

/** Can a business send this content at all? Answers of contacts, calls and notices of WhatsApp cannot be sent. */
export function isSendable(content: Content): content is SendableContent {
  return Object.hasOwn(CONTENT_CODECS, content.kind);
}
