import type {
  Amount,
  Content,
  DeliveryStatus,
  JsonValue,
  Message,
  Quote,
  Referral,
  WhatsAppProblem,
} from '../domain/index.js';
import type {
  MarketingPreferenceFact,
  TemplateStatusFact,
  TemplateQualityFact,
  TemplateComponentsFact,
  TemplateCategoryFact,
  AccountFact,
  ContactSyncFact,
  GroupFact,
} from './business-facts.js';
import type { CallSession } from './graph-request.js';
import type { ContactIdentity } from './identity.js';

/** Which business number or account a webhook is about. */
export interface Route {
  /** WhatsApp's id of the business number: the channel. Absent on account-level webhooks. */
  readonly phoneNumberId?: string;
  /** Digits of the business number. */
  readonly displayPhoneNumber?: string;
  /** Id of the WhatsApp Business Account. */
  readonly wabaId?: string;
  /** The subscription by which it came, as WhatsApp names it. */
  readonly field?: string;
  /** Epoch milliseconds; on account-level webhooks only. */
  readonly at?: number;
  /** Another application handles the conversation at the moment; this one only listens. */
  readonly standby?: boolean;
}

/** A message, whoever wrote it. */
export interface HeardMessage {
  readonly providerId: string;
  /** The person on the other side, in whichever direction the message went. */
  readonly contact: ContactIdentity;
  readonly groupId?: string;
  /** Epoch milliseconds; absent when WhatsApp's time stamp was none. */
  readonly originAt?: number;
  readonly content: Content;
  readonly quote?: Quote;
  readonly forwarded?: Message['forwarded'];
  readonly referral?: Referral;
  readonly product?: Message['product'];
  readonly problems?: readonly WhatsAppProblem[];
  /** Legacy: the person's security code and whether the business has acknowledged its last change. */
  readonly identityCheck?: { readonly hash?: string; readonly acknowledged?: boolean; readonly changedAt?: number };
}

/** A contact wrote. */
export interface MessageFact extends HeardMessage {
  readonly kind: 'message';
}

/** Staff wrote in the WhatsApp Business app on the phone. */
export interface EchoFact extends HeardMessage {
  readonly kind: 'echo';
}

/** A message of the phone's past, shared when a number is connected. */
export interface HistoryMessageFact extends HeardMessage {
  readonly kind: 'history-message';
  readonly direction: 'from-contact' | 'from-business';
  /** How far it had come when the history was shared. */
  readonly delivery?: ReportedStatus;
  /** As WhatsApp spells it, e.g. `PENDING`. */
  readonly deliveryName?: string;
}

/** How far the sharing of a phone's history has come. */
export interface HistoryProgressFact {
  readonly kind: 'history-progress';
  /** 0: the last day, 1: ninety days, 2: half a year. */
  readonly phase?: number;
  readonly chunk?: number;
  readonly percent?: number;
  /** Set when the business does not share its history. */
  readonly problems?: readonly WhatsAppProblem[];
}

/** The statuses that WhatsApp reports of a message. */
export type ReportedStatus = Extract<DeliveryStatus, 'sent' | 'delivered' | 'read' | 'played' | 'failed'>;

/** What a message cost, told once in its life. */
export interface Pricing {
  readonly billable?: boolean;
  /** `PMP` per message, `CBP` per conversation. */
  readonly model?: string;
  /** E.g. `regular`, `free_customer_service`, `free_entry_point`. */
  readonly type?: string;
  readonly category?: string;
}

/** A message of ours has come further. */
export interface StatusFact {
  readonly kind: 'status';
  readonly providerId: string;
  /** Absent when WhatsApp named one that is not known here. */
  readonly status?: ReportedStatus;
  /** As WhatsApp spells it. */
  readonly statusName?: string;
  readonly at?: number;
  readonly recipient: ContactIdentity;
  /** Set when it was sent to a group; `participant` is then the member it is about, if it is about one. */
  readonly groupId?: string;
  readonly participant?: ContactIdentity;
  readonly problems?: readonly WhatsAppProblem[];
  /** What the sender of the message put on it. */
  readonly opaque?: string;
  readonly pricing?: Pricing;
  readonly conversation?: { readonly id?: string; readonly expiresAt?: number; readonly origin?: string };
}

/** A call that the business started rings, was accepted or was rejected. */
export interface CallStatusFact {
  readonly kind: 'call-status';
  readonly callId: string;
  /** `RINGING`, `ACCEPTED`, `REJECTED`. */
  readonly statusName?: string;
  readonly at?: number;
  readonly recipient: ContactIdentity;
  readonly problems?: readonly WhatsAppProblem[];
  readonly opaque?: string;
}

/** The contact paid, or failed to, for an order that was sent. */
export interface PaymentFact {
  readonly kind: 'payment';
  readonly providerId: string;
  readonly statusName?: string;
  readonly at?: number;
  readonly recipient: ContactIdentity;
  readonly referenceId?: string;
  readonly amount?: Amount;
  readonly currency?: string;
  /** As the payment provider tells it. */
  readonly transaction?: JsonValue;
  readonly problems?: readonly WhatsAppProblem[];
}

/** A call with a contact. */
export interface CallFact {
  readonly kind: 'call';
  readonly callId: string;
  /** `connect`, `terminate` and later ones, in lower case. */
  readonly event: string;
  readonly contact: ContactIdentity;
  readonly direction?: 'from-contact' | 'from-business';
  readonly at?: number;
  /** E.g. `completed`, `failed`, in lower case. */
  readonly outcome?: string;
  readonly startedAt?: number;
  readonly endedAt?: number;
  readonly durationMs?: number;
  readonly session?: CallSession;
  /** The session as older webhooks have it: JSON in a string. */
  readonly olderSession?: string;
  readonly problems?: readonly WhatsAppProblem[];
  readonly opaque?: string;
  /** What the call button carried on which the contact tapped. */
  readonly buttonPayload?: string;
}

/** A contact's id changed, told outside of a conversation. */
export interface IdentityChangeFact {
  readonly kind: 'identity-change';
  readonly contact: ContactIdentity;
  readonly previousUserId?: string;
  readonly previousParentUserId?: string;
  readonly at?: number;
  readonly detail?: string;
}

/** A problem that belongs to no message. */
export interface ProblemFact {
  readonly kind: 'problem';
  readonly problem: WhatsAppProblem;
}

/** What this version does not know: kept as it came. */
export interface OtherFact {
  readonly kind: 'other';
  readonly raw: JsonValue;
}

/** Everything that a webhook can tell, discriminated by `kind`. */
export type WebhookFact = { readonly route: Route } & (
  | MessageFact
  | EchoFact
  | HistoryMessageFact
  | HistoryProgressFact
  | StatusFact
  | CallStatusFact
  | PaymentFact
  | CallFact
  | IdentityChangeFact
  | MarketingPreferenceFact
  | TemplateStatusFact
  | TemplateQualityFact
  | TemplateComponentsFact
  | TemplateCategoryFact
  | AccountFact
  | ContactSyncFact
  | GroupFact
  | ProblemFact
  | OtherFact
);
