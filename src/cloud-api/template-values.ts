import type { JsonObject, JsonValue, TemplateHeaderValue, TemplateValue } from '../domain/index.js';
import { always, number, optional, required, requiredText, shape, text, type Codec } from './codec.js';
import { isObject, valueAt, word } from './json.js';
import { mediaRef, namedMediaRef } from './media.js';

type ValueOf<K extends TemplateValue['kind']> = Extract<TemplateValue, { kind: K }>;
type LocationValue = Extract<TemplateHeaderValue, { kind: 'location' }>;
type ProductValue = Extract<TemplateHeaderValue, { kind: 'product' }>;
type MediaKind = Extract<TemplateHeaderValue, { media: unknown }>['kind'];

const textValue = shape<ValueOf<'text'>>(
  { kind: always('text'), text: requiredText('text'), name: optional('parameter_name', text) },
  { type: 'text' },
);

const currencyValue = shape<ValueOf<'currency'>>(
  {
    kind: always('currency'),
    fallback: requiredText('currency.fallback_value'),
    code: requiredText('currency.code'),
    amount1000: required('currency.amount_1000', number, 0),
    name: optional('parameter_name', text),
  },
  { type: 'currency' },
);

/** Everything of a date but its fallback text: WhatsApp prints the fallback and reads the rest no more. */
const dateParts: Codec<JsonObject> = {
  read(json) {
    if (!isObject(json)) return undefined;
    const parts = Object.entries(json).filter(([key]) => key !== 'fallback_value' && key !== 'fallbackValue');
    return parts.length > 0 ? Object.fromEntries(parts) : undefined;
  },
  write: (parts) => parts,
};

const dateTimeValue: Codec<ValueOf<'date-time'>> = shape<ValueOf<'date-time'>>(
  {
    kind: always('date-time'),
    parts: optional('date_time', dateParts),
    fallback: { read: (source) => text.read(valueAt(source, 'date_time.fallback_value')) ?? '', write: writeFallback },
    name: optional('parameter_name', text),
  },
  { type: 'date_time' },
);

function writeFallback(fallback: string, target: { [key: string]: JsonValue }): void {
  const parts = target['date_time'];
  target['date_time'] = { ...(isObject(parts) ? parts : {}), fallback_value: fallback };
}

/** A value for one placeholder. */
export const templateValue: Codec<TemplateValue> = {
  read(json) {
    const type = word(valueAt(json, 'type'));
    if (type === 'currency' || valueAt(json, 'currency') !== undefined) return currencyValue.read(json);
    if (type === 'date_time' || valueAt(json, 'date_time') !== undefined) return dateTimeValue.read(json);
    return valueAt(json, 'text') === undefined ? undefined : textValue.read(json);
  },
  write(value) {
    if (value.kind === 'currency') return currencyValue.write(value);
    return value.kind === 'date-time' ? dateTimeValue.write(value) : textValue.write(value);
  },
};

const location = shape<LocationValue>({
  kind: always('location'),
  latitude: required('latitude', number, NaN),
  longitude: required('longitude', number, NaN),
  name: optional('name', text),
  address: optional('address', text),
});

const product = shape<ProductValue>({
  kind: always('product'),
  productId: requiredText('product_retailer_id'),
  catalogId: optional('catalog_id', text),
});

const MEDIA = { image: mediaRef, video: mediaRef, document: namedMediaRef, gif: mediaRef } as const;
const MEDIA_KINDS = Object.keys(MEDIA) as readonly MediaKind[];

/** The value of a template's header: one text or one medium, place or product. */
export const headerValue: Codec<TemplateHeaderValue> = {
  read(json) {
    const kind = MEDIA_KINDS.find((each) => valueAt(json, each) !== undefined);
    if (kind) return readMedia(kind, valueAt(json, kind));
    const place = location.read(valueAt(json, 'location'));
    if (place) return Number.isFinite(place.latitude + place.longitude) ? place : undefined;
    return product.read(valueAt(json, 'product')) ?? templateValue.read(json);
  },
  write(value) {
    switch (value.kind) {
      case 'image':
      case 'video':
      case 'document':
      case 'gif':
        return { type: value.kind, [value.kind]: MEDIA[value.kind].write(value.media) ?? {} };
      case 'location':
        return { type: 'location', location: location.write(value) ?? {} };
      case 'product':
        return { type: 'product', product: product.write(value) ?? {} };
      default:
        return templateValue.write(value);
    }
  },
};

function readMedia(kind: MediaKind, json: unknown): TemplateHeaderValue | undefined {
  const media = MEDIA[kind].read(json);
  return media && { kind, media };
}
