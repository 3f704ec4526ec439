import type { EventEnvelope, ResumePoint, StreamId, StreamPosition } from 'wa-desk/protocol';
import { SYNC_EVENTS, type ReadEvents } from 'wa-desk/service-desk';
import type { EventLog } from '../event-log/event-log.js';
import { toEnvelope } from './log-lines.js';

/** What a desk missed, read from the log beforehand, because the service desk asks for it without waiting. */
export interface Missed {
  readonly read: ReadEvents;
  /** Whether everything that was asked for had been read. */
  isComplete(): boolean;
}

/** Reads what is missing between `from` and `heads`: only of the streams in `heads`, which are the agent's own. */
export async function readMissed(
  log: EventLog,
  from: ResumePoint,
  heads: Readonly<Record<string, StreamPosition>>,
): Promise<Missed> {
  const events = new Map<StreamId, readonly EventEnvelope[]>();
  for (const [stream, head] of Object.entries(heads)) {
    const known = from.streams[stream];
    if (known?.epoch !== log.epoch || head.seq - known.seq > SYNC_EVENTS) continue;
    const entries = await log.read(stream, known.seq, SYNC_EVENTS);
    const envelopes = entries.map((entry) => toEnvelope(entry, log.epoch) as EventEnvelope);
    events.set(stream as StreamId, envelopes);
  }
  let complete = true;
  return {
    read: (stream, after, upTo) => {
      const found = (events.get(stream) ?? []).filter(({ seq }) => seq > after && seq <= upTo);
      if (found.length < upTo - after) complete = false;
      return found;
    },
    isComplete: () => complete,
  };
}
