import type { Session } from '../domain/session.js';
import type { DeskState } from './state.js';

/** Puts a session into its channel's queue; one that comes back has its place by the time at which it began. */
export function joinQueue(state: DeskState, session: Session): void {
  const queue = state.queues.get(session.channel.id) ?? [];
  state.queues.set(session.channel.id, queue);
  if (queue.includes(session.id)) return;
  let place = queue.length;
  while (place > 0 && startOf(state, queue[place - 1]!) > session.startedAt) place -= 1;
  queue.splice(place, 0, session.id);
}

export function leaveQueue(state: DeskState, session: Session): void {
  const queue = state.queues.get(session.channel.id);
  const place = queue?.indexOf(session.id) ?? -1;
  if (place >= 0) queue!.splice(place, 1);
}

function startOf(state: DeskState, sessionId: string): number {
  return state.sessions.get(sessionId)?.session.startedAt ?? 0;
}
