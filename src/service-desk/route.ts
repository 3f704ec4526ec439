import type { AgentConfig } from './config.js';
import { previewOf } from './contents.js';
import { DecisionDraft, type DecisionContext } from './decision-draft.js';
import type { LogEnvelope } from './log.js';
import type { DeskState, SessionState } from './state.js';

/** How many sessions and offers an agent has, and since when it waits, while offers are being dealt out. */
interface Candidate {
  readonly agent: AgentConfig;
  load: number;
  idleSince: number;
}

function candidates({ state, config }: DecisionContext): Candidate[] {
  return config.agents
    .filter((agent) => agent.permissions.includes('canUse'))
    .filter((agent) => [...(state.agents.get(agent.id)?.presence.values() ?? [])].some((channel) => channel.ready))
    .map((agent) => {
      const known = state.agents.get(agent.id);
      const load = (known?.sessionIds.size ?? 0) + (known?.offerIds.size ?? 0);
      return { agent, load, idleSince: known?.idleSince ?? 0 };
    })
    .filter(({ agent, load }) => load < agent.capacity);
}

function mayHave({ state, now }: DecisionContext, { agent, load }: Candidate, waiting: SessionState): boolean {
  const channelId = waiting.session.channel.id;
  const passedOverUntil = waiting.passedOver.get(agent.id) ?? 0;
  return (
    load < agent.capacity &&
    agent.channelIds.includes(channelId) &&
    state.agents.get(agent.id)?.presence.get(channelId)?.ready === true &&
    passedOverUntil <= now
  );
}

function longestIdle(found: readonly Candidate[]): Candidate | undefined {
  return found.reduce<Candidate | undefined>(
    (best, one) => (best && best.idleSince <= one.idleSince ? best : one),
    undefined,
  );
}

/** The last words of the contact in a session. */
function lastWords(waiting: SessionState): string | undefined {
  for (let index = waiting.messages.size - 1; index >= 0; index -= 1) {
    const message = waiting.messages.at(index)!.message;
    if (message.author.kind === 'contact') return previewOf(message.content);
  }
  return undefined;
}

function offerTo(draft: DecisionDraft, agentId: string, waiting: SessionState): void {
  const { context } = draft;
  const preview = lastWords(waiting);
  draft.toAgent(agentId, {
    type: 'offer.made',
    offer: {
      id: context.newId(),
      session: { ...waiting.session, phase: 'offered' },
      madeAt: context.now,
      expiresAt: context.now + context.config.offerTimeoutMs,
      ...(preview === undefined ? {} : { preview }),
    },
  });
}

function sessionsInQueues(state: DeskState): SessionState[] {
  const waiting = [...state.queues.values()].flat().map((id) => state.sessions.get(id));
  return waiting.filter((session) => session !== undefined).sort((a, b) => a.session.startedAt - b.session.startedAt);
}

/**
 * Offers each waiting session, the longest waiting first, to the ready agent who has waited longest for work and has room for
 * it; one who let that session pass is passed over for a while.
 */
export function route(context: DecisionContext): readonly LogEnvelope[] {
  const draft = new DecisionDraft(context);
  const everybody = candidates(context);
  if (everybody.length === 0) return [];
  for (const waiting of sessionsInQueues(context.state)) {
    const chosen = longestIdle(everybody.filter((candidate) => mayHave(context, candidate, waiting)));
    if (!chosen) continue;
    offerTo(draft, chosen.agent.id, waiting);
    chosen.load += 1;
    chosen.idleSince = context.now;
  }
  return draft.events;
}
