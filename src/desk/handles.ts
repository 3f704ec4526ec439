import type { MediaKind, MediaRef } from '../domain/attachment.js';
import type { Contact } from '../domain/contact.js';
import type { WaError } from '../domain/errors.js';
import type { Content, Message, Quote } from '../domain/message.js';
import type { PendingLevel } from '../domain/pending-response.js';
import type { SendMode } from '../domain/send-rules.js';
import type { ServiceWindowPhase } from '../domain/service-window.js';
import type { Agent, Capabilities, Offer, OfferWithdrawal, Session } from '../domain/session.js';
import type { Outcome } from '../protocol/commands.js';
import type { Presence } from '../protocol/events.js';
import type { SearchPage, TemplatePage } from '../protocol/queries.js';
import type { MediaLease, MediaWant } from '../protocol/transport.js';
import type { DeskOptions } from '../config/options.js';
import type { UnsentState } from '../stores/desk-records.js';
import type { TranscriptView } from '../stores/transcript-view.js';

/** Something to look at: a frozen snapshot that is replaced, never changed, and a way to hear of it. */
export interface Observable<S> {
  readonly snapshot: S;
  /** `listener` is called after each change; returns the way to stop it. */
  subscribe(listener: () => void): () => void;
}

export type ConnectionState =
  'idle' | 'connecting' | 'syncing' | 'online' | 'reconnecting' | 'unauthorized' | 'failed' | 'closed';

export interface ConnectionSnapshot {
  readonly state: ConnectionState;
  /** Epoch milliseconds since when the desk has had no connection. */
  readonly lostAt?: number;
  /** Epoch milliseconds of the next attempt while reconnecting. */
  readonly nextAttemptAt?: number;
  readonly error?: WaError;
}

/** An offer on screen; `gone` stays for a few seconds so that the agent learns what became of it. */
export interface OfferSnapshot {
  readonly offer: Offer;
  readonly state: 'ringing' | 'accepting' | 'rejecting' | 'expiring' | 'gone';
  readonly goneReason?: OfferWithdrawal;
}

/** A message that had not left when its session went. */
export interface UnsentMessage {
  readonly messageId: string;
  readonly content: Content;
  /** Epoch milliseconds, server clock. */
  readonly createdAt: number;
  /** `in-doubt`: it may have left, and the server could not be asked yet. */
  readonly state: 'not-sent' | 'in-doubt';
  readonly refusal?: Extract<Outcome, { type: 'refused' }>;
}

/** What stayed behind of one session that is no longer on this desk. */
export interface UnsentSnapshot {
  readonly sessionId: string;
  readonly contact: Contact;
  readonly messages: readonly UnsentMessage[];
  /** The session in which the contact can be written to now, if there is one. */
  readonly openSessionId?: string;
}

export interface DeskSnapshot {
  readonly connection: ConnectionSnapshot;
  readonly agent?: Agent;
  readonly presence?: Presence;
  readonly notReadyReasons: readonly string[];
  /** Newest first. */
  readonly offers: readonly OfferSnapshot[];
  /** Open sessions, the one with the newest message first. */
  readonly sessions: readonly SessionHandle[];
  /** The session in view. */
  readonly currentSessionId?: string;
  /** What was not sent before its session went; kept until the agent has decided about each message. */
  readonly unsent: readonly UnsentSnapshot[];
  readonly options: DeskOptions;
  /** `memory`: this browser refuses storage, so what is unsent is lost on reload, and the desk says so. */
  readonly storage: 'durable' | 'memory';
}

/** One agent's desk; it outlives any element. */
export interface DeskHandle extends Observable<DeskSnapshot> {
  /** Opens the connection; safe to call again. */
  start(): void;
  /** Closes the connection; what is unsent stays in the outbox. */
  stop(why: 'logout' | 'unload'): Promise<void>;
  /** Tries to connect now instead of waiting for the next attempt. */
  reconnect(): void;
  /** Epoch milliseconds on the server's clock. */
  now(): number;
  session(id: string): SessionHandle | undefined;
  /** Brings a session into view, or none. */
  show(sessionId: string | undefined): void;
  acceptOffer(offerId: string): void;
  rejectOffer(offerId: string, reason?: string): void;
  /** Without `channelId`, for every channel. */
  /** Sends a message that stayed behind in the contact's open session, as a new one; returns its id. */
  sendUnsent(messageId: string): Promise<string>;
  /** Gives up a message that stayed behind. */
  discardUnsent(messageId: string): Promise<void>;
  setPresence(presence: {
    readonly channelId?: string;
    readonly ready: boolean;
    readonly reason?: string;
  }): Promise<Outcome>;
}

