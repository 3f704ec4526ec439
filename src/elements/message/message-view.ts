import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { isNotice } from './notice-kinds.js';
import { authorLine } from './author-line.js';
import { bodyOf } from './bodies.js';
import { deliveryLine } from './delivery-line.js';
import type { MessageContext, MessagePlace } from './message-context.js';
import { metaLine } from './meta-line.js';
import { noticeView } from './notice-view.js';
import { originLines } from './origin-lines.js';
import { quoteView } from './quote-view.js';
import { reactionsView } from './reactions-view.js';

/** Where a message stands and whose it is, as the name of a class. */
function sideOf({ author, internal }: Message, context: MessageContext): string {
  if (internal) return 'internal';
  if (author.kind === 'contact') return 'contact';
  return author.kind === 'agent' && author.agentId !== context.agentId ? 'colleague' : 'agent';
}

/** The whole look of a message: its bubble or its line, with everything that belongs to it. Looks: `messageStyles`, and those of late parts. */
export function renderMessage(message: Message, context: MessageContext, place: MessagePlace): TemplateResult {
  if (isNotice(message)) return noticeView(message, context);
  const { form, view } = bodyOf(message, context, metaLine(message, context, place));
  const classes = `message ${sideOf(message, context)} ${place.startsGroup ? 'first' : 'next'} ${place.fresh ? 'fresh' : ''}`;
  return html`<div class=${classes} data-message=${message.id}>
    <div class="bubble ${form}" part="message">
      ${place.startsGroup ? authorLine(message, context) : nothing}${originLines(message, context)}${quoteView(message, context)}${view}
    </div>
    ${reactionsView(message, context)}${deliveryLine(message, context)}
  </div>`;
}
