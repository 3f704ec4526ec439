import { randomBytes } from 'node:crypto';
import type { Ticket } from 'wa-desk/protocol';
import type { AgentToken } from './agent-tokens.js';

/** A ticket is good for this long (milliseconds), and once. */
export const TICKET_LIFETIME_MS = 60_000;

/** One-time tickets that open a WebSocket; they live in memory, because nothing is lost with them. */
export class Tickets {
  readonly #now: () => number;
  readonly #open = new Map<string, { readonly token: AgentToken; readonly expiresAt: number }>();

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(token: AgentToken): Ticket {
    this.#forgetExpired();
    const ticket = randomBytes(32).toString('base64url');
    const expiresAt = this.#now() + TICKET_LIFETIME_MS;
    this.#open.set(ticket, { token, expiresAt });
    return { ticket, expiresAt };
  }

  /** The token that the ticket was given for; the ticket is good for nothing afterwards. */
  redeem(ticket: string): AgentToken | undefined {
    const found = this.#open.get(ticket);
    this.#open.delete(ticket);
    return found && found.expiresAt > this.#now() ? found.token : undefined;
  }

  #forgetExpired(): void {
    const now = this.#now();
    for (const [ticket, { expiresAt }] of this.#open) if (expiresAt <= now) this.#open.delete(ticket);
  }
}
