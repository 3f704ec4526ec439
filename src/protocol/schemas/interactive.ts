import * as v from 'valibot';
import type { Interactive, OrderDetails, OrderProgress, ProductSection } from '../../domain/interactive.js';
import { jsonObjectSchema, jsonValueSchema } from './json.js';
import { mediaRefSchema } from './media.js';

const text = v.optional(v.string());

const headerSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), text: v.string(), subText: text }),
  v.object({ kind: v.picklist(['image', 'video', 'document']), media: mediaRefSchema }),
]);

const replyButtonsSchema = v.array(v.object({ id: v.string(), title: v.string() }));

const listSectionSchema = v.object({
  title: text,
  rows: v.array(v.object({ id: v.string(), title: v.string(), description: text })),
});

export const productSectionSchema: v.GenericSchema<unknown, ProductSection> = v.object({
  title: text,
  productIds: v.array(v.string()),
});

const linkEntries = { label: v.string(), url: v.string(), paymentPreview: v.optional(v.boolean()) };

const amountSchema = v.object({ value: v.number(), offset: v.number(), description: text, programName: text });

const orderLineSchema = v.object({
  name: v.string(),
  productId: text,
  quantity: v.optional(v.number()),
  amount: v.optional(amountSchema),
  saleAmount: v.optional(amountSchema),
  extra: v.optional(jsonObjectSchema),
});

const orderEntries = {
  referenceId: v.string(),
  goods: text,
  orderType: text,
  description: text,
  currency: text,
  total: v.optional(amountSchema),
  status: text,
  items: v.array(orderLineSchema),
  subtotal: v.optional(amountSchema),
  tax: v.optional(amountSchema),
  shipping: v.optional(amountSchema),
  discount: v.optional(amountSchema),
  catalogId: text,
  expiration: v.optional(jsonObjectSchema),
  payment: v.optional(jsonObjectSchema),
};

export const orderDetailsSchema: v.GenericSchema<unknown, OrderDetails> = v.object(orderEntries);

const progressEntries = {
  referenceId: v.string(),
  status: v.string(),
  description: text,
  payment: v.optional(jsonObjectSchema),
};

export const orderProgressSchema: v.GenericSchema<unknown, OrderProgress> = v.object(progressEntries);

const cardSchema = v.object({
  index: v.number(),
  header: v.optional(headerSchema),
  body: text,
  action: v.variant('kind', [
    v.object({ kind: v.literal('link'), ...linkEntries }),
    v.object({ kind: v.literal('buttons'), buttons: replyButtonsSchema }),
    v.object({ kind: v.literal('product'), catalogId: v.string(), productId: v.string() }),
  ]),
});

const flowEntries = {
  label: v.string(),
  flowId: text,
  flowName: text,
  version: text,
  token: text,
  mode: text,
  action: text,
  screen: text,
  data: v.optional(jsonObjectSchema),
};

const actionSchema = v.variant('kind', [
  v.object({ kind: v.literal('buttons'), buttons: replyButtonsSchema }),
  v.object({ kind: v.literal('list'), button: v.string(), sections: v.array(listSectionSchema) }),
  v.object({ kind: v.literal('link'), ...linkEntries }),
  v.object({ kind: v.literal('flow'), ...flowEntries }),
  v.object({ kind: v.literal('location-request') }),
  v.object({ kind: v.literal('contact-request') }),
  v.object({
    kind: v.literal('address-request'),
    country: v.string(),
    values: v.optional(jsonObjectSchema),
    savedAddresses: v.optional(jsonValueSchema),
    validationErrors: v.optional(jsonObjectSchema),
  }),
  v.object({ kind: v.literal('product'), catalogId: v.string(), productId: v.string() }),
  v.object({ kind: v.literal('product-list'), catalogId: v.string(), sections: v.array(productSectionSchema) }),
  v.object({ kind: v.literal('catalog'), thumbnailProductId: text }),
  v.object({ kind: v.literal('carousel'), cards: v.array(cardSchema) }),
  v.object({ kind: v.literal('call-permission-request') }),
  v.object({ kind: v.literal('call'), label: text, ttlMinutes: v.optional(v.number()), payload: text }),
  v.object({ kind: v.literal('order-details'), ...orderEntries }),
  v.object({ kind: v.literal('order-status'), ...progressEntries }),
]);

export const interactiveSchema: v.GenericSchema<unknown, Interactive> = v.object({
  header: v.optional(headerSchema),
  body: text,
  footer: text,
  action: actionSchema,
});
