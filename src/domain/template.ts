import type { MediaRef } from './attachment.js';
import type { OrderDetails, OrderProgress, ProductSection } from './interactive.js';
import type { JsonObject } from './json.js';

export type TemplateStatus =
  | 'approved'
  | 'pending'
  | 'rejected'
  | 'paused'
  | 'disabled'
  | 'in-appeal'
  | 'pending-deletion'
  | 'deleted'
  | 'limit-exceeded'
  | 'archived'
  | 'unknown';

export type TemplateCategory = 'marketing' | 'utility' | 'authentication' | 'other';

/** A template as WhatsApp approved it: what an agent may send outside the service window. */
export interface TemplateDefinition {
  readonly id?: string;
  readonly name: string;
  /** As WhatsApp spells it, e.g. `en_US`. */
  readonly language: string;
  /** All languages, where one definition is given for several at once; `language` is then empty. */
  readonly languages?: readonly string[];
  readonly category: TemplateCategory;
  /** WhatsApp's own name of the category, when `category` is `other`. */
  readonly otherCategory?: string;
  readonly previousCategory?: string;
  readonly correctCategory?: string;
  readonly subCategory?: string;
  readonly status: TemplateStatus;
  /** WhatsApp's own name of the status, when `status` is `unknown`. */
  readonly otherStatus?: string;
  /** Why it is rejected, paused or disabled, in WhatsApp's words. */
  readonly statusReason?: string;
  /** How its parameters are named: `{{1}}` or `{{first_name}}`. */
  readonly parameters: 'positional' | 'named';
  readonly header?: TemplateHeader;
  readonly body?: TemplateText;
  readonly footer?: string;
  readonly buttons: readonly TemplateButton[];
  readonly carousel?: readonly TemplateCard[];
  readonly limitedTimeOffer?: { readonly text: string; readonly expires: boolean };
  readonly callPermissionRequest?: boolean;
  /** Authentication templates have no text of their own; WhatsApp writes it. */
  readonly authentication?: { readonly securityRecommendation?: boolean; readonly expiresAfterMinutes?: number };
  readonly quality?: string;
  /** Epoch milliseconds: since when the quality is so. */
  readonly qualityAt?: number;
  readonly sendTtlSeconds?: number;
  readonly libraryTemplateName?: string;
  readonly linkTrackingOptedOut?: boolean;
  readonly categoryChangeAllowed?: boolean;
  readonly primaryDeviceOnly?: boolean;
  /** `ORDER_DETAILS` for templates that are shown as an order to pay. */
  readonly displayFormat?: string;
}

/** Where a link button leads inside the business's own app. */
export interface AppDeepLink {
  readonly metaAppId?: string;
  readonly androidUrl?: string;
  readonly androidFallbackUrl?: string;
}

/** Text with `{{…}}` placeholders and the sample value of each. */
export interface TemplateText {
  readonly text: string;
  /** By parameter name or by position counted from "1". */
  readonly examples?: Readonly<Record<string, string>>;
}

export type TemplateHeader =
  | ({ readonly kind: 'text' } & TemplateText)
  | { readonly kind: 'image' | 'video' | 'document' | 'gif'; readonly example?: string }
  | { readonly kind: 'location' }
  | { readonly kind: 'product' };

