import { html, type TemplateResult } from 'lit';
import { singleLine } from '../../domain/display-text.js';
import type { Message } from '../../domain/message.js';
import type { Icon } from '../shared/icon.js';
import { infoIcon, mapPinIcon, pencilIcon, phoneIcon, smileIcon, trash2Icon } from '../shared/icons.js';
import { contentSummary } from './content-summary.js';
import type { MessageContext } from './message-context.js';

const ICONS: Readonly<Record<string, Icon>> = {
  call: phoneIcon,
  reaction: smileIcon,
  edit: pencilIcon,
  revoke: trash2Icon,
  pin: mapPinIcon,
};

/** A line in the middle: what happened, rather than what somebody said. */
export function noticeView(message: Message, context: MessageContext): TemplateResult {
  const icon = ICONS[message.content.kind] ?? infoIcon;
  return html`<p class="notice" data-message=${message.id}>
    ${icon({ size: 'small' })}<span dir="auto">${noticeWords(message, context)}</span>
    <time>${context.time.time(message.originAt)}</time>
  </p>`;
}

/** What a notice says. */
export function noticeWords({ content }: Message, { strings, time }: MessageContext): string {
  const words = strings.transcript;
  if (content.kind === 'call') {
    const duration = content.durationMs === undefined ? '' : time.duration(content.durationMs);
    return words.callLine(
      content.direction !== 'from-business',
      singleLine(content.outcome ?? content.event, 60),
      duration,
    );
  }
  if (content.kind === 'system')
    return words.systemChanges[content.change] ?? singleLine(content.body ?? content.change, 240);
  return contentSummary(content, strings);
}
