import type { MediaKind, MediaRef } from '../domain/attachment.js';
import type { Message } from '../domain/message.js';
import type { Agent, Capabilities, Offer, Session } from '../domain/session.js';
import type { Command, Outcome } from './commands.js';
import type { EphemeralNews, EventEnvelope, Presence } from './events.js';
import type { AnswerTo, Query } from './queries.js';
import type { ResumePoint, StreamPosition } from './streams.js';

/** The version of this contract: `welcome` names the other side's, and another major one is fatal (`incompatible`). */
export const PROTOCOL_VERSION = 1;

/** One session as it stands, with its newest messages, at a position of its stream. */
export interface SessionSnapshot {
  readonly position: StreamPosition;
  readonly session: Session;
  readonly capabilities: Capabilities;
  /** The newest messages, in transcript order. */
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
  /** The last message that the agent has seen. */
  readonly readUpTo?: string;
}

/** An agent's desk as it stands, at a position of the agent's stream. */
export interface AgentSnapshot {
  readonly position: StreamPosition;
  readonly presence: Presence;
  readonly offers: readonly Offer[];
  readonly sessionIds: readonly string[];
}

/** The first word of the other side. */
export interface Welcome {
  readonly protocol: number;
  readonly agent: Agent;
  /** Epoch milliseconds on the server's clock. */
  readonly serverTime: number;
  /** Desk options that the server sets, under their documented names. */
  readonly options: Readonly<Record<string, string | number | boolean>>;
  readonly notReadyReasons: readonly string[];
  readonly desk: AgentSnapshot;
  readonly sessions: readonly SessionSnapshot[];
}

/** What was missed: the events in order, or snapshots where the log cannot give them (another epoch, too far back). */
export interface Sync {
  readonly serverTime: number;
  readonly events: readonly EventEnvelope[];
  readonly desk?: AgentSnapshot;
  readonly sessions: readonly SessionSnapshot[];
  /** Sessions that are no longer on this desk. */
  readonly gone: readonly string[];
}

/** The place of one event. */
export type EventPlace = Pick<EventEnvelope, 'stream' | 'epoch' | 'seq'>;

/** What a transport tells without being asked; in order, on the sink that `open` was given. */
export type Notice =
  | { readonly type: 'event'; readonly envelope: EventEnvelope }
  | { readonly type: 'news'; readonly news: EphemeralNews }
  /** The newest position of each stream, with every heartbeat: a lost last event leaves no hole to see. */
  | { readonly type: 'heads'; readonly streams: Readonly<Record<string, StreamPosition>>; readonly serverTime: number }
  /** Something that did not fit the schemas was kept out; `place` is that of an event, which leaves no hole to be filled. */
  | { readonly type: 'violation'; readonly what: string; readonly place?: EventPlace }
  | { readonly type: 'lost'; readonly cause?: string }
  | {
      readonly type: 'fatal';
      readonly code: 'unauthorized' | 'incompatible' | 'superseded' | 'refused';
      readonly message?: string;
    };

/** What a medium is wanted for: to be shown small, to be shown or played, or to be saved as a file under its own name. */
export type MediaWant = 'thumbnail' | 'full' | 'save';

/** What a browser may load, and until when (epoch milliseconds; absent: until released). */
export interface MediaLease {
  readonly url: string;
  readonly expiresAt?: number;
  release(): void;
}

export interface OpenInit {
  /** Asked whenever the transport needs them; what they are is between the host and its backend. */
  credentials(): Promise<unknown>;
  readonly resume?: ResumePoint;
  readonly signal: AbortSignal;
  sink(notice: Notice): void;
}

export interface UploadAbout {
  readonly sessionId: string;
  readonly name: string;
  readonly kind: MediaKind;
}

/**
 * The only door between a desk and a backend. It opens, reports, executes and asks; it never retries, queues or reconnects:
 * the desk does, so that every transport behaves alike. `open` rejects with a `WaError` (`unauthorized`, `transport-lost`,
 * `transport-fatal`).
 */
export interface Transport {
  open(init: OpenInit): Promise<Link>;
}

/** One open connection: one agent's desk, many sessions. */
export interface Link {
  readonly welcome: Welcome;
  sync(from: ResumePoint, options?: { readonly signal?: AbortSignal }): Promise<Sync>;
  execute(command: Command, options?: { readonly signal?: AbortSignal }): Promise<Outcome>;
  /** Rejects with a `WaError` when it cannot be answered. */
  query<Q extends Query>(query: Q, options?: { readonly signal?: AbortSignal }): Promise<AnswerTo<Q>>;
  upload(
    file: Blob,
    about: UploadAbout,
    options?: { readonly signal?: AbortSignal; onProgress?(sentBytes: number): void },
  ): Promise<Outcome<MediaRef>>;
  /** Rejects with a `WaError` (`media-unavailable`). */
  media(ref: MediaRef, want: MediaWant, options?: { readonly signal?: AbortSignal }): Promise<MediaLease>;
  close(why: 'logout' | 'unload' | 'replaced'): Promise<void>;
}