export type TemplateButton =
  | { readonly kind: 'quick-reply'; readonly text: string }
  | {
      readonly kind: 'url';
      readonly text: string;
      readonly url: string;
      readonly example?: string;
      readonly appDeepLink?: AppDeepLink;
    }
  | { readonly kind: 'phone'; readonly text: string; readonly phoneNumber: string }
  | { readonly kind: 'copy-code'; readonly text: string; readonly example?: string }
  | {
      readonly kind: 'otp';
      readonly text: string;
      readonly otp: 'copy-code' | 'one-tap' | 'zero-tap';
      readonly autofillText?: string;
      readonly apps?: readonly { readonly packageName: string; readonly signatureHash: string }[];
      readonly zeroTapTermsAccepted?: boolean;
    }
  | {
      readonly kind: 'flow';
      readonly text: string;
      readonly flowId?: string;
      readonly flowName?: string;
      readonly flowJson?: string;
      readonly action?: string;
      readonly screen?: string;
      readonly icon?: string;
    }
  | {
      readonly kind: 'catalog' | 'multi-product' | 'product' | 'order-details' | 'contact-request';
      readonly text: string;
    }
  | { readonly kind: 'voice-call'; readonly text: string; readonly ttlMinutes?: number }
  /** A kind that WhatsApp added later: shown with its text, not fillable. */
  | { readonly kind: 'other'; readonly text: string; readonly type: string };

export interface TemplateCard {
  readonly header?: TemplateHeader;
  readonly body?: TemplateText;
  readonly buttons: readonly TemplateButton[];
}

/** A value for one placeholder; currency and date print their fallback text. */
export type TemplateValue =
  | { readonly kind: 'text'; readonly text: string; readonly name?: string }
  | {
      readonly kind: 'currency';
      readonly fallback: string;
      readonly code: string;
      readonly amount1000: number;
      readonly name?: string;
    }
  | { readonly kind: 'date-time'; readonly fallback: string; readonly parts?: JsonObject; readonly name?: string };

export type TemplateHeaderValue =
  | TemplateValue
  | { readonly kind: 'image' | 'video' | 'document' | 'gif'; readonly media: MediaRef }
  | {
      readonly kind: 'location';
      readonly latitude: number;
      readonly longitude: number;
      readonly name?: string;
      readonly address?: string;
    }
  | { readonly kind: 'product'; readonly productId: string; readonly catalogId?: string };

/** What one button needs; `index` counts all the template's buttons from 0. */
export type TemplateButtonValue =
  | { readonly kind: 'quick-reply'; readonly index: number; readonly payload: string }
  | {
      readonly kind: 'url';
      readonly index: number;
      readonly text: string;
      /** WhatsApp's payment link preview. */
      readonly paymentPreview?: boolean;
    }
  | { readonly kind: 'copy-code'; readonly index: number; readonly code: string }
  | { readonly kind: 'flow'; readonly index: number; readonly token?: string; readonly data?: JsonObject }
  | { readonly kind: 'catalog'; readonly index: number; readonly thumbnailProductId?: string }
  | {
      readonly kind: 'multi-product';
      readonly index: number;
      readonly thumbnailProductId?: string;
      readonly sections: readonly ProductSection[];
    }
  | { readonly kind: 'order-details'; readonly index: number; readonly order: OrderDetails }
  | { readonly kind: 'voice-call'; readonly index: number; readonly ttlMinutes?: number; readonly payload?: string };

/** The parameters of one carousel card. */
export interface TemplateCardValue {
  readonly index: number;
  readonly header?: TemplateHeaderValue;
  readonly body?: readonly TemplateValue[];
  readonly buttons?: readonly TemplateButtonValue[];
}

/** A template filled in: what goes to WhatsApp, with the definition beside it so that the whole text can be shown. */
export interface TemplateMessage {
  readonly name: string;
  readonly language: string;
  /** WhatsApp's `deterministic`. */
  readonly languagePolicy?: string;
  readonly header?: TemplateHeaderValue;
  readonly body?: readonly TemplateValue[];
  readonly buttons?: readonly TemplateButtonValue[];
  readonly cards?: readonly TemplateCardValue[];
  /** Epoch milliseconds. */
  readonly offerExpiresAt?: number;
  readonly tapTargets?: readonly { readonly url: string; readonly title: string }[];
  /** The order whose progress the template tells. */
  readonly orderStatus?: OrderProgress;
  /** How it was approved when it was sent; absent for messages that other systems sent. */
  readonly definition?: TemplateDefinition;
}
