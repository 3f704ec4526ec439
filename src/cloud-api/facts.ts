import type {
  Amount,
  Content,
  DeliveryStatus,
  JsonObject,
  JsonValue,
  Message,
  Quote,
  Referral,
  TemplateStatus,
  WhatsAppProblem,
} from '../domain/index.js';
import type { CallSession } from './graph-request.js';

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

/** Who a person is: at least one of `waId` and `userId` unless WhatsApp told neither. */
export interface ContactIdentity {
  /** Digits of the phone number; absent when the person hides it. */
  readonly waId?: string;
  /** Business-scoped user id. */
  readonly userId?: string;
  readonly parentUserId?: string;
  /** Without the leading `@`. */
  readonly username?: string;
  readonly profileName?: string;
  /** The person's security code, where the business asked to be told of changes. */
  readonly identityHash?: string;
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

/** A contact stopped or resumed marketing messages. */
export interface MarketingPreferenceFact {
  readonly kind: 'marketing-preference';
  readonly contact: ContactIdentity;
  readonly allowed: boolean;
  /** As WhatsApp spells it: `stop`, `resume`. */
  readonly value: string;
  readonly category?: string;
  readonly detail?: string;
  readonly at?: number;
}

/** By what a webhook names a template. */
export interface TemplateName {
  readonly id?: string;
  readonly name?: string;
  /** In the API's spelling: `en_US`. */
  readonly language?: string;
  readonly category?: string;
}

/** WhatsApp approved, rejected, paused … a template. */
export interface TemplateStatusFact {
  readonly kind: 'template-status';
  readonly template: TemplateName;
  /** As WhatsApp spells it, e.g. `FLAGGED`. */
  readonly event: string;
  /** The status that a template has after this; absent when the event leaves it as it is. */
  readonly status?: TemplateStatus;
  readonly reason?: string;
  readonly recommendation?: string;
  /** As WhatsApp writes it. */
  readonly disabledOn?: string;
  readonly title?: string;
  readonly description?: string;
}

export interface TemplateQualityFact {
  readonly kind: 'template-quality';
  readonly template: TemplateName;
  readonly previous?: string;
  readonly current: string;
}

/** Somebody edited a template. */
export interface TemplateComponentsFact {
  readonly kind: 'template-components';
  readonly template: TemplateName;
  readonly title?: string;
  readonly body?: string;
  readonly footer?: string;
  readonly buttons?: readonly {
    readonly type?: string;
    readonly text?: string;
    readonly url?: string;
    readonly phoneNumber?: string;
  }[];
}

export interface TemplateCategoryFact {
  readonly kind: 'template-category';
  readonly template: TemplateName;
  readonly previous?: string;
  readonly current?: string;
  /** The category that it will get, while the change is only announced. */
  readonly future?: string;
  readonly changesAt?: number;
}

/** Something about the account or the number that an administrator should know. */
export interface AccountFact {
  readonly kind: 'account';
  /** As WhatsApp names it, e.g. `ACCOUNT_RESTRICTION`, `FLAGGED`. */
  readonly event?: string;
  readonly phoneNumber?: string;
  readonly restrictions?: readonly {
    readonly type?: string;
    readonly expiresAt?: number;
    readonly remediation?: string;
  }[];
  readonly violation?: { readonly type?: string; readonly remediation?: string };
  readonly ban?: { readonly states?: readonly string[]; readonly date?: string };
  /** How many people may be written to first in a day: `TIER_1K`, `TIER_UNLIMITED` … */
  readonly currentLimit?: string;
  readonly previousLimit?: string;
  readonly dailyConversations?: string;
  /** Whatever else WhatsApp told with it. */
  readonly details?: JsonObject;
}

/** A contact was added, changed or removed in the address book of the phone. */
export interface ContactSyncFact {
  readonly kind: 'contact-sync';
  readonly action: 'add' | 'remove';
  readonly contact: ContactIdentity;
  readonly fullName?: string;
  readonly firstName?: string;
  readonly at?: number;
}

/** One member that was added to or removed from a group. */
export interface GroupMember extends ContactIdentity {
  /** As the request named the person. */
  readonly input?: string;
  readonly problems?: readonly WhatsAppProblem[];
}

/** One setting of a group that was to be changed. */
export interface GroupSetting {
  readonly text?: string;
  readonly mimeType?: string;
  readonly sha256?: string;
  readonly done?: boolean;
  readonly problems?: readonly WhatsAppProblem[];
}

/** A group was made, changed, suspended or deleted. */
export interface GroupFact {
  readonly kind: 'group';
  /** As WhatsApp names it, e.g. `group_create`. */
  readonly event: string;
  readonly groupId: string;
  readonly at?: number;
  readonly requestId?: string;
  readonly joinRequestId?: string;
  readonly subject?: string;
  readonly description?: string;
  readonly inviteLink?: string;
  readonly joinApproval?: string;
  readonly reason?: string;
  readonly contact?: ContactIdentity;
  readonly added?: readonly GroupMember[];
  readonly removed?: readonly GroupMember[];
  readonly failed?: readonly GroupMember[];
  readonly newSubject?: GroupSetting;
  readonly newDescription?: GroupSetting;
  readonly newPicture?: GroupSetting;
  readonly problems?: readonly WhatsAppProblem[];
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
