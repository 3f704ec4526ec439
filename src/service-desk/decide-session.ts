import type { CommandOf } from '../protocol/commands.js';
import { ownMessage, ownSession } from './access.js';
import type { AgentConfig } from './config.js';
import { mediaOf, withMedia } from './contents.js';
import { refusal, type DecisionDraft, type Refusal } from './decision-draft.js';

export function decideRead(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'session.read'>,
): Refusal | undefined {
  const { context } = draft;
  const own = ownMessage(context.state, agent, command);
  if (!own.ok) return own.refusal;
  const { session, conversation, record } = own.value;
  const before = session.readUpTo === undefined ? undefined : context.state.messages.get(session.readUpTo);
  const { messages } = conversation;
  const isFurther = !before || messages.placeOf(record.message) > messages.placeOf(before.message);
  if (!isFurther) return undefined;
  draft.keep({ type: 'session.seen', agentId: agent.id, sessionId: command.sessionId, messageId: command.messageId });
  return undefined;
}

export function decideWrapUp(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'session.wrap-up'>,
): Refusal | undefined {
  const { context } = draft;
  const own = ownSession(context.state, agent, command.sessionId);
  if (!own.ok) return own.refusal;
  if (own.value.session.session.phase === 'wrap-up') return undefined;
  const by = { kind: 'agent', agentId: agent.id, name: agent.name } as const;
  draft.toSession(command.sessionId, { type: 'wrap-up.started', by });
  return undefined;
}

export function decideNote(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'session.set-note'>,
): Refusal | undefined {
  const { context } = draft;
  const own = ownSession(context.state, agent, command.sessionId);
  if (!own.ok) return own.refusal;
  draft.toSession(command.sessionId, { type: 'note.set', note: command.note });
  return undefined;
}

export function decideDisposition(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'session.set-disposition'>,
): Refusal | undefined {
  const { context } = draft;
  const own = ownSession(context.state, agent, command.sessionId);
  if (!own.ok) return own.refusal;
  const { dispositions } = context.config;
  const disposition = dispositions.find((one) => one.code === command.code);
  if (!disposition) {
    const known = dispositions.map((one) => one.code).join(', ');
    return refusal('invalid', `code: "${command.code}" is none of the dispositions ${known}.`);
  }
  draft.toSession(command.sessionId, { type: 'disposition.set', disposition });
  return undefined;
}

export function decideDone(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'session.done'>,
): Refusal | undefined {
  const { context } = draft;
  const own = ownSession(context.state, agent, command.sessionId);
  if (!own.ok) return own.refusal;
  if (context.config.dispositionRequired && !own.value.session.session.disposition) {
    return refusal('disposition-missing', 'Set a disposition before the session is done.');
  }
  draft.toSession(command.sessionId, { type: 'session.ended', reason: 'done', at: context.now });
  draft.toAgent(agent.id, { type: 'session.removed', sessionId: command.sessionId, reason: 'done' });
  return undefined;
}

/** Asks for a medium once more that could not be fetched. */
export function decideRefetch(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'media.refetch'>,
): Refusal | undefined {
  const { context } = draft;
  const own = ownMessage(context.state, agent, command);
  if (!own.ok) return own.refusal;
  const { content } = own.value.record.message;
  const media = mediaOf(content);
  if (!media) return refusal('invalid', 'There is no medium in that message.');
  if (media.source.kind !== 'provider' || media.state === 'fetching') return undefined;
  draft.toSession(command.sessionId, {
    type: 'message.media',
    messageId: command.messageId,
    content: withMedia(content, { ...media, state: 'fetching' }),
  });
  return undefined;
}
