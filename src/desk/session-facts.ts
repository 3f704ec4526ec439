import type { DeskOptions } from '../config/options.js';
import type { PendingThresholds } from '../domain/pending-response.js';
import type { Capabilities, Session } from '../domain/session.js';
import type { SessionMachineEvent } from '../machines/session-events.js';
import type { SessionEvent } from '../protocol/events.js';

/** A session after a fact in its stream; the very same object when the fact is about something else. */
export function sessionAfter(session: Session, fact: SessionEvent): Session {
  switch (fact.type) {
    case 'window.changed':
      return { ...session, window: fact.window };
    case 'pending.changed':
      return withPending(session, fact.since);
    case 'contact.changed':
      return { ...session, contact: fact.contact };
    case 'case-data.changed':
      return { ...session, caseData: fact.caseData };
    case 'agent.joined':
      return { ...session, agents: [...session.agents.filter(({ id }) => id !== fact.agent.id), fact.agent] };
    case 'agent.left':
      return { ...session, agents: session.agents.filter(({ id }) => id !== fact.agent.id) };
    case 'note.set':
      return { ...session, note: fact.note };
    case 'disposition.set':
      return { ...session, disposition: fact.disposition };
    default:
      return withPhase(session, fact);
  }
}

function withPhase(session: Session, fact: SessionEvent): Session {
  switch (fact.type) {
    case 'wrap-up.started':
      return { ...session, phase: 'wrap-up' };
    case 'wrap-up.cancelled':
      return { ...session, phase: 'engaged' };
    case 'session.ended':
      return { ...session, phase: 'ended', endReason: fact.reason, endedAt: fact.at };
    default:
      return session;
  }
}

function withPending(session: Session, since: number | undefined): Session {
  const { pendingSince: _, ...answered } = session;
  return since === undefined ? answered : { ...answered, pendingSince: since };
}

/** Does the session still need a disposition before it may be done? */
export function isDispositionMissing(session: Session, capabilities: Capabilities): boolean {
  return capabilities.dispositionRequired && session.disposition === undefined;
}

/** The thresholds of the waiting contact, in milliseconds. */
export function thresholdsOf({ pendingResponse }: DeskOptions): PendingThresholds {
  return { lateAfterMs: pendingResponse.warning * 1000, overdueAfterMs: pendingResponse.maximum * 1000 };
}

/** What a fact means to the session's machine. */
export function machineEventOf(fact: SessionEvent): SessionMachineEvent | undefined {
  switch (fact.type) {
    case 'window.changed':
      return { type: 'window.changed', window: fact.window };
    case 'pending.changed':
      return { type: 'pending.changed', since: fact.since };
    case 'wrap-up.started':
    case 'wrap-up.cancelled':
      return { type: fact.type };
    case 'session.ended':
      return { type: 'session.removed', reason: fact.reason };
    default:
      return undefined;
  }
}
