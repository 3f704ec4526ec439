import { isEmoji } from '../domain/emoji.js';
import type { Content, Quote } from '../domain/message.js';
import { serviceWindowPhase, type ServiceWindowPhase } from '../domain/service-window.js';
import type { TemplateDefinition, TemplateMessage } from '../domain/template.js';
import type { CommandOf } from '../protocol/commands.js';
import { canSeeMedia, messageIn, ownMessage, ownSession, type OwnSession } from './access.js';
import { checkContent } from './checks/content-check.js';
import type { ContentProblem } from './checks/problem.js';
import { checkTemplate } from './checks/template-check.js';
import { capabilitiesFor, channelOf, type AgentConfig } from './config.js';
import { storedMediaIn } from './contents.js';
import { refusal, type DecisionContext, type DecisionDraft, type Refusal } from './decision-draft.js';
import { noteHeard } from './decide-delivery.js';
import { messageByProviderId } from './state.js';

type Send = CommandOf<'message.send'>;

function refusalOf({ code, message }: ContentProblem): Refusal {
  return refusal(code, message);
}

/** The template as this desk knows it: what the agent's browser says about it is not trusted. */
function definitionOf(
  templates: readonly TemplateDefinition[],
  { name, language }: TemplateMessage,
): TemplateDefinition | undefined {
  return templates.find((one) => one.name === name && one.language === language);
}

function checkTemplateMessage(
  context: DecisionContext,
  own: OwnSession,
  template: TemplateMessage,
): Refusal | undefined {
  const { channel, contact } = own.session.session;
  const templates = channelOf(context.config, channel.id)?.templates;
  if (!templates) return undefined;
  const definition = definitionOf(templates, template);
  if (!definition) {
    return refusal('not-found', `There is no template ${template.name} in ${template.language} on this channel.`);
  }
  if (definition.category === 'marketing' && contact.marketingAllowed === false) {
    return refusal('not-allowed', 'The contact has stopped marketing messages.');
  }
  const problem = checkTemplate(definition, template);
  return problem && refusalOf(problem);
}

/** The content as it goes into the log: a template carries its own definition, so that its whole text can be shown. */
function completed(context: DecisionContext, own: OwnSession, content: Content): Content {
  if (content.kind !== 'template') return content;
  const templates = channelOf(context.config, own.session.session.channel.id)?.templates ?? [];
  const definition = definitionOf(templates, content.template) ?? content.template.definition;
  return { kind: 'template', template: { ...content.template, ...(definition ? { definition } : {}) } };
}

function windowPhase(context: DecisionContext, own: OwnSession): ServiceWindowPhase {
  return serviceWindowPhase(own.session.session.window, context.now);
}

function checkResend(context: DecisionContext, own: OwnSession, resendOf: string | undefined): Refusal | undefined {
  if (resendOf === undefined) return undefined;
  const old = messageIn(context.state, own, resendOf);
  if (!old.ok) return old.refusal;
  const status = old.value.message.delivery?.status;
  if (status === 'failed' || status === 'unknown') return undefined;
  return refusal(
    'invalid',
    `resendOf: that message is ${status ?? 'not ours'}; only failed and unknown ones are sent again.`,
  );
}

function checkStoredMedia(context: DecisionContext, agent: AgentConfig, content: Content): Refusal | undefined {
  const { state } = context;
  const foreign = storedMediaIn(content).find((id) => state.mediaUses.has(id) && !canSeeMedia(state, agent.id, id));
  return foreign === undefined
    ? undefined
    : refusal('not-yours', `The medium ${foreign} belongs to another conversation.`);
}

/** Both names of the quoted message, where it is known. */
function completedQuote(context: DecisionContext, own: OwnSession, quote: Quote): Quote | Refusal {
  const { state } = context;
  const named =
    quote.messageId === undefined && quote.providerId !== undefined
      ? messageByProviderId(state, own.conversation.channelId, quote.providerId)?.message.id
      : quote.messageId;
  if (named === undefined) return refusal('invalid', 'quote: name the message by messageId or providerId.');
  const quoted = messageIn(state, own, named);
  if (!quoted.ok) return quoted.refusal;
  const { id, providerId } = quoted.value.message;
  return { messageId: id, ...(providerId === undefined ? {} : { providerId }) };
}

