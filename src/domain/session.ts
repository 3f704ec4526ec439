import type { Contact } from './contact.js';
import type { MediaKind } from './attachment.js';
import type { ServiceWindow } from './service-window.js';

/** One business number, as agents know it. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  /** `+` and digits. */
  readonly phoneNumber?: string;
}

export interface Agent {
  readonly id: string;
  readonly name: string;
}

/** How a session came about. */
export type SessionOrigin = 'contact' | 'outbound' | 'transfer' | 'conference' | 'returned';

export type SessionPhase = 'queued' | 'offered' | 'engaged' | 'wrap-up' | 'ended';

/** Every reason why a session is not, or no longer, on an agent's desk. */
export const SESSION_END_REASONS = [
  'done',
  'rejected',
  'missed',
  'taken',
  'cancelled',
  'contact-left',
  'transferred',
  'parked',
  'taken-over',
  'failed',
] as const;

/** Why a session is not, or no longer, on this agent's desk. */
export type SessionEndReason = (typeof SESSION_END_REASONS)[number];

export interface Disposition {
  readonly code: string;
  readonly label: string;
}

/** One unit of work between a contact and the agents on one channel, apart from its messages. */
export interface Session {
  readonly id: string;
  readonly channel: Channel;
  readonly contact: Contact;
  readonly origin: SessionOrigin;
  readonly phase: SessionPhase;
  readonly startedAt: number;
  readonly endedAt?: number;
  readonly endReason?: SessionEndReason;
  readonly agents: readonly Agent[];
  readonly window: ServiceWindow;
  /** When the first message arrived that nobody has answered yet (SPEC F1). */
  readonly pendingSince?: number;
  readonly caseData: Readonly<Record<string, string>>;
  readonly note?: string;
  readonly disposition?: Disposition;
}

/** An invitation to take a session (SPEC A). */
export interface Offer {
  readonly id: string;
  readonly session: Session;
  readonly madeAt: number;
  readonly expiresAt: number;
  /** The last words of the contact, for the toast. */
  readonly preview?: string;
}

export type OfferWithdrawal = 'timeout' | 'taken' | 'contact-left' | 'cancelled' | 'rejected';

/** What an agent may do in a session, beyond what the transport can do at all. */
export type PermissionName =
  | 'canUse'
  | 'canSendFiles'
  | 'canChangeAttachmentsInNotification'
  | 'canChangeAttachmentsInReplyButton'
  | 'canCreateNewSessionFromOtherMedia';

/** Everything that a transport may be able to do. */
export const FEATURE_NAMES = [
  'history',
  'search',
  'templates',
  'reactions',
  'replies',
  'forwarding',
  'typing',
  'interactive',
  'locations',
  'attachments',
  'dispositions',
  'transfer',
  'conference',
  'consult',
  'workbin',
  'responses',
  'outbound',
] as const;

export type FeatureName = (typeof FEATURE_NAMES)[number];

/** The limits that hold for what is sent, as the server states them. */
export interface SendLimits {
  readonly textBytes: number;
  readonly textCharacters: number;
  readonly captionCharacters: number;
  readonly media: Readonly<Record<MediaKind, { readonly bytes: number; readonly mimeTypes: readonly string[] }>>;
}

/** What exists and is allowed in one session; pushed whole on every change, the highest `version` wins. */
export interface Capabilities {
  readonly version: number;
  readonly features: readonly FeatureName[];
  readonly permissions: readonly PermissionName[];
  readonly limits: SendLimits;
  readonly dispositions: readonly Disposition[];
  readonly dispositionRequired: boolean;
}

/** WhatsApp's own limits (Cloud API, media and messages reference); bytes. */
export const WHATSAPP_LIMITS: SendLimits = {
  textBytes: 4096,
  textCharacters: 4096,
  captionCharacters: 1024,
  media: {
    image: { bytes: 5 * 1024 * 1024, mimeTypes: ['image/jpeg', 'image/png'] },
    video: { bytes: 16 * 1024 * 1024, mimeTypes: ['video/mp4', 'video/3gpp'] },
    audio: { bytes: 16 * 1024 * 1024, mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'] },
    document: {
      bytes: 100 * 1024 * 1024,
      mimeTypes: [
        'text/plain',
        'application/pdf',
        'application/msword',
        'application/vnd.ms-excel',
        'application/vnd.ms-powerpoint',
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.openxmlformats-officedocument.presentationml.presentation',
      ],
    },
    sticker: { bytes: 500 * 1024, mimeTypes: ['image/webp'] },
  },
};
