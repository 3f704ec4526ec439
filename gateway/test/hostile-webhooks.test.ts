import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc, { type Arbitrary } from 'fast-check';
import { parseWebhook } from 'wa-desk/cloud-api';
import type { JsonObject, JsonValue } from 'wa-desk/domain';
import { parseEnvelope, parseWelcome, type Command } from 'wa-desk/protocol';
import { ServiceDesk, serviceDeskConfig, type Emission, type Input } from 'wa-desk/service-desk';
import { inputOf } from '../src/webhooks/fact-inputs.js';
import { inbound, status, text, webhook } from './support/webhooks.js';

const file = {
  id: '77',
  mime_type: 'image/jpeg',
  sha256: 'aGFzaA==',
  file_size: 5,
  url: 'https://lookaside.example/77',
};

const MESSAGES: readonly JsonObject[] = [
  { type: 'text', text: { body: 'Hi' }, context: { id: 'wamid.0', from: '1', from_user_id: 'SE.1' } },
  { type: 'image', image: { ...file, caption: 'c' }, errors: [{ code: 131052, title: 't', href: 'h' }] },
  { type: 'document', document: { ...file, filename: 'a.pdf' } },
  { type: 'audio', audio: { ...file, voice: true } },
  { type: 'location', location: { latitude: 1, longitude: 2, name: 'n' } },
  { type: 'contacts', contacts: [{ name: { formatted_name: 'n' }, phones: [{ phone: '1', wa_id: '1' }] }] },
  { type: 'button', button: { text: 't', payload: 'p' } },
  {
    type: 'interactive',
    interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"a":1}' } },
  },
  { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: '1', title: 't' } } },
  { type: 'order', order: { catalog_id: 'c', product_items: [{ product_retailer_id: 'p', quantity: 1 }] } },
  { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '👍' } },
  { type: 'edit', edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'x' } } } },
  { type: 'system', system: { type: 'user_changed_number', body: 'b', wa_id: '15550100001' } },
  { type: 'unsupported', errors: [{ code: 131051 }], unsupported: { type: 'poll' } },
  { type: 'hologram', hologram: { size: [1, 2] } },
  { type: 'text', text: { body: 'ad' }, referral: { source_type: 'ad', headline: 'h', ctwa_clid: 'c' } },
];

const WEBHOOKS: readonly JsonObject[] = [
  ...MESSAGES.map((message, index) => webhook(inbound(`wamid.${index + 1}`, message))),
  webhook(status('wamid.0', 'failed', { errors: [{ code: 131026, title: 't', error_data: { details: 'd' } }] })),
];

/** Where the leaves and branches of the webhook are, below its envelope. */
function pathsOf(json: JsonValue, path: readonly string[] = []): (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, part]) => pathsOf(part, [...path, key]))];
}

function replaced(json: JsonValue, [key, ...rest]: readonly string[], value: JsonValue): JsonValue {
  if (key === undefined || typeof json !== 'object' || json === null) return value;
  if (Array.isArray(json)) {
    const items: readonly JsonValue[] = json;
    return items.map((item, index) => (String(index) === key ? replaced(item, rest, value) : item));
  }
  return Object.fromEntries(
    Object.entries(json).map(([name, part]) => [name, name === key ? replaced(part, rest, value) : part]),
  );
}

function nested(depth: number): JsonValue {
  let value: JsonValue = 'x';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

const oddValue: Arbitrary<JsonValue> = fc.oneof(
  fc.jsonValue() as Arbitrary<JsonValue>,
  fc.constantFrom<JsonValue>(null, '', -1, 1.5, 1e308, 'NaN', '-5', '99999999999999', '\u0000\ud800', 'x'.repeat(5000)),
  fc.constantFrom(33, 70, 3000).map(nested),
  fc.constantFrom(33, 70, 3000).map((depth) => JSON.stringify(nested(depth))),
  fc.constant(JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{}}}') as JsonValue),
);

/** A webhook as WhatsApp sends it, but for one part, which is anything. */
const oddWebhook: Arbitrary<JsonValue> = fc.constantFrom(...WEBHOOKS).chain((whole) => {
  const paths = pathsOf(whole).filter((path) => path.length > 4);
  return fc.tuple(fc.constantFrom(...paths), oddValue).map(([path, value]) => replaced(whole, path, value));
});

const NOW = Date.UTC(2026, 10, 24);

/** A desk on which Ana has the session of the webhooks' contact. */
function deskWithSession(): Bench {
  const channels = [{ id: 'c', name: 'Orders' }];
  const agents = [{ id: 'ana', name: 'Ana', channelIds: ['c'], permissions: ['canUse'] as const, capacity: 5 }];
  const desk = new ServiceDesk({ epoch: 'e', config: serviceDeskConfig({ channels, agents }) });
  const bench = new Bench(desk);
  bench.command({ type: 'presence.set', id: 'ready', ready: true });
  bench.hear(webhook(inbound('wamid.0', text('Hi'))));
  return bench;
}

/** A service desk behind webhooks, whose agent takes every session at once. */
class Bench {
  #ids = 0;

  constructor(readonly desk: ServiceDesk) {}

  command(command: Command): readonly Emission[] {
    return this.#handle({ type: 'command', agentId: 'ana', command });
  }

  /** Everything that comes of a webhook. */
  hear(json: JsonValue): readonly Emission[] {
    const inputs = parseWebhook(json).map((fact) => inputOf(fact, { channelId: 'c', receivedAt: NOW }));
    const emissions = inputs.flatMap((input) => (input ? this.#handle(input) : []));
    const offerIds = [...this.desk.state.offers.keys()];
    return [
      ...emissions,
      ...offerIds.flatMap((offerId) => this.command({ type: 'offer.accept', id: offerId, offerId })),
    ];
  }

  #handle(input: Input): readonly Emission[] {
    const newId = (): string => `id${(this.#ids += 1)}`;
    return this.desk.handle(input, { now: NOW, newId }).emissions;
  }
}

const sent = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('whatever a webhook says', () => {
  it('agents can read what comes of it, each event by itself and all in a welcome', () => {
    const property = fc.property(oddWebhook, (json) => {
      const bench = deskWithSession();
      for (const { envelope, to } of bench.hear(json)) {
        if (to.length > 0) assert.deepEqual(parseEnvelope(sent(envelope)), { ok: true, value: sent(envelope) });
      }
      const welcome = sent(bench.desk.welcome('ana', NOW));
      assert.deepEqual(parseWelcome(welcome), { ok: true, value: welcome });
    });
    fc.assert(property, { numRuns: 600 });
  });
});
