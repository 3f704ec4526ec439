import type { Contact } from '../domain/contact.js';
import type { Quote } from '../domain/message.js';
import type { Command, Outcome } from '../protocol/commands.js';

/** The wish that an outbox row holds. */
export type SendCommand = Extract<Command, { type: 'message.send' }>;

export type Refusal = Extract<Outcome, { type: 'refused' }>;

/**
 * Where an unsent message stands: `stale` has waited for too long and `refused` was not accepted, so that the agent has to
 * decide; of `unconfirmed` the desk is asking whether it arrived.
 */
export type UnsentState = 'queued' | 'sending' | 'unconfirmed' | 'stale' | 'refused';

/** `cancelled` is a mark for other tabs, so that none of them sends it after all. */
export type OutboxState = UnsentState | 'cancelled';

/** One message that still has to leave this browser. */
export interface OutboxRow {
  /** Given by storage: rows of a session go in this order. */
  readonly order?: number;
  readonly messageId: string;
  readonly sessionId: string;
  readonly agentId: string;
  /** Whom it is for, so that it can be told when the session has gone; without what a host knows of the person besides. */
  readonly contact: Contact;
  readonly command: SendCommand;
  /** Epoch milliseconds on the server's clock. */
  readonly createdAt: number;
  readonly state: OutboxState;
  readonly attempts: number;
  readonly refusal?: Refusal;
  /** When the agent said that it may go after all; its age counts from then on (epoch milliseconds, server clock). */
  readonly releasedAt?: number;
}

/** What the agent has typed in a session and not sent. */
export interface DraftRecord {
  readonly sessionId: string;
  /** The id that the message will have. */
  readonly id: string;
  readonly text: string;
  readonly quote?: Quote;
}

/** Where one agent's outbox and drafts are kept; every method rejects when the place fails. */
export interface DeskRecords {
  /** All rows in the order in which they were added. */
  allRows(): Promise<readonly OutboxRow[]>;
  /** The rows of a session in the order in which they were added. */
  rowsOf(sessionId: string): Promise<readonly OutboxRow[]>;
  /** Adds a row and takes away the draft that it came from; answers the row that is there when its id is taken. */
  addRow(row: OutboxRow): Promise<OutboxRow | undefined>;
  /** Writes a row over its older version, unless it has been cancelled (answers false then). */
  saveRow(row: OutboxRow): Promise<boolean>;
  removeRow(messageId: string): Promise<void>;
  draftOf(sessionId: string): Promise<DraftRecord | undefined>;
  saveDraft(draft: DraftRecord): Promise<void>;
  /** Takes a draft away, unless another one is kept there. */
  removeDraft(sessionId: string, id: string): Promise<void>;
  close(): void;
}
