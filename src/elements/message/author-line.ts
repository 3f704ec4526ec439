import { html, nothing, type TemplateResult } from 'lit';
import type { Message } from '../../domain/message.js';
import { displayName } from '../../domain/display-text.js';
import { lockIcon, smartphoneIcon, usersIcon, workflowIcon } from '../shared/icons.js';
import type { MessageContext } from './message-context.js';

/** Who wrote a message, safe to show. */
export function authorName({ author }: Message, context: MessageContext): string {
  const words = context.strings.transcript;
  switch (author.kind) {
    case 'contact':
      return displayName(author.name, context.contactName);
    case 'agent':
      return displayName(author.name, words.unnamedAgent);
    case 'automation':
      return displayName(author.name, words.automation);
    case 'phone-app':
      return words.phoneApp;
    case 'system':
      return words.system;
  }
}

/** The line with the sender's name at the top of a group; whose it is comes from the server, never from the name. */
export function authorLine(message: Message, context: MessageContext): TemplateResult {
  const words = context.strings.transcript;
  const own = message.author.kind === 'agent' && message.author.agentId === context.agentId;
  const note = message.internal ? words.internalNote : own ? words.you : nothing;
  return html`<div class="author">
    ${signOf(message, words.inGroup)}<bdi>${authorName(
      message,
      context,
    )}</bdi>${note === nothing ? nothing : html`<small>${note}</small>`}
  </div>`;
}

/** What sets the sender apart: the team's own note, a group, the phone, a machine. */
function signOf({ internal, groupId, author }: Message, inGroup: string): TemplateResult | typeof nothing {
  if (internal) return lockIcon({ size: 'small' });
  if (groupId !== undefined) return usersIcon({ size: 'small', label: inGroup });
  if (author.kind === 'phone-app') return smartphoneIcon({ size: 'small' });
  return author.kind === 'automation' ? workflowIcon({ size: 'small' }) : nothing;
}
