/** A stream of facts: everything about one agent's desk, or everything in one session. */
export type StreamId = `agent:${string}` | `session:${string}`;

/** Where a stream stands: `seq` is gap-free from 1 within an `epoch`; another epoch means another log. */
export interface StreamPosition {
  readonly epoch: string;
  readonly seq: number;
}

/** What a desk has seen of each stream; `sync` answers what it has missed. */
export interface ResumePoint {
  readonly streams: Readonly<Record<string, StreamPosition>>;
}
