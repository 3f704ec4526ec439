import * as v from 'valibot';
import type { TemplateDefinition, TemplateMessage } from '../../domain/template.js';
import { jsonObjectSchema, textRecordSchema, timeSchema } from './json.js';
import { orderDetailsSchema, orderProgressSchema, productSectionSchema } from './interactive.js';
import { mediaRefSchema } from './media.js';

const text = v.optional(v.string());
const number = v.optional(v.number());
const flag = v.optional(v.boolean());

const templateTextSchema = v.object({ text: v.string(), examples: v.optional(textRecordSchema) });

const definitionHeaderSchema = v.variant('kind', [
  v.object({ kind: v.literal('text'), ...templateTextSchema.entries }),
  v.object({ kind: v.picklist(['image', 'video', 'document', 'gif']), example: text }),
  v.object({ kind: v.literal('location') }),
  v.object({ kind: v.literal('product') }),
]);

const otpButtonSchema = v.object({
  kind: v.literal('otp'),
  text: v.string(),
  otp: v.picklist(['copy-code', 'one-tap', 'zero-tap']),
  autofillText: text,
  apps: v.optional(v.array(v.object({ packageName: v.string(), signatureHash: v.string() }))),
  zeroTapTermsAccepted: flag,
});

const flowButtonSchema = v.object({
  kind: v.literal('flow'),
  text: v.string(),
  flowId: text,
  flowName: text,
  flowJson: text,
  action: text,
  screen: text,
  icon: text,
});

const appDeepLinkSchema = v.object({ metaAppId: text, androidUrl: text, androidFallbackUrl: text });

const definitionButtonSchema = v.variant('kind', [
  v.object({ kind: v.literal('quick-reply'), text: v.string() }),
  v.object({
    kind: v.literal('url'),
    text: v.string(),
    url: v.string(),
    example: text,
    appDeepLink: v.optional(appDeepLinkSchema),
  }),
  v.object({ kind: v.literal('phone'), text: v.string(), phoneNumber: v.string() }),
  v.object({ kind: v.literal('copy-code'), text: v.string(), example: text }),
  otpButtonSchema,
  flowButtonSchema,
  v.object({
    kind: v.picklist(['catalog', 'multi-product', 'product', 'order-details', 'contact-request']),
    text: v.string(),
  }),
  v.object({ kind: v.literal('voice-call'), text: v.string(), ttlMinutes: number }),
  v.object({ kind: v.literal('other'), text: v.string(), type: v.string() }),
]);

const templateStatusSchema = v.picklist([
  'approved',
  'pending',
  'rejected',
  'paused',
  'disabled',
  'in-appeal',
  'pending-deletion',
  'deleted',
  'limit-exceeded',
  'archived',
  'unknown',
]);

export const templateDefinitionSchema: v.GenericSchema<unknown, TemplateDefinition> = v.object({
  id: text,
  name: v.string(),
  language: v.string(),
  languages: v.optional(v.array(v.string())),
  category: v.picklist(['marketing', 'utility', 'authentication', 'other']),
  otherCategory: text,
  previousCategory: text,
  correctCategory: text,
  subCategory: text,
  status: templateStatusSchema,
  otherStatus: text,
  statusReason: text,
  parameters: v.picklist(['positional', 'named']),
  header: v.optional(definitionHeaderSchema),
  body: v.optional(templateTextSchema),
  footer: text,
  buttons: v.array(definitionButtonSchema),
  carousel: v.optional(
    v.array(
      v.object({
        header: v.optional(definitionHeaderSchema),
        body: v.optional(templateTextSchema),
        buttons: v.array(definitionButtonSchema),
      }),
    ),
  ),
  limitedTimeOffer: v.optional(v.object({ text: v.string(), expires: v.boolean() })),
  callPermissionRequest: flag,
  authentication: v.optional(v.object({ securityRecommendation: flag, expiresAfterMinutes: number })),
  quality: text,
  qualityAt: v.optional(timeSchema),
  sendTtlSeconds: number,
  libraryTemplateName: text,
  linkTrackingOptedOut: flag,
  categoryChangeAllowed: flag,
  primaryDeviceOnly: flag,
  displayFormat: text,
});

const textValueSchema = v.object({ kind: v.literal('text'), text: v.string(), name: text });
const currencyValueSchema = v.object({
  kind: v.literal('currency'),
  fallback: v.string(),
  code: v.string(),
  amount1000: v.number(),
  name: text,
});
const dateTimeValueSchema = v.object({
  kind: v.literal('date-time'),
  fallback: v.string(),
  parts: v.optional(jsonObjectSchema),
  name: text,
});

const valueSchema = v.variant('kind', [textValueSchema, currencyValueSchema, dateTimeValueSchema]);

const headerValueSchema = v.variant('kind', [
  textValueSchema,
  currencyValueSchema,
  dateTimeValueSchema,
  v.object({ kind: v.picklist(['image', 'video', 'document', 'gif']), media: mediaRefSchema }),
  v.object({ kind: v.literal('location'), latitude: v.number(), longitude: v.number(), name: text, address: text }),
  v.object({ kind: v.literal('product'), productId: v.string(), catalogId: text }),
]);

const index = v.number();

const buttonValueSchema = v.variant('kind', [
  v.object({ kind: v.literal('quick-reply'), index, payload: v.string() }),
  v.object({ kind: v.literal('url'), index, text: v.string(), paymentPreview: flag }),
  v.object({ kind: v.literal('copy-code'), index, code: v.string() }),
  v.object({ kind: v.literal('flow'), index, token: text, data: v.optional(jsonObjectSchema) }),
  v.object({ kind: v.literal('catalog'), index, thumbnailProductId: text }),
  v.object({
    kind: v.literal('multi-product'),
    index,
    thumbnailProductId: text,
    sections: v.array(productSectionSchema),
  }),
  v.object({ kind: v.literal('order-details'), index, order: orderDetailsSchema }),
  v.object({ kind: v.literal('voice-call'), index, ttlMinutes: number, payload: text }),
]);

export const templateMessageSchema: v.GenericSchema<unknown, TemplateMessage> = v.object({
  name: v.string(),
  language: v.string(),
  languagePolicy: text,
  header: v.optional(headerValueSchema),
  body: v.optional(v.array(valueSchema)),
  buttons: v.optional(v.array(buttonValueSchema)),
  cards: v.optional(
    v.array(
      v.object({
        index,
        header: v.optional(headerValueSchema),
        body: v.optional(v.array(valueSchema)),
        buttons: v.optional(v.array(buttonValueSchema)),
      }),
    ),
  ),
  offerExpiresAt: v.optional(timeSchema),
  tapTargets: v.optional(v.array(v.object({ url: v.string(), title: v.string() }))),
  orderStatus: v.optional(orderProgressSchema),
  definition: v.optional(templateDefinitionSchema),
});
