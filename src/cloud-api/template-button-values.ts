import type { JsonValue, TemplateButtonValue } from '../domain/index.js';
import {
  always,
  flag,
  list,
  number,
  numeral,
  opaqueObject,
  optional,
  required,
  requiredText,
  shape,
  text,
  type Codec,
  type Field,
} from './codec.js';
import { asList, isObject, valueAt, word, type MutableJson } from './json.js';
import { orderDetails, productSection } from './orders.js';

type ButtonKind = TemplateButtonValue['kind'];
type ButtonOf<K extends ButtonKind> = Extract<TemplateButtonValue, { kind: K }>;

/** `codec` reads and writes all the button's parameters as if they were one; `split` makes them the list that WhatsApp wants. */
interface Variant {
  readonly subType: string;
  readonly codec: Codec<TemplateButtonValue>;
  readonly split: (merged: MutableJson) => readonly JsonValue[];
}

const index: Field<number> = {
  read: (source) => numeral.read(valueAt(source, 'index')) ?? 0,
  write: () => undefined,
};

function one(type: string): Variant['split'] {
  return (merged) => [{ type, ...merged }];
}

function each(merged: MutableJson): readonly JsonValue[] {
  return Object.entries(merged).map(([type, value]) => ({ type, [type]: value }));
}

/** Some of WhatsApp's own samples give the text of a quick reply or the code of a coupon as `text`. */
function orText(path: string): Field<string> {
  return {
    read: (source) => text.read(valueAt(source, path)) ?? text.read(valueAt(source, 'text')) ?? '',
    write: (value, target) => requiredText(path).write(value, target),
  };
}

const VARIANTS: Readonly<Record<ButtonKind, Variant>> = {
  'quick-reply': {
    subType: 'quick_reply',
    codec: shape<ButtonOf<'quick-reply'>>({ kind: always('quick-reply'), index, payload: orText('payload') }),
    split: one('payload'),
  },
  url: {
    subType: 'url',
    codec: shape<ButtonOf<'url'>>({
      kind: always('url'),
      index,
      text: requiredText('text'),
      paymentPreview: optional('payment_link_preview', flag),
    }),
    split: one('text'),
  },
  'copy-code': {
    subType: 'copy_code',
    codec: shape<ButtonOf<'copy-code'>>({ kind: always('copy-code'), index, code: orText('coupon_code') }),
    split: one('coupon_code'),
  },
  flow: {
    subType: 'flow',
    codec: shape<ButtonOf<'flow'>>({
      kind: always('flow'),
      index,
      token: optional('action.flow_token', text),
      data: optional('action.flow_action_data', opaqueObject),
    }),
    split: one('action'),
  },
  catalog: {
    subType: 'catalog',
    codec: shape<ButtonOf<'catalog'>>({
      kind: always('catalog'),
      index,
      thumbnailProductId: optional('action.thumbnail_product_retailer_id', text),
    }),
    split: one('action'),
  },
  'multi-product': {
    subType: 'mpm',
    codec: shape<ButtonOf<'multi-product'>>({
      kind: always('multi-product'),
      index,
      thumbnailProductId: optional('action.thumbnail_product_retailer_id', text),
      sections: required('action.sections', list(productSection), []),
    }),
    split: one('action'),
  },
  'order-details': {
    subType: 'order_details',
    codec: shape<ButtonOf<'order-details'>>({
      kind: always('order-details'),
      index,
      order: required('action.order_details', orderDetails, { referenceId: '', items: [] }),
    }),
    split: one('action'),
  },
  'voice-call': {
    subType: 'voice_call',
    codec: shape<ButtonOf<'voice-call'>>({
      kind: always('voice-call'),
      index,
      ttlMinutes: optional('ttl_minutes', number),
      payload: optional('payload', text),
    }),
    split: each,
  },
};

/** What one button of a template message needs. */
export const buttonValue: Codec<TemplateButtonValue> = {
  read(json) {
    const subType = word(valueAt(json, 'sub_type'));
    const variant = Object.values(VARIANTS).find((each) => each.subType === subType);
    const parameters = asList(valueAt(json, 'parameters'))
      .filter(isObject)
      .flatMap((parameter) => Object.entries(parameter));
    return variant?.codec.read(Object.fromEntries([...parameters, ['index', valueAt(json, 'index') ?? 0]]));
  },
  write(button) {
    const variant = VARIANTS[button.kind];
    const parameters = variant.split(variant.codec.write(button) as MutableJson);
    return { type: 'button', sub_type: variant.subType, index: numeral.write(button.index) ?? '0', parameters };
  },
};
