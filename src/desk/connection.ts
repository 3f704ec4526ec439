import type { ActorRefFrom } from 'xstate';
import type { deskMachine } from '../machines/desk-machine.js';
import type { ConnectionSnapshot, ConnectionState } from './handles.js';

type DeskState = ReturnType<ActorRefFrom<typeof deskMachine>['getSnapshot']>;

/** The connection as hosts see it. */
export function connectionOf({ value, context }: DeskState): ConnectionSnapshot {
  const { lostAt, nextAttemptAt, error } = context;
  return {
    state: nameOf(value),
    ...(lostAt !== undefined && { lostAt }),
    ...(nextAttemptAt !== undefined && { nextAttemptAt }),
    ...(error && { error }),
  };
}

/** The name under which hosts know a state of the desk machine. */
function nameOf(value: DeskState['value']): ConnectionState {
  if (typeof value === 'string') return value;
  if ('reconnecting' in value) return 'reconnecting';
  const { linked } = value;
  return typeof linked === 'string' ? linked : 'online';
}
