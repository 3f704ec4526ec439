import type { Transport } from '../../protocol/transport.js';

/** What can be made to go wrong; a backend that cannot do one of these leaves it out, and the tests that need it are skipped. */
export interface ConformanceFaults {
  /** Breaks the connection, as a failing network does. */
  cutLink?(): Promise<void> | void;
  /** The next attempt to connect is refused for its credentials. */
  refuseCredentials?(): Promise<void> | void;
  /** The next command is done, and its outcome does not arrive. */
  loseOutcome?(): Promise<void> | void;
  /** The next event does not arrive. */
  dropEvent?(): Promise<void> | void;
  /** The next event arrives twice. */
  repeatEvent?(): Promise<void> | void;
  /** The next event arrives after the one behind it. */
  swapEvents?(): Promise<void> | void;
  /** The next event arrives with a part that does not fit the schemas. */
  breakEvent?(): Promise<void> | void;
  /** The log is replaced by another one with the same content. */
  changeEpoch?(): Promise<void> | void;
  /** Tells the heads of the streams now. */
  beat?(): Promise<void> | void;
}

export type FaultName = keyof ConformanceFaults;

/** A fresh backend: two agents who serve one channel, neither ready, nobody has written; no offer expires while a test runs. */
export interface ConformanceBackend {
  readonly transport: Transport;
  /** What the agent's desk shows to the backend. */
  credentials(): Promise<unknown>;
  /** The transport of the other agent. */
  readonly second: { readonly transport: Transport; credentials(): Promise<unknown> };
  /** A person with this name writes to the channel. */
  contactWrites(contact: string, text: string): Promise<void> | void;
  readonly faults: ConformanceFaults;
  stop(): Promise<void> | void;
}

/** The transport that is to be proved, with the backend behind it. */
export interface TransportUnderTest {
  start(): Promise<ConformanceBackend>;
}

/** One promise of the port; `run` rejects with an `Error` that says what was broken. */
export interface ConformanceTest {
  readonly name: string;
  /** The faults without which it cannot run. */
  readonly needs: readonly FaultName[];
  run(subject: TransportUnderTest): Promise<void>;
}
