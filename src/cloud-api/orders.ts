import type { Amount, JsonObject, OrderDetails, OrderLine, OrderProgress, ProductSection } from '../domain/index.js';
import {
  list,
  number,
  opaque,
  opaqueObject,
  optional,
  optionalInline,
  required,
  requiredText,
  shape,
  text,
  type Codec,
} from './codec.js';
import { isObject, valueAt } from './json.js';

/** An amount of money as WhatsApp writes it. */
export const amount = shape<Amount>({
  value: required('value', number, 0),
  offset: required('offset', number, 1),
  description: optional('description', text),
  programName: optional('discount_program_name', text),
});

/** Properties that the desk hands through unread, by their documented names. */
function handedThrough(names: readonly string[]): Codec<JsonObject> {
  return {
    read(json) {
      const found = names.map((name) => [name, opaque.read(valueAt(json, name))] as const);
      const entries = found.filter(([, value]) => value !== undefined);
      return entries.length > 0 ? opaqueObject.read(Object.fromEntries(entries)) : undefined;
    },
    write: (value) => value,
  };
}

const orderLine = shape<OrderLine>({
  name: requiredText('name'),
  productId: optional('retailer_id', text),
  quantity: optional('quantity', number),
  amount: optional('amount', amount),
  saleAmount: optional('sale_amount', amount),
  extra: optionalInline(handedThrough(['country_of_origin', 'importer_name', 'importer_address', 'image'])),
});

/** The parameters of an order to review and pay. */
export const orderDetails = shape<OrderDetails>({
  referenceId: requiredText('reference_id'),
  goods: optional('type', text),
  currency: optional('currency', text),
  total: optional('total_amount', amount),
  orderType: optional('order.type', text),
  description: optional('order.description', text),
  status: optional('order.status', text),
  items: {
    read: (source) => list(orderLine).read(valueAt(source, 'order.items')) ?? [],
    write(items, target) {
      if (items.length > 0) optional('order.items', list(orderLine)).write(items, target);
    },
  },
  subtotal: optional('order.subtotal', amount),
  tax: optional('order.tax', amount),
  shipping: optional('order.shipping', amount),
  discount: optional('order.discount', amount),
  catalogId: optional('order.catalog_id', text),
  expiration: optional('order.expiration', opaqueObject),
  payment: optionalInline(
    handedThrough(['payment_settings', 'payment_type', 'payment_configuration', 'shipping_info', 'beneficiaries']),
  ),
});

/** How far an order has come, as interactive messages and templates tell it. */
export const orderProgress = shape<OrderProgress>({
  referenceId: requiredText('reference_id'),
  status: requiredText('order.status'),
  description: optional('order.description', text),
  payment: optional('payment', opaqueObject),
});

const productIds: Codec<readonly string[]> = {
  read: (json) =>
    list<string>({
      read: (item) => text.read(isObject(item) ? valueAt(item, 'product_retailer_id') : item),
      write: (id) => ({ product_retailer_id: id }),
    }).read(json),
  write: (ids) => ids.map((id) => ({ product_retailer_id: id })),
};

/** A section of products, as multi-product messages and templates list them. */
export const productSection = shape<ProductSection>({
  title: optional('title', text),
  productIds: required('product_items', productIds, []),
});
