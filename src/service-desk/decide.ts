import { decideCommand } from './decide-command.js';
import {
  decideErrandFinished,
  decideRestarted,
  decideSendResult,
  decideSendStarted,
  decideStatus,
} from './decide-delivery.js';
import { decideInbound, decideMarketing, decideMedia } from './decide-inbound.js';
import { decideAgentGone, decideTick } from './decide-offers.js';
import { DecisionDraft, type DecisionContext, type Refusal } from './decision-draft.js';
import type { Decision, Input } from './inputs.js';

type Deciders = {
  readonly [T in Input['type']]: (
    draft: DecisionDraft,
    input: Extract<Input, { type: T }>,
  ) => Refusal | undefined | void;
};

const deciders: Deciders = {
  command: (draft, { agentId, command }) => decideCommand(draft, agentId, command),
  'inbound.message': decideInbound,
  'inbound.status': decideStatus,
  'contact.marketing': decideMarketing,
  'media.stored': decideMedia,
  'media.failed': decideMedia,
  'send.started': decideSendStarted,
  'send.result': decideSendResult,
  'errand.finished': decideErrandFinished,
  'agent.gone': (draft, { agentId }) => decideAgentGone(draft, agentId),
  restarted: decideRestarted,
  tick: decideTick,
};

function dispatch<I extends Input>(draft: DecisionDraft, input: I): Refusal | undefined | void {
  const decide = deciders[input.type] as (draft: DecisionDraft, input: I) => Refusal | undefined | void;
  return decide(draft, input);
}

/**
 * What an input comes to: events, or a refusal without any. It looks at the state and changes nothing; `evolve` puts the
 * events into the state.
 */
export function decide(context: DecisionContext, input: Input): Decision {
  const draft = new DecisionDraft(context, input.type === 'command' ? input.command.id : undefined);
  const refused = dispatch(draft, input);
  if (refused) return { events: [], outcome: refused };
  return { events: draft.events, outcome: { type: 'done', value: undefined } };
}
