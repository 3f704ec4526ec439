import type { MediaRef } from './attachment.js';
import type { ContactCard } from './contact.js';
import type { Delivery } from './delivery.js';
import type { WhatsAppProblem } from './errors.js';
import type { Interactive } from './interactive.js';
import type { JsonValue } from './json.js';
import type { TemplateMessage } from './template.js';

/** Who wrote a message: told by the server, never by the text or the name. */
export type Author =
  | { readonly kind: 'contact'; readonly contactId: string; readonly name?: string }
  | { readonly kind: 'agent'; readonly agentId: string; readonly name: string }
  | { readonly kind: 'automation'; readonly name?: string }
  /** Staff who wrote in the WhatsApp Business app on the phone. */
  | { readonly kind: 'phone-app' }
  | { readonly kind: 'system' };

/** The message that this one answers; `messageId` is absent when the desk does not have it. */
export interface Quote {
  readonly messageId?: string;
  readonly providerId?: string;
  /** Who wrote the other message, as WhatsApp tells it: digits, and the business-scoped user id. */
  readonly authorPhone?: string;
  readonly authorUserId?: string;
}

/** One person's reaction; the newest of a person wins, and an empty one takes it away. */
export interface Reaction {
  readonly author: Author;
  readonly emoji: string;
  readonly at: number;
}

/** The advertisement or post from which the contact came. */
export interface Referral {
  readonly source?: string;
  readonly sourceId?: string;
  readonly url?: string;
  readonly headline?: string;
  readonly body?: string;
  readonly mediaType?: string;
  readonly imageUrl?: string;
  readonly videoUrl?: string;
  readonly thumbnailUrl?: string;
  readonly clickId?: string;
  readonly welcomeText?: string;
}

interface WithMedia {
  readonly media: MediaRef;
}

/** One product in an order. */
export interface OrderItem {
  readonly productId: string;
  readonly quantity: number;
  /** Price of one, in units of `currency`; absent when WhatsApp did not tell it. */
  readonly price?: number;
  readonly currency?: string;
}

/** Everything that a message can say, inbound or outbound, discriminated by `kind`. */
export type Content =
  | { readonly kind: 'text'; readonly body: string; readonly previewLink?: boolean }
  | ({ readonly kind: 'image' | 'video'; readonly caption?: string } & WithMedia)
  | ({ readonly kind: 'audio'; readonly voice?: boolean } & WithMedia)
  | ({ readonly kind: 'document'; readonly caption?: string; readonly fileName?: string } & WithMedia)
  | ({ readonly kind: 'sticker'; readonly animated?: boolean } & WithMedia)
  | {
      readonly kind: 'location';
      /** Absent when WhatsApp's numbers were out of range or no numbers. */
      readonly coordinates?: { readonly latitude: number; readonly longitude: number };
      readonly name?: string;
      readonly address?: string;
      readonly url?: string;
    }
  | { readonly kind: 'contacts'; readonly cards: readonly ContactCard[] }
  | { readonly kind: 'interactive'; readonly interactive: Interactive }
  | { readonly kind: 'template'; readonly template: TemplateMessage }
  /** The contact tapped a reply button, a list row or a template's quick reply. */
  | {
      readonly kind: 'choice';
      readonly of: 'button' | 'list' | 'template';
      readonly title: string;
      readonly id?: string;
      readonly description?: string;
    }
  /** The contact filled in a form (WhatsApp Flow) or an address. */
  | {
      readonly kind: 'form-answer';
      /** `flow`, `address_message` or another name that WhatsApp gives. */
      readonly name: string;
      readonly body?: string;
      /** The answers, when they were valid JSON. */
      readonly answers?: JsonValue;
      /** The answers as they came, when they were not. */
      readonly unreadable?: string;
    }
  | {
      readonly kind: 'call-permission';
      readonly response: string;
      readonly permanent?: boolean;
      readonly expiresAt?: number;
      readonly source?: string;
    }
  | {
      readonly kind: 'order';
      readonly catalogId?: string;
      readonly text?: string;
      readonly items: readonly OrderItem[];
    }
  /** A reaction whose message the desk does not have; known ones stand on their message. */
  | { readonly kind: 'reaction'; readonly emoji: string; readonly target: Quote }
  /** An edit or deletion whose message the desk does not have. */
  | { readonly kind: 'edit'; readonly target: Quote; readonly content: Content }
  | { readonly kind: 'revoke'; readonly target: Quote }
  | {
      readonly kind: 'call';
      readonly callId: string;
      readonly event: string;
      readonly direction?: 'from-contact' | 'from-business';
      readonly outcome?: string;
      readonly startedAt?: number;
      readonly endedAt?: number;
      readonly durationMs?: number;
    }
  | { readonly kind: 'pin'; readonly operation: string; readonly target: Quote; readonly days?: number }
  /** WhatsApp told something about the contact or the conversation; it is not the contact's message. */
  | {
      readonly kind: 'system';
      /** As WhatsApp names it, e.g. `user_changed_number`. */
      readonly change: string;
      readonly body?: string;
      /** The new number: `+` and digits. */
      readonly phoneNumber?: string;
      readonly previousPhoneNumber?: string;
      readonly userId?: string;
      readonly previousUserId?: string;
      readonly parentUserId?: string;
      readonly previousParentUserId?: string;
      /** The new security code of the contact, after `customer_identity_changed`. */
      readonly identityHash?: string;
    }
  /** The contact opened the chat for the first time. */
  | { readonly kind: 'welcome' }
  /** A medium from the phone's history that has not come yet. */
  | { readonly kind: 'media-placeholder' }
  /** What this version cannot show in full: never dropped, shown as a labelled card. */
  | { readonly kind: 'unsupported'; readonly type?: string; readonly data?: JsonValue };

