import type { JsonValue } from 'wa-desk/domain';

/** A fact to write down. */
export interface NewEntry {
  readonly stream: string;
  readonly data: JsonValue;
}

/** A fact with its places: `seq` has no holes within its stream, `position` rises through the whole log. */
export interface LogEntry extends NewEntry {
  readonly position: number;
  readonly seq: number;
}

/** Facts that are written together or not at all. */
export interface Append {
  readonly entries: readonly NewEntry[];
  /** The last `seq` that the writer knows of each stream that it writes to; 0 for a new one. */
  readonly expect: Readonly<Record<string, number>>;
}

/** `conflict`: somebody else wrote to the stream, and nothing of this append was written. */
export type AppendResult =
  | { readonly type: 'appended'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'conflict'; readonly stream: string; readonly lastSeq: number };

/**
 * The append-only log that is the truth; everything else is a view that can be rebuilt from it. What `append` has answered
 * survives the loss of process and power. Appends take effect in the order in which they were asked for, and after one that
 * failed or met a conflict every later one fails until the log was replayed: it was decided on top of what is not there.
 */
export interface EventLog {
  /** Random, made with the log: another epoch means another log. */
  readonly epoch: string;
  append(append: Append): Promise<AppendResult>;
  /** The entries of one stream after `afterSeq`, in order. */
  read(stream: string, afterSeq: number, limit: number): Promise<readonly LogEntry[]>;
  /** Every entry, in the order of writing. */
  replay(): AsyncIterable<LogEntry>;
}
