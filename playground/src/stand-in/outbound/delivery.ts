import { mediaReferences } from '../graph/media-kinds.js';
import { statusError } from '../graph/errors.js';
import { compact, textAt } from '../json.js';
import type { PhoneEvents } from '../events.js';
import { toPhoneMessage } from '../phone/view.js';
import type { SettingsStore } from '../settings.js';
import type { Business } from '../business.js';
import type { Sql } from '../store/database.js';
import { contentOf, type MessageState, type StoredMessage } from '../store/message-store.js';
import type { Fetch } from '../webhooks/endpoint.js';
import { statusChange } from '../webhooks/payloads.js';
import type { WebhookQueue } from '../webhooks/webhook-queue.js';
import { fetchLink } from './link-fetcher.js';
import { refusalOf, type Refusal, type RefusalParts } from './refusals.js';

/** What the way to the phone needs. */
export interface DeliveryParts extends RefusalParts {
  readonly sql: Sql;
  readonly business: Business;
  readonly settings: SettingsStore;
  readonly queue: WebhookQueue;
  readonly events: PhoneEvents;
  readonly fetch: Fetch;
  /** Whether the person has the thread on screen. */
  readonly isWatched: (contactId: string) => boolean;
}

const MINUTE_MS = 60_000;
const LIFETIME_MS = 30 * 24 * 60 * MINUTE_MS;
const AUTHENTICATION_LIFETIME_MS = 10 * MINUTE_MS;

/** Takes accepted messages to the phone and tells the business of each step. */
export class Delivery {
  readonly #parts: DeliveryParts;
  #stopped = false;

  constructor(parts: DeliveryParts) {
    this.#parts = parts;
  }

  /** Goes on with what an earlier run has accepted or sent but not finished. */
  resume(): void {
    for (const message of this.#parts.messages.outboundIn('accepted')) this.begin(message);
    for (const message of this.#parts.messages.outboundIn('sent')) this.#afterDelay(() => this.#deliver(message.id));
  }

  /** Ends every further step; what is unfinished goes on after the next start. */
  stop(): void {
    this.#stopped = true;
  }

  /** Starts a message on its way, after the answer to the send. */
  begin(message: StoredMessage): void {
    this.#afterDelay(() => void this.#send(message));
  }

  /** Delivers what has waited for a phone to come online. */
  phoneOnline(contactId: string): void {
    for (const message of this.#parts.messages.outboundIn('sent', contactId)) this.#deliver(message.id);
  }

  /** The person reads everything that has arrived. */
  readAll(contactId: string): void {
    for (const message of this.#parts.messages.outboundIn('delivered', contactId)) this.#rise(message.id, 'read');
  }

  /** The person plays a voice message. */
  play(message: StoredMessage): void {
    if (message.state === 'delivered') this.#rise(message.id, 'read');
    if (message.state !== 'played') this.#rise(message.id, 'played');
  }

  #afterDelay(run: () => void): void {
    const { clock, settings } = this.#parts;
    clock.at(clock.now() + settings.get().networkDelayMs, () => {
      if (!this.#stopped) run();
    });
  }

  async #send(message: StoredMessage): Promise<void> {
    const refusal = refusalOf(message, this.#parts) ?? (await this.#fetchLinks(message));
    if (this.#stopped) return;
    if (refusal) return this.#fail(message, refusal);
    this.#rise(message.id, 'sent');
    if (message.type === 'reaction') this.#react(message);
    else this.#afterDelay(() => this.#deliver(message.id));
  }

  async #fetchLinks(message: StoredMessage): Promise<Refusal | undefined> {
    const fetched: Record<string, string> = {};
    for (const { kind, link } of mediaReferences(message.type, message.content)) {
      if (link === undefined) continue;
      const result = await fetchLink(link, kind, this.#parts);
      if ('problem' in result) return { code: 131053, details: result.problem };
      fetched[link] = result.id;
    }
    if (!this.#stopped && Object.keys(fetched).length > 0) this.#parts.messages.update(message.id, { fetched });
    return undefined;
  }

  #fail(message: StoredMessage, { code, details }: Refusal): void {
    this.#parts.messages.update(message.id, { errors: [statusError(code, details)] });
    this.#rise(message.id, 'failed');
  }

  #deliver(id: string): void {
    const { contacts, messages, clock, events, isWatched } = this.#parts;
    const message = messages.get(id);
    const contact = message && contacts.get(message.contactId);
    if (message?.state !== 'sent' || message.type === 'reaction' || !contact?.online) return;
    if (clock.now() - message.at > lifetime(message)) return;
    const delivered = this.#rise(id, 'delivered');
    events.emit({ type: 'message.added', message: toPhoneMessage(delivered) });
    if (isWatched(contact.id)) this.#rise(id, 'read');
  }

  #react(message: StoredMessage): void {
    const { messages, events } = this.#parts;
    const target = messages.get(textAt(contentOf(message), 'message_id') ?? '');
    if (!target) return;
    const emoji = textAt(contentOf(message), 'emoji') || undefined;
    const changed = messages.update(target.id, { reactions: compact({ ...target.reactions, business: emoji }) });
    events.emit({ type: 'message.changed', message: toPhoneMessage(changed) });
  }

  /** A new state and the word of it are one step: neither is kept without the other. */
  #rise(id: string, state: MessageState): StoredMessage {
    const { sql, messages, contacts, business, queue, clock, events } = this.#parts;
    const message = sql.transaction(() => {
      const changed = messages.update(id, { state });
      const recipient = changed.unknownRecipient;
      const about = { message: changed, at: clock.now(), ...(recipient && { recipient }) };
      queue.add(statusChange(business, contacts.get(changed.contactId), about), { omittable: state === 'delivered' });
      return changed;
    });
    if (state === 'read' || state === 'played')
      events.emit({ type: 'message.changed', message: toPhoneMessage(message) });
    return message;
  }
}

function lifetime(message: StoredMessage): number {
  return message.category === 'authentication' ? AUTHENTICATION_LIFETIME_MS : LIFETIME_MS;
}
