import type { LogEvent } from './log.js';
import type { DeskState } from './state.js';

/** Where an event stands; `owner` is the id in the name of its stream. */
export interface Place {
  readonly owner: string;
  readonly seq: number;
  readonly at: number;
  readonly causeId?: string;
}

/** What each type of event changes. */
export type Handlers<E extends LogEvent> = {
  readonly [T in E['type']]: (state: DeskState, event: Extract<E, { type: T }>, place: Place) => void;
};
