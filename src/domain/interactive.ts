import type { MediaRef } from './attachment.js';
import type { JsonObject, JsonValue } from './json.js';

/** The top of an interactive message or of a template: a line of text or one medium. */
export type InteractiveHeader =
  | { readonly kind: 'text'; readonly text: string; readonly subText?: string }
  | { readonly kind: 'image' | 'video' | 'document'; readonly media: MediaRef };

/** A choice with the id that comes back when the contact takes it. */
export interface ReplyButton {
  readonly id: string;
  readonly title: string;
}

export interface ListRow {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

export interface ListSection {
  readonly title?: string;
  readonly rows: readonly ListRow[];
}

export interface ProductSection {
  readonly title?: string;
  readonly productIds: readonly string[];
}

/** A link button. */
export interface LinkAction {
  readonly label: string;
  readonly url: string;
  /** WhatsApp's payment link preview. */
  readonly paymentPreview?: boolean;
}

/** What the buttons of an interactive message do; discriminated as in WhatsApp's `interactive.type`. */
export type InteractiveAction =
  | { readonly kind: 'buttons'; readonly buttons: readonly ReplyButton[] }
  | { readonly kind: 'list'; readonly button: string; readonly sections: readonly ListSection[] }
  | ({ readonly kind: 'link' } & LinkAction)
  | ({ readonly kind: 'flow' } & FlowAction)
  | { readonly kind: 'location-request' }
  | { readonly kind: 'contact-request' }
  | {
      readonly kind: 'address-request';
      readonly country: string;
      /** Prefilled values, saved addresses and validation errors, as WhatsApp's address message takes them. */
      readonly values?: JsonObject;
      readonly savedAddresses?: JsonValue;
      readonly validationErrors?: JsonObject;
    }
  | { readonly kind: 'product'; readonly catalogId: string; readonly productId: string }
  | { readonly kind: 'product-list'; readonly catalogId: string; readonly sections: readonly ProductSection[] }
  | { readonly kind: 'catalog'; readonly thumbnailProductId?: string }
  | { readonly kind: 'carousel'; readonly cards: readonly CarouselCard[] }
  | { readonly kind: 'call-permission-request' }
  | { readonly kind: 'call'; readonly label?: string; readonly ttlMinutes?: number; readonly payload?: string }
  | ({ readonly kind: 'order-details' } & OrderDetails)
  | ({ readonly kind: 'order-status' } & OrderProgress);

/** One interactive message, whole: it shows in the transcript as it does on the phone. */
export interface Interactive {
  readonly header?: InteractiveHeader;
  readonly body?: string;
  readonly footer?: string;
  readonly action: InteractiveAction;
}

/** A form (WhatsApp Flow) and how it opens. */
export interface FlowAction {
  readonly label: string;
  readonly flowId?: string;
  readonly flowName?: string;
  readonly version?: string;
  readonly token?: string;
  readonly mode?: string;
  /** `navigate` or `data_exchange`. */
  readonly action?: string;
  readonly screen?: string;
  readonly data?: JsonObject;
}

export interface CarouselCard {
  readonly index: number;
  readonly header?: InteractiveHeader;
  readonly body?: string;
  readonly action:
    | ({ readonly kind: 'link' } & LinkAction)
    | { readonly kind: 'buttons'; readonly buttons: readonly ReplyButton[] }
    | { readonly kind: 'product'; readonly catalogId: string; readonly productId: string };
}

/** An amount as WhatsApp's payment messages write it: `value / offset`. */
export interface Amount {
  readonly value: number;
  readonly offset: number;
  readonly description?: string;
  readonly programName?: string;
}

/** One line of an order to pay. */
export interface OrderLine {
  readonly name: string;
  readonly productId?: string;
  readonly quantity?: number;
  readonly amount?: Amount;
  readonly saleAmount?: Amount;
  /** Origin and importer data that some countries require. */
  readonly extra?: JsonObject;
}

/** How far an order has come that was sent for payment before. */
export interface OrderProgress {
  readonly referenceId: string;
  readonly status: string;
  readonly description?: string;
  /** The payment's state as its provider tells it. */
  readonly payment?: JsonObject;
}

/** An order to review and pay (India, Brazil, Singapore). */
export interface OrderDetails {
  readonly referenceId: string;
  /** `digital-goods` or `physical-goods`. */
  readonly goods?: string;
  /** WhatsApp's name for a shorter kind of order, e.g. `quick_pay`. */
  readonly orderType?: string;
  readonly description?: string;
  readonly currency?: string;
  readonly total?: Amount;
  readonly status?: string;
  readonly items: readonly OrderLine[];
  readonly subtotal?: Amount;
  readonly tax?: Amount;
  readonly shipping?: Amount;
  readonly discount?: Amount;
  readonly catalogId?: string;
  readonly expiration?: JsonObject;
  /** Provider settings, shipping addresses and the like: not shown, handed through. */
  readonly payment?: JsonObject;
}