function isRefusal(value: object | undefined): value is Refusal {
  return value !== undefined && 'type' in value && value.type === 'refused';
}

function objection(context: DecisionContext, agent: AgentConfig, own: OwnSession, command: Send): Refusal | undefined {
  const content = completed(context, own, command.content);
  const { phase } = own.session.session;
  const rules = { ...capabilitiesFor(context.config, agent), phase, window: windowPhase(context, own) };
  const problem = checkContent(content, rules);
  if (problem) return refusalOf(problem);
  return (
    (content.kind === 'template' ? checkTemplateMessage(context, own, content.template) : undefined) ??
    checkStoredMedia(context, agent, content) ??
    checkResend(context, own, command.resendOf)
  );
}

interface Accepted {
  readonly agent: AgentConfig;
  readonly own: OwnSession;
  readonly command: Send;
  readonly quote: Quote | undefined;
}

function addMessage(draft: DecisionDraft, { agent, own, command, quote }: Accepted): void {
  const { context } = draft;
  const { now } = context;
  const { session } = own.session;
  // An answer never sorts before what it answers, whatever the clocks say.
  const originAt = Math.max(now, own.conversation.messages.last()?.message.originAt ?? 0);
  draft.toSession(session.id, {
    type: 'message.added',
    message: {
      id: command.id,
      sessionId: session.id,
      channelId: session.channel.id,
      author: { kind: 'agent', agentId: agent.id, name: agent.name },
      content: completed(context, own, command.content),
      originAt,
      arrivedAt: now,
      seq: draft.nextSeqOf(session.id),
      delivery: { status: 'queued', at: now },
      ...(quote ? { quote } : {}),
      ...(command.resendOf === undefined ? {} : { resendOf: command.resendOf }),
    },
  });
}

export function decideSend(draft: DecisionDraft, agent: AgentConfig, command: Send): Refusal | undefined {
  const { context } = draft;
  if (context.state.messages.has(command.id)) {
    return refusal('id-reused', `There is another message with the id ${command.id}.`);
  }
  const own = ownSession(context.state, agent, command.sessionId, ['engaged']);
  if (!own.ok) return own.refusal;
  const objected = objection(context, agent, own.value, command);
  if (objected) return objected;
  const quote = command.quote && completedQuote(context, own.value, command.quote);
  if (isRefusal(quote)) return quote;
  addMessage(draft, { agent, own: own.value, command, quote });
  return undefined;
}

export function decideReact(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'message.react'>,
): Refusal | undefined {
  const { context } = draft;
  if (command.emoji !== '' && !isEmoji(command.emoji)) {
    return refusal('invalid', 'emoji: one emoji, or empty to take the reaction away.');
  }
  const own = ownSession(context.state, agent, command.sessionId, ['engaged']);
  if (!own.ok) return own.refusal;
  if (!context.config.features.includes('reactions')) {
    return refusal('not-supported', 'Reactions are not available here.');
  }
  if (windowPhase(context, own.value) === 'closed') {
    return refusal('window-closed', 'The service window is closed: a reaction cannot be sent now.');
  }
  const target = messageIn(context.state, own.value, command.messageId);
  if (!target.ok) return target.refusal;
  if (target.value.message.providerId === undefined) {
    return refusal('wrong-phase', 'WhatsApp does not have that message yet.', true);
  }
  draft.toSession(command.sessionId, {
    type: 'message.reacted',
    messageId: command.messageId,
    reaction: {
      author: { kind: 'agent', agentId: agent.id, name: agent.name },
      emoji: command.emoji,
      at: context.now,
    },
  });
  return undefined;
}

/** The agent looked at a message whose outcome is unknown and decided that it arrived. */
export function decideSettle(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'message.settle'>,
): Refusal | undefined {
  const { context } = draft;
  const own = ownMessage(context.state, agent, command);
  if (!own.ok) return own.refusal;
  const { message } = own.value.record;
  if (message.delivery?.settledByAgent) return undefined;
  if (message.delivery?.status !== 'unknown') {
    return refusal('wrong-phase', `The outcome of that message is known: ${message.delivery?.status ?? 'inbound'}.`);
  }
  noteHeard(draft, message, { status: 'accepted', at: context.now, settledByAgent: true });
  return undefined;
}
