import type { Expected } from '../expect.js';
import { brief } from '../verdict.js';
import type { Wanted } from './agent-page.js';
import { PATIENCE_MS, personAt, startSession, type Bench } from './bench.js';

const ORDER = ['sent', 'delivered', 'read', 'played'];

/** Checks that a status reaches the message that the agent sent: each is sent first, and WhatsApp's stand-in gives it the id. */
export class StatusCheck {
  readonly #bench: Bench;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  async prepare(expected: readonly Expected[]): Promise<void> {
    for (const [index, status] of ours(expected).entries()) {
      const { browser, graph } = this.#bench;
      const sessionId = await startSession(this.#bench, personAt(status, 'recipient'), `wamid.asked.${String(index)}`);
      graph.nameNext(status.id ?? '');
      const messageId = await browser.send(sessionId, 'Here you are');
      const sent = await browser.settled({ by: 'message-id', id: messageId }, 'delivery', 'accepted', PATIENCE_MS);
      if (sent?.message.delivery?.status !== 'accepted') throw new Error('A message of the agent was not accepted.');
    }
  }

  async check(expected: readonly Expected[]): Promise<readonly string[]> {
    const reasons: string[] = [];
    for (const status of ours(expected)) reasons.push(...(await this.#checkStatus(status, expected)));
    return reasons;
  }

  async #checkStatus(status: Expected, expected: readonly Expected[]): Promise<readonly string[]> {
    const wanted: Wanted = { by: 'provider-id', id: status.id ?? '', channelId: this.#bench.number.channelId };
    const due = highest(expected.filter((other) => other.kind === 'status' && other.id === status.id));
    const delivery = (await this.#bench.browser.settled(wanted, 'delivery', due, PATIENCE_MS))?.message.delivery;
    if (delivery?.status !== due)
      return [`${status.what}: the message is ${brief(delivery?.status)}, not ${brief(due)}`];
    const code = status.claims['problems.0.code'];
    return code === undefined || delivery.problem?.code === code
      ? []
      : [`${status.what}: the failure has the code ${brief(delivery.problem?.code)}, not ${brief(code)}`];
  }
}

/** One status for each message; what is about a contact's own message, or has no known word, changes nothing. */
function ours(expected: readonly Expected[]): readonly Expected[] {
  const written = new Set(expected.filter(({ kind }) => kind !== 'status').map(({ id }) => id));
  const statuses = expected.filter(
    ({ kind, id, claims }) => kind === 'status' && claims['status'] !== undefined && !written.has(id),
  );
  return [...new Map(statuses.map((status) => [status.id, status])).values()];
}

/** Statuses only rise, in whatever order they come. */
function highest(statuses: readonly Expected[]): string {
  const words = statuses.map(({ claims }) => (typeof claims['status'] === 'string' ? claims['status'] : ''));
  return words.includes('failed') && words.length === 1
    ? 'failed'
    : (words.toSorted((one, other) => ORDER.indexOf(other) - ORDER.indexOf(one))[0] ?? '');
}
