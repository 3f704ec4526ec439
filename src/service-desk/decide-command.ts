import type { Command, CommandOf } from '../protocol/commands.js';
import { agentOf, type AgentConfig } from './config.js';
import { refusal, type DecisionDraft, type Refusal } from './decision-draft.js';
import { decideAccept, decidePresence, decideReject } from './decide-offers.js';
import { decideReact, decideSend, decideSettle } from './decide-send.js';
import {
  decideDisposition,
  decideDone,
  decideNote,
  decideRead,
  decideRefetch,
  decideWrapUp,
} from './decide-session.js';
import { fingerprintOf } from './fingerprint.js';

type Deciders = {
  readonly [T in Command['type']]: (
    draft: DecisionDraft,
    agent: AgentConfig,
    command: CommandOf<T>,
  ) => Refusal | undefined;
};

const deciders: Deciders = {
  'presence.set': decidePresence,
  'offer.accept': decideAccept,
  'offer.reject': decideReject,
  'message.send': decideSend,
  'message.react': decideReact,
  'message.settle': decideSettle,
  'media.refetch': decideRefetch,
  'session.read': decideRead,
  'session.wrap-up': decideWrapUp,
  'session.set-note': decideNote,
  'session.set-disposition': decideDisposition,
  'session.done': decideDone,
};

function dispatch<C extends Command>(draft: DecisionDraft, agent: AgentConfig, command: C): Refusal | undefined {
  const decide = deciders[command.type] as (
    draft: DecisionDraft,
    agent: AgentConfig,
    command: C,
  ) => Refusal | undefined;
  return decide(draft, agent, command);
}

/** Decides a wish of an agent: the same id twice is done once, and with other content it is refused. */
export function decideCommand(draft: DecisionDraft, agentId: string, command: Command): Refusal | undefined {
  const { state, config } = draft.context;
  const agent = agentOf(config, agentId);
  if (!agent?.permissions.includes('canUse')) {
    return refusal('not-allowed', `The agent ${agentId} is unknown or lacks the permission canUse.`);
  }
  const fingerprint = fingerprintOf(command);
  const known = state.commands.get(command.id);
  if (known) {
    const isRepeat = known.agentId === agentId && known.fingerprint === fingerprint;
    return isRepeat ? undefined : refusal('id-reused', `The id ${command.id} was used for another command.`);
  }
  const refused = dispatch(draft, agent, command);
  if (refused) return refused;
  draft.keep({ type: 'command.done', agentId, commandId: command.id, fingerprint });
  return undefined;
}
