import type { ContentKind, Message } from '../../domain/message.js';

const NOTICES: ReadonlySet<ContentKind> = new Set(['system', 'welcome', 'call', 'reaction', 'edit', 'revoke', 'pin']);

/** Is this a line in the middle rather than somebody's bubble? */
export function isNotice(message: Message): boolean {
  return message.author.kind === 'system' || NOTICES.has(message.content.kind);
}
