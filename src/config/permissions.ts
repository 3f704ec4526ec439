import type { PermissionName } from '../domain/session.js';

/** One permission of a role (SPEC L2). */
export interface PermissionRow {
  readonly permission: PermissionName;
  /** The name under which the role privileges of the agent desktop list it. */
  readonly privilege: string;
  /** What it allows, in one sentence. */
  readonly meaning: string;
}

/** Every permission, with what it allows. */
export const PERMISSIONS: readonly PermissionRow[] = [
  {
    permission: 'canUse',
    privilege: 'InteractionWorkspace.WhatsApp.canUse',
    meaning: 'Use WhatsApp at all: without it no session is offered and no element shows.',
  },
  {
    permission: 'canSendFiles',
    privilege: 'InteractionWorkspace.WhatsApp.canSendFiles',
    meaning: 'Send pictures, videos, sounds and documents.',
  },
  {
    permission: 'canChangeAttachmentsInNotification',
    privilege: 'InteractionWorkspace.WhatsApp.canChangeAttachmentsInNotification',
    meaning: 'Replace the picture, video or document at the top of a notification.',
  },
  {
    permission: 'canChangeAttachmentsInReplyButton',
    privilege: 'InteractionWorkspace.WhatsApp.canChangeAttachmentsInReplyButton',
    meaning: 'Replace the picture, video or document at the top of a message with reply buttons.',
  },
  {
    permission: 'canCreateNewSessionFromOtherMedia',
    privilege: 'InteractionWorkspace.WhatsApp.canCreateNewSessionFromOtherMedia',
    meaning: 'Start a WhatsApp session from a session on another channel, such as a call.',
  },
];
