import type { WhatsAppProblem } from 'wa-desk/domain';

/** The pair rate: too many messages to one person; WhatsApp asks to wait 4^n seconds. */
const PAIR_RATE = 131_056;

const LONGEST_MS = 60_000;

/** How long to wait before the next attempt, after `attempts` failed ones; `chance` in [0, 1) spreads those who wait together. */
export function backOffMs(attempts: number, chance: number, problem?: WhatsAppProblem): number {
  const base = problem?.code === PAIR_RATE ? 4 ** attempts : 2 ** (attempts - 1);
  const ms = Math.min(base * 1000, LONGEST_MS);
  return Math.round(ms * (1 + chance / 4));
}
