import type { Clock } from '../clock.js';
import { type GraphError, whatsAppError } from './errors.js';

const MESSAGES_PER_SECOND = 80;
const COEXISTENCE_MESSAGES_PER_SECOND = 20;

const PAIR_INTERVAL_MS = 6000;
const PAIR_BURST = 45;

/** WhatsApp's two limits on sending: throughput of the number, and messages to one person. */
export class RateLimits {
  readonly #clock: Clock;
  #recent: number[] = [];
  /** Per person: when all messages sent so far would have been allowed at the steady rate. */
  readonly #paidUntil = new Map<string, number>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts one message to a person, or gives the refusal: 130429 or 131056. */
  take(recipient: string, coexistence: boolean): GraphError | undefined {
    const now = this.#clock.now();
    const perSecond = coexistence ? COEXISTENCE_MESSAGES_PER_SECOND : MESSAGES_PER_SECOND;
    this.#recent = this.#recent.filter((at) => at > now - 1000);
    if (this.#recent.length >= perSecond)
      return whatsAppError(130429, 'Cloud API message throughput has been reached.');
    const paidUntil = Math.max(this.#paidUntil.get(recipient) ?? 0, now);
    if (paidUntil - now >= PAIR_BURST * PAIR_INTERVAL_MS) {
      return whatsAppError(131056, 'Too many messages sent from this phone number to the same person in a short time.');
    }
    this.#paidUntil.set(recipient, paidUntil + PAIR_INTERVAL_MS);
    this.#recent.push(now);
    return undefined;
  }
}
