import { getShortestPaths } from '@xstate/graph';
import {
  getNextTransitions,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  type EventObject,
} from 'xstate';

export interface TableInit {
  readonly machine: AnyStateMachine;
  readonly input: object;
  /** Every event that may come, with each of its meaningful contents. */
  readonly events: readonly EventObject[];
  /** The name of the state that a snapshot is in, as far as the table is about it. */
  readonly nameOf: (snapshot: AnyMachineSnapshot) => string;
  /** The name of an event in the table; its type by default. */
  readonly labelOf?: (event: EventObject) => string;
}

/** What each event does in each state that can be reached; an event that a state does not name is ignored there. */
export type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Tries every event in every state that can be reached, timers included. */
export function tableOf(init: TableInit): Table {
  const { machine, nameOf, labelOf = labelByType } = init;
  const rows = pathsOf(init).map(({ state }) => {
    const cells = eventsIn(init, state).flatMap((event) => {
      const [next, actions] = transition(machine, state, event);
      const isHandled = nameOf(next) !== nameOf(state) || actions.length > 0 || next.context !== state.context;
      return isHandled ? [[labelOf(event), nameOf(next)] as const] : [];
    });
    return [nameOf(state), Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(rows);
}

/** The shortest way to each state that can be reached. */
export function pathsOf(init: TableInit) {
  return getShortestPaths(init.machine, {
    input: init.input,
    events: (state: AnyMachineSnapshot) => eventsIn(init, state),
    serializeState: (state: AnyMachineSnapshot) => init.nameOf(state),
  });
}

/** Every event that may come in a state: those named, those of its timers, those of the actors that it has started. */
function eventsIn({ events }: TableInit, state: AnyMachineSnapshot): EventObject[] {
  // What is over hears nothing any more.
  if (state.status !== 'active') return [];
  const types = getNextTransitions(state).map(({ eventType }) => String(eventType));
  const timers = new Set(types.filter((type) => type.startsWith('xstate.after.')));
  const timerEvents = [...timers].map((type) => ({ type }));
  return [...events.filter(({ type }) => mayCome(type, state)), ...timerEvents];
}

function mayCome(type: string, state: AnyMachineSnapshot): boolean {
  const [, actorId] = /^xstate\.(?:done|error)\.actor\.(.+)$/.exec(type) ?? [];
  return actorId === undefined || (state.children as Readonly<Record<string, unknown>>)[actorId] !== undefined;
}

/** `xstate.after.answerTimeout.delivery.sending` → `after answerTimeout`. */
export function labelByType({ type }: EventObject): string {
  return type.startsWith('xstate.after.') ? `after ${type.split('.')[2]}` : type;
}
