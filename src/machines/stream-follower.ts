import type { EventEnvelope } from '../protocol/events.js';
import type { ResumePoint, StreamPosition } from '../protocol/streams.js';

/** Events that came too early wait in here until what is missing has come; more of them than this are asked for again. */
const MAX_HELD = 500;

interface Followed {
  position: StreamPosition;
  readonly held: Map<number, EventEnvelope>;
  /** The newest position that was heard of. */
  head: StreamPosition;
}

/**
 * Puts the events of every stream in their order and finds what is missing: an event applies when its number is the next one,
 * is dropped when it was applied before, and is held when something before it is missing.
 */
export class StreamFollower {
  readonly #streams = new Map<string, Followed>();

  /** Follows a stream from the position of a snapshot on; answers the events that waited for it and apply now. */
  start(stream: string, position: StreamPosition): readonly EventEnvelope[] {
    const known = this.#streams.get(stream);
    const held = known?.position.epoch === position.epoch ? known.held : new Map<number, EventEnvelope>();
    for (const seq of held.keys()) if (seq <= position.seq) held.delete(seq);
    const head = known?.head.epoch === position.epoch && known.head.seq > position.seq ? known.head : position;
    const followed = { position, held, head };
    this.#streams.set(stream, followed);
    return this.#release(followed);
  }

  stop(stream: string): void {
    this.#streams.delete(stream);
  }

  clear(): void {
    this.#streams.clear();
  }

  positionOf(stream: string): StreamPosition | undefined {
    return this.#streams.get(stream)?.position;
  }

  /** The events that apply now, in order: none, this one, or this one and those that waited for it. */
  receive(envelope: EventEnvelope): readonly EventEnvelope[] {
    const followed = this.#streams.get(envelope.stream);
    if (!followed) return NOTHING;
    noteHead(followed, envelope);
    if (envelope.epoch !== followed.position.epoch) return NOTHING;
    const ahead = envelope.seq - followed.position.seq;
    // What comes next is never too much.
    if (ahead === 1 || (ahead > 1 && followed.held.size < MAX_HELD)) followed.held.set(envelope.seq, envelope);
    return this.#release(followed);
  }

  /** Hears the newest position of a stream, as a heartbeat tells it. */
  hear(stream: string, head: StreamPosition): void {
    const followed = this.#streams.get(stream);
    if (followed) noteHead(followed, head);
  }

  /** Forgets other epochs that were heard of: the answer to a sync has just said what holds. */
  settle(): void {
    for (const followed of this.#streams.values()) {
      if (followed.head.epoch !== followed.position.epoch) followed.head = followed.position;
    }
  }

  /** Is anything missing: a hole, an unseen end, or another epoch? */
  get hasGap(): boolean {
    return [...this.#streams.values()].some(isBehind);
  }

  /** What has been seen of every stream. */
  get resumePoint(): ResumePoint {
    return { streams: Object.fromEntries([...this.#streams].map(([stream, { position }]) => [stream, position])) };
  }

  #release(followed: Followed): readonly EventEnvelope[] {
    const ready: EventEnvelope[] = [];
    for (;;) {
      const next = followed.held.get(followed.position.seq + 1);
      if (!next) return ready;
      followed.held.delete(next.seq);
      followed.position = { epoch: next.epoch, seq: next.seq };
      ready.push(next);
    }
  }
}

const NOTHING: readonly EventEnvelope[] = Object.freeze([]);

function noteHead(followed: Followed, head: StreamPosition): void {
  const isNewer = head.epoch !== followed.head.epoch || head.seq > followed.head.seq;
  if (isNewer) followed.head = { epoch: head.epoch, seq: head.seq };
}

function isBehind({ position, head }: Followed): boolean {
  return head.epoch !== position.epoch || head.seq > position.seq;
}
