import type { MediaRef } from '../domain/attachment.js';
import type { DeliveryStatus } from '../domain/delivery.js';
import type { WhatsAppProblem } from '../domain/errors.js';
import type { Content, Message, Quote } from '../domain/message.js';
import type { Command, Outcome } from '../protocol/commands.js';
import type { LogEnvelope } from './log.js';

/** What a webhook says about a person; the desk finds or makes the contact by `userId`, else by `phoneNumber`. */
export interface ContactFacts {
  /** Business-scoped user id. */
  readonly userId?: string;
  readonly parentUserId?: string;
  /** `+` and digits. */
  readonly phoneNumber?: string;
  readonly profileName?: string;
  readonly username?: string;
  /** Ids that the person had before (WhatsApp: `user_changed_number`, `user_changed_user_id`). */
  readonly previousUserId?: string;
  readonly previousPhoneNumber?: string;
}

/**
 * A message that came through WhatsApp. Reactions, edits and deletions are contents too (`reaction`, `edit`, `revoke`): they
 * are put on their target where the desk has it.
 */
export interface InboundMessage {
  readonly providerId: string;
  readonly content: Content;
  /** Epoch milliseconds of WhatsApp's time stamp. */
  readonly originAt: number;
  /** Who wrote it when it was not the contact: staff in the phone app, or WhatsApp itself. */
  readonly author?: { readonly kind: 'phone-app' } | { readonly kind: 'system' };
  /** Names the quoted message by WhatsApp's id. */
  readonly quote?: Quote;
  readonly forwarded?: Message['forwarded'];
  readonly referral?: Message['referral'];
  readonly product?: Message['product'];
  readonly groupId?: string;
  readonly problems?: readonly WhatsAppProblem[];
}

/** What WhatsApp answered to a send, by the table of what may be repeated. */
export type SendResult =
  | { readonly type: 'accepted'; readonly providerId: string; readonly held?: 'quality' | 'paused' }
  | { readonly type: 'failed'; readonly problem: WhatsAppProblem }
  /** Nobody can know whether WhatsApp took it. It is never sent again automatically. */
  | { readonly type: 'unknown' }
  /** WhatsApp certainly did not take it and asks to wait. */
  | { readonly type: 'retry'; readonly afterMs: number };

/** Everything that can happen to a service desk. */
export type Input =
  | { readonly type: 'command'; readonly agentId: string; readonly command: Command }
  | {
      readonly type: 'inbound.message';
      readonly channelId: string;
      readonly contact: ContactFacts;
      readonly message: InboundMessage;
      /** Attached data to add to the session's case data. */
      readonly caseData?: Readonly<Record<string, string>>;
    }
  /** A status webhook; `messageId` is the id that was sent along and came back, where it did. */
  | {
      readonly type: 'inbound.status';
      readonly channelId: string;
      readonly providerId: string;
      readonly messageId?: string;
      readonly status: Extract<DeliveryStatus, 'sent' | 'delivered' | 'read' | 'played' | 'failed'>;
      /** Epoch milliseconds. */
      readonly at: number;
      readonly problem?: WhatsAppProblem;
    }
  | {
      readonly type: 'contact.marketing';
      readonly contact: ContactFacts;
      readonly allowed: boolean;
    }
  | { readonly type: 'media.stored'; readonly messageId: string; readonly media: MediaRef }
  | {
      readonly type: 'media.failed';
      readonly messageId: string;
      readonly state: 'failed' | 'expired';
    }
  /** To be logged before the first byte of a send is written. */
  | { readonly type: 'send.started'; readonly messageId: string }
  | { readonly type: 'send.result'; readonly messageId: string; readonly result: SendResult }
  /** `refused`: WhatsApp did not take it and never will. */
  | { readonly type: 'errand.finished'; readonly errandId: string; readonly refused?: boolean }
  /** The agent's last connection has been gone for too long. */
  | { readonly type: 'agent.gone'; readonly agentId: string }
  /** The process that sends was started anew: what was being sent then has an unknown outcome. */
  | { readonly type: 'restarted' }
  /** Time has passed: offers expire, waiting sessions are offered again. */
  | { readonly type: 'tick' };

/** What an input is decided with: the only clock and the only source of ids. */
export interface Surroundings {
  /** Epoch milliseconds. */
  readonly now: number;
  newId(): string;
}

/** What an input comes to. Refused commands, repeats and news of nothing have no events. */
export interface Decision {
  readonly events: readonly LogEnvelope[];
  readonly outcome: Outcome;
}

/** An event and the agents whose desks hear it. */
export interface Emission {
  readonly envelope: LogEnvelope;
  readonly to: readonly string[];
}
