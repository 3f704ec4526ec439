import type { RefusalCode } from '../../protocol/commands.js';
import type { SendResult } from '../../service-desk/index.js';

/** What happens to one event on its way to a desk instead of simply arriving. */
export type EventFault =
  /** It does not arrive, and leaves a gap. */
  | 'drop-event'
  /** It comes twice. */
  | 'repeat-event'
  /** It comes after the one that follows it. */
  | 'swap-event'
  /** It comes broken, so that it does not fit the schemas. */
  | 'break-event';

export type FaultKind =
  | EventFault
  /** The credentials are refused. */
  | 'refuse-credentials'
  /** The server cannot be reached. */
  | 'fail-to-connect'
  /** A command gets lost on the way, so that it is not done. */
  | 'lose-command'
  /** A command is done, and its outcome gets lost on the way. */
  | 'lose-outcome'
  /** A file that is uploaded does not arrive. */
  | 'lose-upload'
  /** A medium cannot be had. */
  | 'lose-media';

const EVENT_FAULTS: readonly EventFault[] = ['drop-event', 'repeat-event', 'swap-event', 'break-event'];

/** What goes wrong next between the desk and the simulated server; whoever meets a fault uses it up. */
export class Faults {
  readonly #left = new Map<FaultKind, number>();
  readonly #refusals: RefusalCode[] = [];
  readonly #sendResults: SendResult[] = [];

  /** Lets this go wrong the next so many times. */
  inject(kind: FaultKind, times = 1): void {
    this.#left.set(kind, (this.#left.get(kind) ?? 0) + times);
  }

  /** The next command is refused with this code. */
  refuseNext(code: RefusalCode): void {
    this.#refusals.push(code);
  }

  /** What WhatsApp answers to the next message, e.g. that it failed, or nothing at all (`unknown`). */
  answerNextSend(result: SendResult): void {
    this.#sendResults.push(result);
  }

  /** Does this go wrong now? */
  take(kind: FaultKind): boolean {
    const left = this.#left.get(kind) ?? 0;
    if (left > 0) this.#left.set(kind, left - 1);
    return left > 0;
  }

  takeEventFault(): EventFault | undefined {
    return EVENT_FAULTS.find((kind) => this.take(kind));
  }

  takeRefusal(): RefusalCode | undefined {
    return this.#refusals.shift();
  }

  takeSendResult(): SendResult | undefined {
    return this.#sendResults.shift();
  }
}
