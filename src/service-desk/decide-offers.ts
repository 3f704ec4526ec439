import type { CommandOf } from '../protocol/commands.js';
import type { ChannelPresence } from '../protocol/events.js';
import { capabilitiesFor, type AgentConfig } from './config.js';
import { refusal, type DecisionDraft, type Refusal } from './decision-draft.js';
import { presenceOf } from './presence.js';
import type { DeskState, OfferState } from './state.js';

function hasAccepted(state: DeskState, agentId: string, offerId: string): boolean {
  const mine = state.agents.get(agentId)?.sessionIds ?? [];
  return [...mine].some((id) => state.sessions.get(id)?.acceptedOfferId === offerId);
}

const gone = (offerId: string) =>
  refusal('offer-gone', `Offer ${offerId} does not stand any more: it expired, was withdrawn or was taken.`);

export function decideAccept(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'offer.accept'>,
): Refusal | undefined {
  const { context } = draft;
  const { state, config, now } = context;
  const stands = state.offers.get(command.offerId);
  if (!stands) return hasAccepted(state, agent.id, command.offerId) ? undefined : gone(command.offerId);
  if (stands.agentId !== agent.id) return refusal('not-yours', 'This offer was made to another agent.');
  const offered = state.sessions.get(stands.offer.session.id);
  if (!offered || now >= stands.offer.expiresAt) return gone(command.offerId);
  const held = state.agents.get(agent.id)?.sessionIds.size ?? 0;
  if (held >= agent.capacity) {
    return refusal('at-capacity', `The agent holds ${held} of ${agent.capacity} sessions. Finish one first.`, true);
  }
  const who = { id: agent.id, name: agent.name };
  draft.toAgent(agent.id, {
    type: 'session.assigned',
    session: { ...offered.session, phase: 'engaged', agents: [who] },
    capabilities: capabilitiesFor(config, agent),
  });
  draft.toSession(offered.session.id, { type: 'agent.joined', agent: who });
  return undefined;
}

/** Takes an offer away from an agent and puts its session back into the queue. */
function withdraw(
  draft: DecisionDraft,
  { offer, agentId }: OfferState,
  reason: 'timeout' | 'rejected' | 'cancelled',
): void {
  const { config, now } = draft.context;
  const sessionId = offer.session.id;
  draft.toAgent(agentId, { type: 'offer.withdrawn', offerId: offer.id, sessionId, reason });
  const passOver = { passedBy: agentId, passOverUntil: now + config.offerAgainAfterMs };
  draft.keep({ type: 'session.queued', sessionId, ...(reason === 'cancelled' ? {} : passOver) });
}

export function decideReject(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'offer.reject'>,
): Refusal | undefined {
  const { context } = draft;
  const stands = context.state.offers.get(command.offerId);
  if (!stands) return gone(command.offerId);
  if (stands.agentId !== agent.id) return refusal('not-yours', 'This offer was made to another agent.');
  withdraw(draft, stands, 'rejected');
  return undefined;
}

function samePresence(a: readonly ChannelPresence[], b: readonly ChannelPresence[]): boolean {
  return a.every((one, index) => {
    const other = b[index];
    return other?.ready === one.ready && other.reason === one.reason;
  });
}

/** Notes a presence, and takes away the offers of channels for which the agent is not ready any more. */
function becomes(draft: DecisionDraft, agentId: string, channels: readonly ChannelPresence[]): void {
  const { state } = draft.context;
  draft.toAgent(agentId, { type: 'presence.changed', presence: { channels } });
  const unready = new Set(channels.filter((channel) => !channel.ready).map((channel) => channel.channelId));
  for (const offerId of state.agents.get(agentId)?.offerIds ?? []) {
    const stands = state.offers.get(offerId);
    if (stands && unready.has(stands.offer.session.channel.id)) withdraw(draft, stands, 'cancelled');
  }
}

export function decidePresence(
  draft: DecisionDraft,
  agent: AgentConfig,
  command: CommandOf<'presence.set'>,
): Refusal | undefined {
  const { context } = draft;
  const { state, config } = context;
  const { ready, reason, channelId } = command;
  if (channelId !== undefined && !agent.channelIds.includes(channelId)) {
    return refusal('not-found', `The agent does not serve a channel ${channelId}.`);
  }
  if (reason !== undefined && !config.notReadyReasons.includes(reason)) {
    return refusal('invalid', `reason: "${reason}" is none of ${config.notReadyReasons.join(', ')}.`);
  }
  const before = presenceOf(config, agent, state.agents.get(agent.id));
  const after = before.map((channel): ChannelPresence => {
    if (channelId !== undefined && channel.channelId !== channelId) return channel;
    const { channelId: id, channelName } = channel;
    return { channelId: id, channelName, ready, ...(ready || reason === undefined ? {} : { reason }) };
  });
  if (!samePresence(before, after)) becomes(draft, agent.id, after);
  return undefined;
}

/** An agent whose connection is gone for good gets no more offers; its sessions stay (SPEC K2). */
export function decideAgentGone(draft: DecisionDraft, agentId: string): void {
  const { context } = draft;
  const known = context.state.agents.get(agentId);
  const channels = [...(known?.presence.values() ?? [])];
  if (!channels.some((channel) => channel.ready)) return;
  const unready = channels.map(({ channelId, channelName }) => ({ channelId, channelName, ready: false }));
  becomes(draft, agentId, unready);
}

/** Offers that nobody answered go back to the queue, and from there to somebody else. */
export function decideTick(draft: DecisionDraft): void {
  const { context } = draft;
  for (const stands of context.state.offers.values()) {
    if (context.now >= stands.offer.expiresAt) withdraw(draft, stands, 'timeout');
  }
}
