import type { JsonValue } from 'wa-desk/domain';
import type { LogEnvelope } from 'wa-desk/service-desk';
import type { Append, LogEntry } from '../event-log/event-log.js';

/** What of an envelope is written; its stream, number and epoch are the log's own. */
type LogLine = Omit<LogEnvelope, 'stream' | 'seq' | 'epoch'>;

/** The append that writes down these envelopes, all or none, where the desk believes that they belong. */
export function toAppend(envelopes: readonly LogEnvelope[]): Append {
  const expect: Record<string, number> = {};
  const entries = envelopes.map(({ stream, seq, epoch: _epoch, ...line }) => {
    expect[stream] ??= seq - 1;
    return { stream, data: line satisfies LogLine as unknown as JsonValue };
  });
  return { entries, expect };
}

/** The envelope that was written down as this entry. */
export function toEnvelope({ stream, seq, data }: LogEntry, epoch: string): LogEnvelope {
  return { ...(data as unknown as LogLine), stream, seq, epoch } as LogEnvelope;
}
