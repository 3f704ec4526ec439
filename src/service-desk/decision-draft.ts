import type { Outcome, RefusalCode } from '../protocol/commands.js';
import type { AgentEvent, SessionEvent } from '../protocol/events.js';
import type { ServiceDeskConfig } from './config.js';
import { PRIVATE_STREAM, type LogEnvelope, type PrivateEvent } from './log.js';
import { agentStream, sessionStream, type DeskState } from './state.js';

/** What a decision may look at; nothing of it is changed by deciding. */
export interface DecisionContext {
  readonly state: DeskState;
  readonly config: ServiceDeskConfig;
  readonly epoch: string;
  /** Epoch milliseconds. */
  readonly now: number;
  newId(): string;
}

/** The events of one decision, numbered on from the streams' heads. */
export class DecisionDraft {
  readonly events: LogEnvelope[] = [];
  readonly #added = new Map<string, number>();

  constructor(
    readonly context: DecisionContext,
    readonly causeId?: string,
  ) {}

  /** The number that the next event of a session's stream will have. */
  nextSeqOf(sessionId: string): number {
    return this.#seqOf(sessionStream(sessionId));
  }

  toAgent(agentId: string, event: AgentEvent): void {
    const stream = agentStream(agentId);
    this.events.push({ stream, ...this.#place(stream), event });
  }

  toSession(sessionId: string, event: SessionEvent): void {
    const stream = sessionStream(sessionId);
    this.events.push({ stream, ...this.#place(stream), event });
  }

  keep(event: PrivateEvent): void {
    this.events.push({ stream: PRIVATE_STREAM, ...this.#place(PRIVATE_STREAM), event });
  }

  #seqOf(stream: string): number {
    return (this.context.state.heads.get(stream) ?? 0) + (this.#added.get(stream) ?? 0) + 1;
  }

  #place(stream: string): { epoch: string; seq: number; at: number; causeId?: string } {
    const seq = this.#seqOf(stream);
    this.#added.set(stream, (this.#added.get(stream) ?? 0) + 1);
    const { epoch, now } = this.context;
    return { epoch, seq, at: now, ...(this.causeId === undefined ? {} : { causeId: this.causeId }) };
  }
}

export type Refusal = Extract<Outcome, { type: 'refused' }>;

/** A refusal: `message` says to developers what, where and what to do. */
export function refusal(code: RefusalCode, message: string, retryable = false): Refusal {
  return { type: 'refused', code, message, retryable };
}