export type ContentKind = Content['kind'];

/** One message in a transcript. Its `id` is its key for life: from the draft on, through every server event. */
export interface Message {
  readonly id: string;
  readonly sessionId: string;
  readonly channelId: string;
  readonly author: Author;
  readonly content: Content;
  /** Epoch milliseconds: when it was written (WhatsApp's time stamp, or the server's clock for the agents' own). */
  readonly originAt: number;
  /** Epoch milliseconds: when the server took it. */
  readonly arrivedAt: number;
  /** The event's number in its session, which decides between equal times; absent while only the outbox has it. */
  readonly seq?: number;
  /** WhatsApp's id (`wamid`): personal data, since it holds the phone number. */
  readonly providerId?: string;
  readonly quote?: Quote;
  readonly forwarded?: 'once' | 'often';
  readonly referral?: Referral;
  /** The product from whose page the contact wrote. */
  readonly product?: { readonly catalogId?: string; readonly productId: string };
  readonly groupId?: string;
  /** Only the team sees it. */
  readonly internal?: boolean;
  /** Absent on the contact's messages. */
  readonly delivery?: Delivery;
  readonly reactions?: readonly Reaction[];
  readonly editedAt?: number;
  readonly revokedAt?: number;
  /** The message that this one sends again after a failure or an unknown outcome. */
  readonly resendOf?: string;
  /** What WhatsApp reported beside the content, e.g. that a file could not be fetched. */
  readonly problems?: readonly WhatsAppProblem[];
}

/** The answer to a message of ours that names one of its choices, if this content is one. */
export type Choice = Extract<Content, { kind: 'choice' }>;

const OPENS_SERVICE_WINDOW: Readonly<Record<ContentKind, boolean>> = {
  text: true,
  image: true,
  video: true,
  audio: true,
  document: true,
  sticker: true,
  location: true,
  contacts: true,
  interactive: true,
  template: true,
  choice: true,
  'form-answer': true,
  'call-permission': true,
  order: true,
  reaction: false,
  edit: false,
  revoke: false,
  call: true,
  pin: false,
  system: false,
  welcome: false,
  'media-placeholder': false,
  unsupported: false,
};

/** Does this content open or renew the service window? Reactions, system notices and unsupported ones do not count. */
export function opensServiceWindow({ kind }: Content): boolean {
  return OPENS_SERVICE_WINDOW[kind];
}
