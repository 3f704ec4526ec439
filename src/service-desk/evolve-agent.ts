import type { AgentEvent } from '../protocol/events.js';
import type { Handlers } from './handlers.js';
import type { AgentState, DeskState } from './state.js';
import { leaveQueue } from './queue.js';

/** The agent's part of the state, made when it is first needed. */
function agentState(state: DeskState, id: string): AgentState {
  const known = state.agents.get(id);
  if (known) return known;
  const agent: AgentState = { id, presence: new Map(), idleSince: 0, sessionIds: new Set(), offerIds: new Set() };
  state.agents.set(id, agent);
  return agent;
}

function forgetOffer(state: DeskState, offerId: string): void {
  const stood = state.offers.get(offerId);
  if (!stood) return;
  state.offers.delete(offerId);
  state.agents.get(stood.agentId)?.offerIds.delete(offerId);
  const session = state.sessions.get(stood.offer.session.id);
  if (session) delete session.offerId;
}

export const agentHandlers: Handlers<AgentEvent> = {
  'offer.made': (state, { offer }, { owner }) => {
    agentState(state, owner).offerIds.add(offer.id);
    state.offers.set(offer.id, { offer, agentId: owner });
    const offered = state.sessions.get(offer.session.id);
    if (!offered) return;
    offered.offerId = offer.id;
    offered.session = { ...offered.session, phase: 'offered' };
    leaveQueue(state, offered.session);
  },

  'offer.withdrawn': (state, { offerId }, { owner, at }) => {
    forgetOffer(state, offerId);
    agentState(state, owner).idleSince = at;
  },

  'session.assigned': (state, { session }, { owner, at }) => {
    const agent = agentState(state, owner);
    agent.sessionIds.add(session.id);
    agent.idleSince = at;
    const assigned = state.sessions.get(session.id);
    if (!assigned) return;
    assigned.session = session;
    if (assigned.offerId !== undefined) {
      assigned.acceptedOfferId = assigned.offerId;
      forgetOffer(state, assigned.offerId);
    }
    assigned.passedOver.clear();
    leaveQueue(state, session);
  },

  'session.removed': (state, { sessionId }, { owner, at }) => {
    const agent = agentState(state, owner);
    agent.sessionIds.delete(sessionId);
    agent.idleSince = at;
  },

  'presence.changed': (state, { presence }, { owner, at }) => {
    const agent = agentState(state, owner);
    const becomesReady = presence.channels.some((c) => c.ready && !agent.presence.get(c.channelId)?.ready);
    if (becomesReady) agent.idleSince = at;
    agent.presence.clear();
    for (const channel of presence.channels) agent.presence.set(channel.channelId, channel);
  },
};
