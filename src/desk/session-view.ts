import type { ActorRefFrom } from 'xstate';
import { sendModeOf } from '../domain/send-rules.js';
import type { SessionPhase } from '../domain/session.js';
import type { sessionMachine } from '../machines/session-machine.js';
import type { SessionView } from './handles.js';

type Judged = Pick<SessionView, 'windowPhase' | 'pendingLevel' | 'sendMode' | 'contactTyping' | 'attention'>;

type StateValue = ReturnType<ActorRefFrom<typeof sessionMachine>['getSnapshot']>['value'];

/** What the session's machine has judged; its `unknown` states are passed through before anybody can look. */
export function judgedView(value: StateValue, phase: SessionPhase): Judged {
  const windowPhase = value.window === 'unknown' ? 'closed' : value.window;
  return {
    windowPhase,
    pendingLevel: value.pending === 'unknown' ? 'none' : value.pending,
    sendMode: sendModeOf({ phase, windowPhase }),
    contactTyping: value.typing === 'typing',
    attention: value.attention === 'calling',
  };
}
