import type { Expected } from './expect.js';
import type { Payload } from './payload.js';

/** One way in which a webhook is tried: read by the parser, or sent through a gateway to an agent's screen. */
export interface InboundStage {
  /** For the report, e.g. `parser`. */
  readonly name: string;
  /** Gets ready for all these payloads: business numbers, agents, a browser. */
  open(payloads: readonly Payload[]): Promise<void>;
  /** One line for each thing that did not come out as expected; none when all did. */
  check(payload: Payload, expected: readonly Expected[]): Promise<readonly string[]>;
  /** A picture (PNG) of the payload as rendered, where the stage renders. */
  picture?(payload: Payload): Promise<Uint8Array | undefined>;
  close(): Promise<void>;
}
