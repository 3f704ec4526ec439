import type { JsonObject, TemplateStatus, WhatsAppProblem } from '../domain/index.js';
import type { ContactIdentity } from './identity.js';

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
  /** WhatsApp's code of the reason, e.g. `INVALID_FORMAT`. */
  readonly reason?: string;
  /** The same in a sentence. */
  readonly explanation?: string;
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
