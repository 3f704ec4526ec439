import type { DeskOptions } from '../config/options.js';
import type { Agent, Capabilities, Session } from '../domain/session.js';
import type { AgentStorage } from './agent-storage.js';
import type { Environment } from './environment.js';
import type { LinkGate } from './link-gate.js';

/** What a session needs from the desk around it. */
export interface SessionSurroundings {
  readonly env: Environment;
  readonly gate: LinkGate;
  readonly agent: Agent;
  readonly storage: AgentStorage;
  options(): DeskOptions;
  /** Epoch milliseconds, server clock. */
  now(): number;
  isOnline(): boolean;
  isInView(sessionId: string): boolean;
  askSync(): void;
  /** Resolves once everything that the server has now is applied here. */
  catchUp(): Promise<void>;
  /** True while many facts are being applied: what they come to is shown afterwards. */
  isShownLater(sessionId: string): boolean;
  /** Something was written into a session that has left the desk meanwhile. */
  leftBehind(sessionId: string): void;
  /** Something of the session has changed that the desk shows. */
  changed(): void;
}

export interface SessionBeginning {
  readonly session: Session;
  readonly phase: 'offered' | 'engaged' | 'wrap-up';
  readonly capabilities?: Capabilities;
  /** While the session is offered. */
  readonly offer?: { readonly id: string; readonly expiresAt: number };
}