export type { SendMode, UnsentState };

/** One thing that still has to leave this browser. */
export interface OutboxEntrySnapshot {
  readonly messageId: string;
  readonly state: UnsentState;
  /** Why it was refused, for the agent. */
  readonly refusal?: Extract<Outcome, { type: 'refused' }>;
}

export interface SessionView {
  readonly session: Session;
  readonly capabilities: Capabilities;
  readonly windowPhase: ServiceWindowPhase;
  readonly pendingLevel: PendingLevel;
  readonly sendMode: SendMode;
  /** The contact's messages that the agent has not seen. */
  readonly unreadCount: number;
  readonly readUpTo?: string;
  readonly lastMessage?: Message;
  readonly contactTyping: boolean;
  /** The session calls for attention until the agent comes to it (SPEC F2). */
  readonly attention: boolean;
  readonly outbox: readonly OutboxEntrySnapshot[];
  /** What the agent should be told now, e.g. a refused wish; cleared by `dismissError`. */
  readonly error?: { readonly code: string; readonly message?: string };
}

/** One session on the desk. */
export interface SessionHandle extends Observable<SessionView> {
  readonly id: string;
  readonly transcript: TranscriptView;
  /** Epoch milliseconds on the server's clock. */
  now(): number;
  /** Puts a message into the outbox, and from there on its way; returns its id. */
  send(content: Content, options?: { readonly id?: string; readonly quote?: Quote }): Promise<string>;
  /** Sends a failed or unknown message again, as a new message that names the old one. */
  resend(messageId: string): Promise<string>;
  /** Takes a message that has not left yet out of the outbox. */
  cancel(messageId: string): Promise<void>;
  /** Lets a message that waited too long go after all. */
  sendStale(messageId: string): Promise<void>;
  /** The agent decides that a message with an unknown outcome arrived. */
  settle(messageId: string): Promise<Outcome>;
  /** An empty emoji takes the agent's reaction away. */
  react(messageId: string, emoji: string): Promise<Outcome>;
  refetchMedia(messageId: string): Promise<Outcome>;
  markRead(messageId: string): void;
  readonly history: SessionHistory;
  templates(query: {
    readonly search?: string;
    readonly after?: string;
    readonly limit?: number;
  }): Promise<TemplatePage>;
  upload(
    file: Blob,
    about: { readonly name: string; readonly kind: MediaKind },
    options?: { readonly signal?: AbortSignal; onProgress?(sentBytes: number): void },
  ): Promise<Outcome<MediaRef>>;
  media(ref: MediaRef, want: MediaWant, options?: { readonly signal?: AbortSignal }): Promise<MediaLease>;
  /** The text that the agent has typed and not sent; kept through switch, reload and crash. */
  readonly draft: Observable<DraftSnapshot> & { set(draft: DraftSnapshot): void; clear(): void };
  wrapUp(): Promise<Outcome>;
  setNote(note: string): Promise<Outcome>;
  setDisposition(code: string): Promise<Outcome>;
  done(): Promise<Outcome>;
  dismissError(): void;
}

/** Brings what was said before into the transcript; each rejects with a `WaError` when the server cannot be asked now. */
export interface SessionHistory {
  /** Brings the earlier sessions that come first (SPEC B5); safe to call again. */
  open(): Promise<void>;
  /** Brings as many older sessions as `whatsappsession.transcript-interactions-count` says. */
  loadOlder(): Promise<void>;
  /** Brings what is missing behind a message, beginning at one of the two sides of the gap. */
  fill(afterId: string, from: 'above' | 'below'): Promise<void>;
  /** Brings a message and what is around it; false when the server does not have it. */
  loadAround(messageId: string): Promise<boolean>;
  /** Brings what was said from a time on (epoch milliseconds); the first of it, or the last message before. */
  loadFrom(time: number): Promise<Message | undefined>;
  /** Looks in all that was said, loaded or not; nothing where the backend has no search. */
  search(text: string, signal?: AbortSignal): Promise<SearchPage | undefined>;
  /** The name of another channel through which a message came (SPEC B6). */
  channelName(channelId: string): string | undefined;
}

export interface DraftSnapshot {
  /** The id that the message will have: it belongs to the draft, not to the click. */
  readonly id: string;
  readonly text: string;
  readonly quote?: Quote;
}
