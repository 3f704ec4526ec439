import type { Author, Content, Message } from '../domain/message.js';
import type { DecisionDraft } from './decision-draft.js';
import { homeIdOf, pairKey } from './state.js';

/** What a contact, or staff in the phone app, did to a message that was there before. */
export type ChangeContent = Extract<Content, { kind: 'reaction' | 'edit' | 'revoke' }>;

export function isChange(content: Content): content is ChangeContent {
  return content.kind === 'reaction' || content.kind === 'edit' || content.kind === 'revoke';
}

/** Who did it, and when (epoch milliseconds of WhatsApp's time stamp). */
interface Deed {
  readonly author: Author;
  readonly originAt: number;
}

/** Is this older than what its target already shows? WhatsApp gives no order. */
export function isStale(target: Message, change: ChangeContent, { author, originAt }: Deed): boolean {
  if (change.kind === 'revoke') return target.revokedAt !== undefined;
  if (change.kind === 'edit') return (target.editedAt ?? 0) > originAt;
  const isOfSameSide = (other: Author) => (other.kind === 'contact') === (author.kind === 'contact');
  return (target.reactions ?? []).some((other) => isOfSameSide(other.author) && other.at > originAt);
}

/** Puts a reaction, an edit or a deletion on its message, in the stream of session `homeId`. */
export function putChange(
  draft: DecisionDraft,
  homeId: string,
  messageId: string,
  change: ChangeContent,
  { author, originAt: at }: Deed,
): void {
  if (change.kind === 'reaction') {
    draft.toSession(homeId, { type: 'message.reacted', messageId, reaction: { author, emoji: change.emoji, at } });
  } else if (change.kind === 'edit') {
    draft.toSession(homeId, { type: 'message.edited', messageId, content: change.content, at });
  } else {
    draft.toSession(homeId, { type: 'message.revoked', messageId, at });
  }
}

/** Puts on a message what came before it, or before WhatsApp's id of it was known. */
export function putEarlyChanges(draft: DecisionDraft, message: Message, providerId: string): void {
  const { state } = draft.context;
  const ids = state.earlyChanges.get(pairKey(message.channelId, providerId)) ?? [];
  const early = ids.map((id) => state.messages.get(id)?.message).filter((found) => found !== undefined);
  for (const change of early.sort((a, b) => a.originAt - b.originAt)) {
    if (isChange(change.content)) putChange(draft, homeIdOf(state, message), message.id, change.content, change);
  }
}
