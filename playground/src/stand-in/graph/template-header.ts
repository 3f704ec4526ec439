import { objectAt, textAt, type JsonObject } from '../json.js';
import type { RenderedHeader } from '../phone-types.js';
import type { Template } from '../store/template-store.js';
import { whatsAppError } from './errors.js';
import { idOrLink } from './message-rules.js';
import { countMismatch, fillText, formatMismatch, variablesIn } from './template-text.js';

const HEADER_CHARACTERS = 60;

type HeaderReader = (parameter: JsonObject, place: string) => RenderedHeader;

/** What was sent for a header, and how errors name its place. */
export interface SentHeader {
  readonly place: string;
  readonly parameters: readonly JsonObject[];
}

/** How the parameter of each header format is read. */
const READERS: Readonly<Record<string, HeaderReader>> = {
  IMAGE: mediaHeader('image'),
  VIDEO: mediaHeader('video'),
  DOCUMENT: mediaHeader('document'),
  GIF: mediaHeader('gif'),
  LOCATION: locationHeader,
  PRODUCT: productHeader,
};

/** Checks what was sent for a header against its definition and gives what the phone shows. */
export function fillHeader(
  template: Template,
  definition: JsonObject | undefined,
  sent: SentHeader,
): RenderedHeader | undefined {
  if (!definition) {
    if (sent.parameters.length > 0) throw countMismatch(sent.place, sent.parameters.length, 0);
    return undefined;
  }
  const format = (textAt(definition, 'format') ?? 'TEXT').toUpperCase();
  if (format === 'TEXT') return textHeader(template, textAt(definition, 'text') ?? '', sent);
  return richHeader(format, sent);
}

function richHeader(format: string, { place, parameters }: SentHeader): RenderedHeader {
  const [parameter] = parameters;
  const received = textAt(parameter ?? {}, 'type') ?? '';
  const reader = READERS[format];
  if (!parameter || !reader || received.toUpperCase() !== format) throw formatMismatch(place, format, received);
  if (parameters.length > 1) throw countMismatch(place, parameters.length, 1);
  return reader(parameter, place);
}

function textHeader(template: Template, text: string, sent: SentHeader): RenderedHeader {
  const received = textAt(sent.parameters[0] ?? {}, 'type');
  if (variablesIn(text).length === 0 && received && received.toLowerCase() !== 'text')
    throw formatMismatch(sent.place, 'TEXT', received);
  return {
    kind: 'text',
    text: fillText(template, { place: sent.place, text, max: HEADER_CHARACTERS }, sent.parameters),
  };
}

/** A GIF travels as a short video, and the phone plays it as one. */
function mediaHeader(format: 'image' | 'video' | 'document' | 'gif'): HeaderReader {
  const kind = format === 'gif' ? 'video' : format;
  return (parameter) => {
    const media = objectAt(parameter, format);
    const breach = idOrLink(media);
    if (breach) throw breach;
    const [id, link, filename] = ['id', 'link', 'filename'].map((key) => textAt(media, key));
    return { kind, ...(id && { id }), ...(link && { link }), ...(filename && { filename }) };
  };
}

function locationHeader(parameter: JsonObject, place: string): RenderedHeader {
  const location = objectAt(parameter, 'location');
  const latitude = Number(location['latitude'] ?? NaN);
  const longitude = Number(location['longitude'] ?? NaN);
  if (Number.isNaN(latitude) || Number.isNaN(longitude)) {
    throw whatsAppError(131008, `${place}: latitude and longitude are mandatory for a location`);
  }
  const [name, address] = ['name', 'address'].map((key) => textAt(location, key));
  return { kind: 'location', latitude, longitude, ...(name && { name }), ...(address && { address }) };
}

function productHeader(parameter: JsonObject, place: string): RenderedHeader {
  const product = objectAt(parameter, 'product');
  const productRetailerId = textAt(product, 'product_retailer_id');
  if (!productRetailerId || !textAt(product, 'catalog_id')) {
    throw whatsAppError(131008, `${place}: product_retailer_id and catalog_id are mandatory for a product`);
  }
  return { kind: 'product', productRetailerId };
}
