import { WaError } from '../domain/errors.js';
import { agentHandlers } from './evolve-agent.js';
import { privateHandlers } from './evolve-private.js';
import { sessionHandlers } from './evolve-session.js';
import type { Handlers, Place } from './handlers.js';
import type { LogEnvelope, LogEvent } from './log.js';
import type { DeskState } from './state.js';

const handlers: Handlers<LogEvent> = { ...agentHandlers, ...sessionHandlers, ...privateHandlers };

function dispatch<E extends LogEvent>(state: DeskState, event: E, place: Place): void {
  const handle = handlers[event.type] as (state: DeskState, event: E, place: Place) => void;
  handle(state, event, place);
}

/**
 * Puts one event of the log into the state, in place, and returns it. An event that is there already changes nothing; one
 * that leaves a hole is a `WaError` (`contract-violated`).
 */
export function evolve(state: DeskState, envelope: LogEnvelope): DeskState {
  const { stream, seq, at, causeId, event } = envelope;
  const head = state.heads.get(stream) ?? 0;
  if (seq <= head) return state;
  if (seq !== head + 1) {
    throw new WaError(
      'contract-violated',
      `The log has a hole: ${stream} goes from ${head} to ${seq}. Hand in the events of each stream without leaving one out.`,
    );
  }
  state.heads.set(stream, seq);
  dispatch(state, event, { owner: stream.slice(stream.indexOf(':') + 1), seq, at, ...(causeId ? { causeId } : {}) });
  return state;
}
