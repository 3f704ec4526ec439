import { html, type TemplateResult } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import type { Content, Message } from '../../domain/message.js';
import { formatPhoneNumber } from '../../domain/phone-number.js';
import type { Icon } from '../shared/icon.js';
import {
  infoIcon,
  messageCirclePlusIcon,
  pencilIcon,
  phoneIcon,
  phoneMissedIcon,
  phoneOffIcon,
  pinIcon,
  shieldIcon,
  smartphoneIcon,
  smileIcon,
  trash2Icon,
} from '../shared/icons.js';
import { contentSummary } from './content-summary.js';
import type { MessageContext } from './message-context.js';
import { own } from './own.js';

type Call = Extract<Content, { kind: 'call' }>;

const ICONS: Readonly<Record<string, Icon>> = {
  reaction: smileIcon,
  edit: pencilIcon,
  revoke: trash2Icon,
  pin: pinIcon,
  welcome: messageCirclePlusIcon,
  user_changed_number: smartphoneIcon,
  customer_changed_number: smartphoneIcon,
  customer_identity_changed: shieldIcon,
};

/** A line in the middle: what happened, rather than what somebody said. */
export function noticeView(message: Message, context: MessageContext): TemplateResult {
  return html`<p class="notice" data-message=${message.id}>
    ${iconOf(message.content)({ size: 'small' })}<span dir="auto">${noticeWords(message, context)}</span>
    <time>${context.time.time(message.originAt)}</time>
  </p>`;
}

function iconOf(content: Content): Icon {
  if (content.kind === 'call') return callIcon(content);
  return own(ICONS, content.kind === 'system' ? content.change : content.kind) ?? infoIcon;
}

function callIcon(call: Call): Icon {
  const outcome = outcomeOf(call);
  if (/reject/.test(outcome)) return phoneOffIcon;
  return /fail|miss|no_answer/.test(outcome) ? phoneMissedIcon : phoneIcon;
}

function outcomeOf({ outcome, event }: Call): string {
  return (outcome ?? event).toLowerCase();
}

/** What a notice says. */
export function noticeWords({ content }: Message, context: MessageContext): string {
  if (content.kind === 'call') return callWords(content, context);
  if (content.kind === 'system') return systemWords(content, context);
  return contentSummary(content, context.strings);
}

function callWords(call: Call, { strings, time }: MessageContext): string {
  const words = strings.transcript;
  const outcome = outcomeOf(call);
  return words.callLine(
    call.direction !== 'from-business',
    own(words.callOutcomes, outcome) ?? singleLine(outcome, 60),
    call.durationMs === undefined ? '' : time.duration(call.durationMs),
  );
}

function systemWords(system: Extract<Content, { kind: 'system' }>, { strings }: MessageContext): string {
  const { change, body, phoneNumber, previousPhoneNumber } = system;
  const words = strings.transcript;
  if (phoneNumber !== undefined)
    return words.changedNumber(
      previousPhoneNumber === undefined ? '' : formatPhoneNumber(previousPhoneNumber),
      formatPhoneNumber(phoneNumber),
    );
  return own(words.systemChanges, change) ?? singleLine(body ?? change, 240);
}
