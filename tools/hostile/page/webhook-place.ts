import { parseWebhook } from 'wa-desk/cloud-api';
import type { Content, JsonValue, Message } from 'wa-desk/domain';
import '../../../src/elements/message/wa-message.js';
import { elementsIn, find, Vocabulary } from './looks.js';
import { messageWith } from './message-places.js';
import { readsBack } from './text-read.js';

/** Fields by which a content is read and which no contact words: they stay as they are in a harmless copy. */
const FIXED: ReadonlySet<string> = new Set([
  'kind',
  'id',
  'source',
  'state',
  'event',
  'direction',
  'response',
  'change',
]);

/** Shows the message of a webhook as the gateway reads it, and says what is wrong with its look. */
export class WebhookPlace {
  readonly #element = document.createElement('wa-message');

  constructor(parent: Element) {
    parent.append(this.#element);
  }

  get root(): ParentNode {
    return this.#element.shadowRoot ?? this.#element;
  }

  /** `drawn` waits until what was shown is on screen. */
  async faults(message: unknown, drawn: (root: ParentNode) => Promise<void>): Promise<readonly string[]> {
    const faults: string[] = [];
    for (const heard of messagesOf(message)) {
      const vocabulary = new Vocabulary();
      for (const filler of ['harmless', 'https://shop.example/', '', undefined]) {
        this.#show(filler === undefined ? withoutProblems(heard) : harmlessCopy(heard, filler));
        await drawn(this.root);
        vocabulary.learn(this.root);
      }
      this.#show(heard);
      await drawn(this.root);
      faults.push(...vocabulary.strangers(this.root), ...this.#misread(heard.content));
    }
    return faults.map((fault) => `webhook: ${fault}`);
  }

  #show(message: Message): void {
    this.#element.message = message;
  }

  #misread(content: Content): readonly string[] {
    if (elementsIn(this.root).length === 0) return ['nothing is shown'];
    if (content.kind !== 'text') return [];
    const shown = find(this.root, '.text');
    return shown.every((element) => readsBack(element, content.body)) ? [] : ['the text is not what was sent'];
  }
}

/** The messages that a webhook with this one message tells of; WhatsApp has told the sender's profile beside it. */
export function messagesOf(message: unknown): readonly Message[] {
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550000000', phone_number_id: '1' },
    contacts: [{ wa_id: (message as { from?: unknown }).from, profile: { name: 'Harmless' } }],
    messages: [message],
  };
  const webhook = {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value }] }],
  };
  return parseWebhook(webhook).flatMap((fact) => {
    if (fact.kind !== 'message') return [];
    const { content, quote, forwarded, referral, product, problems } = fact;
    const about = { quote, forwarded, referral, product, problems };
    const told = Object.fromEntries(Object.entries(about).filter(([, part]) => part !== undefined));
    return [messageWith(content, { ...told, ...(fact.originAt === undefined ? {} : { originAt: fact.originAt }) })];
  });
}

/** The same message with `filler` in place of every text that somebody wrote. */
function harmlessCopy(message: Message, filler: string): Message {
  const parts = {
    content: message.content,
    referral: message.referral,
    product: message.product,
    problems: message.problems,
  };
  return { ...message, ...(filled(parts as unknown as JsonValue, filler) as Partial<Message>) };
}

function withoutProblems({ problems: _, ...message }: Message): Message {
  return message;
}

function filled(value: JsonValue | undefined, filler: string, key = ''): JsonValue | undefined {
  if (typeof value === 'string') return FIXED.has(key) ? value : filler;
  if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => filled(item, filler, key) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, filled(part, filler, name) ?? null]));
}
