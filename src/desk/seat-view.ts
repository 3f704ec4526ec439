import { DEFAULT_OPTIONS } from '../config/default-options.js';
import type { DeskSnapshot } from './handles.js';
import type { Seat } from './seat.js';

type SeatView = Omit<DeskSnapshot, 'connection' | 'offers' | 'storage'>;

const NOBODY: SeatView = Object.freeze({
  notReadyReasons: Object.freeze([]),
  sessions: Object.freeze([]),
  unsent: Object.freeze([]),
  options: DEFAULT_OPTIONS,
});

/** What a desk shows of the agent who is logged in. */
export function seatView(seat: Seat | undefined): SeatView {
  if (!seat) return NOBODY;
  const { agent, model, shelf, unsent } = seat;
  return {
    agent,
    presence: model.presence,
    notReadyReasons: model.notReadyReasons,
    sessions: shelf.handles,
    currentSessionId: shelf.current,
    unsent: unsent.snapshot,
    options: model.options,
  };
}
