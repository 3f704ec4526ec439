import { html, nothing, type TemplateResult } from 'lit';
import { displayFileName } from 'wa-desk/domain';
import type { PhoneTap } from '../stand-in/phone-types.js';
import { icon } from './icons.js';
import { at, textAt } from './json.js';
import { markup } from './markup.js';

/** What a message needs from around it to be shown. */
export interface MessageSurroundings {
  /** Address of a file that the message names by media id or link. */
  fileUrl(reference: string): string | undefined;
  /** The person taps on something in the message. */
  tap(tap: PhoneTap): void;
  /** The person has begun to listen. */
  played(): void;
}

/** A picture, a video or a document above the words of a structured message. */
export function mediaHeader(header: unknown, around: MessageSurroundings): TemplateResult | typeof nothing {
  const kind = textAt(header, 'type') ?? textAt(header, 'kind') ?? '';
  const media = at(header, kind) ?? header;
  switch (kind.toLowerCase()) {
    case 'text':
      return html`<p class="title">${textAt(header, 'text')}</p>`;
    case 'image':
      return picture(media, around);
    case 'video':
      return videoView(media, around);
    case 'document':
      return fileView(media, around);
    case 'location':
      return placeView(media);
    default:
      return nothing;
  }
}

/** Where the bytes of a medium are. */
export function urlOf(media: unknown, around: MessageSurroundings): string | typeof nothing {
  const reference = textAt(media, 'id') ?? textAt(media, 'link');
  return (reference !== undefined && around.fileUrl(reference)) || nothing;
}

/** A picture with its caption. */
export function picture(media: unknown, around: MessageSurroundings): TemplateResult {
  const alt = textAt(media, 'caption') ?? 'Picture';
  return html`<img class="media" alt=${alt} src=${urlOf(media, around)} />${caption(media)}`;
}

/** A video with its caption. */
export function videoView(media: unknown, around: MessageSurroundings): TemplateResult {
  return html`<video class="media" controls preload="metadata" src=${urlOf(media, around)}></video>${caption(media)}`;
}

/** The words under a medium. */
export function caption(media: unknown): TemplateResult | typeof nothing {
  const text = textAt(media, 'caption');
  return text === undefined ? nothing : markup(text);
}

/** A document to open. */
export function fileView(media: unknown, around: MessageSurroundings): TemplateResult {
  const name = displayFileName(textAt(media, 'filename') ?? 'Document');
  return html`<a class="file" href=${urlOf(media, around)} target="_blank" rel="noopener noreferrer"
      >${icon('file-text')} <bdi>${name}</bdi></a
    >${caption(media)}`;
}

/** A place as a card that opens a map. */
export function placeView(content: unknown): TemplateResult {
  const [latitude, longitude] = [Number(at(content, 'latitude')), Number(at(content, 'longitude'))];
  const map = `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;
  return html`<a class="place" href=${map} target="_blank" rel="noopener noreferrer">
    <span class="map">${icon('map-pin')}</span>
    <span class="title">${textAt(content, 'name') ?? `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`}</span>
    <span class="small">${textAt(content, 'address') ?? 'Open in the map'}</span>
  </a>`;
}
