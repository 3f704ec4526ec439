import type { EventEnvelope, ResumePoint, StreamId, StreamPosition } from 'wa-desk/protocol';
import type { EventLog } from '../event-log/event-log.js';
import { toEnvelope } from './log-lines.js';

/** A desk that missed more events of a stream than this gets a fresh snapshot instead. */
const MAX_MISSED = 1000;

/** What a desk missed, read from the log beforehand, because the service desk asks for it without waiting. */
export interface Missed {
  /** The desk's position without the streams that are better told afresh. */
  readonly from: ResumePoint;
  /** Events of a stream after one number up to another. */
  read(stream: StreamId, after: number, upTo: number): readonly EventEnvelope[];
  /** Whether everything that was asked for had been read. */
  isComplete(): boolean;
}

/** Reads what is missing between `from` and `heads`: only of the streams in `heads`, which are the agent's own. */
export async function readMissed(
  log: EventLog,
  from: ResumePoint,
  heads: Readonly<Record<string, StreamPosition>>,
): Promise<Missed> {
  const close = Object.entries(from.streams).filter(
    ([stream, { epoch, seq }]) => epoch !== log.epoch || (heads[stream]?.seq ?? 0) - seq <= MAX_MISSED,
  );
  const events = new Map<string, readonly EventEnvelope[]>();
  for (const [stream, { epoch, seq }] of close) {
    if (epoch !== log.epoch || !Object.hasOwn(heads, stream)) continue;
    const entries = await log.read(stream, seq, MAX_MISSED);
    events.set(
      stream,
      entries.map((entry) => toEnvelope(entry, log.epoch) as EventEnvelope),
    );
  }
  let complete = true;
  return {
    from: { streams: Object.fromEntries(close) },
    read: (stream, after, upTo) => {
      const found = (events.get(stream) ?? []).filter(({ seq }) => seq > after && seq <= upTo);
      if (found.length < upTo - after) complete = false;
      return found;
    },
    isComplete: () => complete,
  };
}
