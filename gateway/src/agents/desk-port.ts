import type {
  AnswerTo,
  Command,
  EventEnvelope,
  Outcome,
  Query,
  ResumePoint,
  StreamPosition,
  Sync,
  Welcome,
} from 'wa-desk/protocol';

/** What the agents' side of the gateway needs of the service desk. Every answer is about facts that are on the disk. */
export interface DeskPort {
  /** Epoch milliseconds on the desk's clock. */
  now(): number;
  /** Rejects with a `WaError` (`not-allowed`) when the agent may not use the desk. */
  welcome(agentId: string): Promise<Welcome>;
  execute(agentId: string, command: Command): Promise<Outcome>;
  /** Rejects with a `WaError` when it may not be answered. */
  query<Q extends Query>(agentId: string, query: Q): Promise<AnswerTo<Q>>;
  sync(agentId: string, from: ResumePoint): Promise<Sync>;
  /** The newest position of the agent's stream and of every session on the agent's desk. */
  heads(agentId: string): Readonly<Record<string, StreamPosition>>;
  /** Facts of the agent's own stream and of the sessions that are the agent's at that moment; returns the way to stop. */
  subscribe(agentId: string, listener: (envelope: EventEnvelope) => void): () => void;
}
