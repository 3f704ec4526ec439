import type { Message } from '../../domain/message.js';
import type { TranscriptStrings } from '../../i18n/transcript-strings.js';
import { checkCheckIcon, checkIcon, circleAlertIcon, circleQuestionMarkIcon, clock3Icon } from '../shared/icons.js';
import type { Icon } from '../shared/icon.js';

/** How far a message has come, as the agent sees it. */
export type DeliveryLook = keyof TranscriptStrings['delivery'];

/** The look of a message's delivery; nothing for what others wrote. */
export function deliveryLook({ delivery, author }: Message): DeliveryLook | undefined {
  if (!delivery || author.kind === 'contact') return undefined;
  switch (delivery.status) {
    case 'queued':
      return 'queued';
    case 'sending':
    case 'accepted':
      return 'sending';
    default:
      return delivery.status;
  }
}

/** One icon a state; read and played look alike, and their words tell them apart. */
export const DELIVERY_ICONS: Readonly<Record<DeliveryLook, Icon>> = {
  queued: clock3Icon,
  sending: clock3Icon,
  sent: checkIcon,
  delivered: checkCheckIcon,
  read: checkCheckIcon,
  played: checkCheckIcon,
  failed: circleAlertIcon,
  unknown: circleQuestionMarkIcon,
};
