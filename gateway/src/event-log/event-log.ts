import type { JsonValue } from 'wa-desk/domain';

/** A fact to write down; `keys` are remembered for the life of the log, and no two entries may have the same one. */
export interface NewEntry {
  readonly stream: string;
  readonly data: JsonValue;
  readonly keys?: readonly string[];
}

/** A fact with its places: `seq` has no holes within its stream, `position` rises through the whole log (with holes at most). */
export interface LogEntry {
  readonly position: number;
  readonly stream: string;
  readonly seq: number;
  readonly data: JsonValue;
}

/** Facts that are written together or not at all. */
export interface Append {
  readonly entries: readonly NewEntry[];
  /** The last `seq` that the writer knows of each stream that it writes to; 0 for a new one. */
  readonly expect: Readonly<Record<string, number>>;
}

/** `conflict`: somebody else wrote to the stream. `duplicate`: the log holds the key already. In both cases nothing was written. */
export type AppendResult =
  | { readonly type: 'appended'; readonly entries: readonly LogEntry[] }
  | { readonly type: 'conflict'; readonly stream: string; readonly lastSeq: number }
  | { readonly type: 'duplicate'; readonly key: string };

/**
 * The append-only log that is the truth; everything else is a view that can be rebuilt from it. What `append` has answered
 * survives the loss of process and power.
 */
export interface EventLog {
  /** Random, made with the log: another epoch means another log. */
  readonly epoch: string;
  append(append: Append): Promise<AppendResult>;
  /** The entries of one stream after `afterSeq`, in order. */
  read(stream: string, afterSeq: number, limit: number): Promise<readonly LogEntry[]>;
  /** Every entry, in the order of writing. */
  replay(): AsyncIterable<LogEntry>;
  /** Whether the log holds this key. */
  has(key: string): Promise<boolean>;
}
