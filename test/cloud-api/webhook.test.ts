import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseWebhook } from '../../src/cloud-api/index.js';
import type { JsonObject } from '../../src/domain/index.js';
import { fromAda, only, webhook } from './webhooks.js';

const TEXT: JsonObject = { type: 'text', text: { body: 'Hi' } };

describe('who wrote and what it refers to', () => {
  it('routes by the business number and the account', () => {
    assert.deepEqual(only(fromAda(TEXT), 'message').route, {
      phoneNumberId: '1060',
      displayPhoneNumber: '15550100000',
      wabaId: '1020',
      field: 'messages',
    });
  });

  it('knows a person without a phone number by the business-scoped id', () => {
    const json = webhook({
      contacts: [{ profile: { name: 'Lin', username: '@lin' }, user_id: 'US.1', parent_user_id: 'US.ENT.1' }],
      messages: [{ from_user_id: 'US.1', id: 'wamid.1', timestamp: '1750000000', ...TEXT }],
    });
    assert.deepEqual(only(json, 'message').contact, {
      userId: 'US.1',
      parentUserId: 'US.ENT.1',
      username: 'lin',
      profileName: 'Lin',
    });
  });

  it('finds each sender of a batch by id and not by position', () => {
    const json = webhook({
      contacts: [
        { profile: { name: 'Bo' }, wa_id: '2' },
        { profile: { name: 'Ada' }, wa_id: '1' },
      ],
      messages: [
        { from: '1', id: 'a', ...TEXT },
        { from: '2', id: 'b', ...TEXT },
        { from: '3', id: 'c', ...TEXT },
      ],
    });
    const names = parseWebhook(json).map((fact) => (fact.kind === 'message' ? fact.contact.profileName : 'none'));
    assert.deepEqual(names, ['Ada', 'Bo', undefined]);
  });

  it('reads quote, product, referral and how often it was forwarded', () => {
    const fact = only(
      fromAda({
        ...TEXT,
        context: {
          from: '15550100000',
          id: 'wamid.0',
          forwarded: true,
          frequently_forwarded: true,
          referred_product: { catalog_id: '9', product_retailer_id: 'a' },
        },
        referral: {
          source_type: 'ad',
          source_id: '5',
          headline: 'Sale',
          ctwa_clid: 'x',
          welcome_message: { text: 'Hi!' },
        },
      }),
      'message',
    );
    assert.deepEqual(fact.quote, { providerId: 'wamid.0', authorPhone: '15550100000' });
    assert.deepEqual(fact.product, { catalogId: '9', productId: 'a' });
    assert.deepEqual(fact.referral, {
      source: 'ad',
      sourceId: '5',
      headline: 'Sale',
      clickId: 'x',
      welcomeText: 'Hi!',
    });
    assert.equal(fact.forwarded, 'often');
  });

  it('has no quote for what was only forwarded', () => {
    const fact = only(fromAda({ ...TEXT, context: { forwarded: true } }), 'message');
    assert.equal(fact.quote, undefined);
    assert.equal(fact.forwarded, 'once');
  });

  for (const timestamp of ['1750000000', 1750000000, 1_750_000_000_000]) {
    it(`reads the time stamp ${JSON.stringify(timestamp)}`, () => {
      assert.equal(only(fromAda({ ...TEXT, timestamp }), 'message').originAt, 1_750_000_000_000);
    });
  }

  it('has no time where the time stamp is a placeholder', () => {
    assert.equal(only(fromAda({ ...TEXT, timestamp: '<TIMESTAMP>' }), 'message').originAt, undefined);
  });
});

describe('what became of a message', () => {
  const status = (told: JsonObject) =>
    webhook({ statuses: [{ id: 'wamid.9', timestamp: '1750000000', recipient_id: '1', ...told }] });

  it('reads a failure with its reason and what the sender had put on it', () => {
    const fact = only(
      status({
        status: 'failed',
        biz_opaque_callback_data: 'm-7',
        errors: [
          {
            code: 131047,
            title: 'Re-engagement message',
            message: 'Re-engagement message',
            error_data: { details: 'More than 24 hours' },
          },
        ],
      }),
      'status',
    );
    assert.equal(fact.status, 'failed');
    assert.equal(fact.opaque, 'm-7');
    assert.deepEqual(fact.problems, [
      { code: 131047, title: 'Re-engagement message', message: 'Re-engagement message', details: 'More than 24 hours' },
    ]);
  });

  it('reads price and conversation', () => {
    const fact = only(
      status({
        status: 'Sent',
        pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'utility' },
        conversation: { id: 'c', expiration_timestamp: '1750000600', origin: { type: 'utility' } },
      }),
      'status',
    );
    assert.equal(fact.status, 'sent');
    assert.deepEqual(fact.pricing, { billable: true, model: 'PMP', type: 'regular', category: 'utility' });
    assert.deepEqual(fact.conversation, { id: 'c', expiresAt: 1_750_000_600_000, origin: 'utility' });
  });

  it('keeps the name of a status that is not known here', () => {
    const fact = only(status({ status: 'evaporated' }), 'status');
    assert.equal(fact.status, undefined);
    assert.equal(fact.statusName, 'evaporated');
  });

  it('reads both spellings of the parent id', () => {
    for (const name of ['recipient_parent_user_id', 'parent_recipient_user_id']) {
      assert.equal(only(status({ status: 'read', [name]: 'US.ENT.1' }), 'status').recipient.parentUserId, 'US.ENT.1');
    }
  });

  it('knows a group from a person', () => {
    const fact = only(
      status({ status: 'read', recipient_type: 'group', recipient_id: 'g1', recipient_participant_id: '7' }),
      'status',
    );
    assert.equal(fact.groupId, 'g1');
    assert.equal(fact.recipient.waId, undefined);
    assert.deepEqual(fact.participant, { waId: '7' });
  });

  it('does not take the status of a call for one of a message', () => {
    assert.equal(only(status({ type: 'call', status: 'RINGING' }), 'call-status').statusName, 'RINGING');
  });
});

describe('the other subscriptions', () => {
  it('reads what staff wrote on the phone', () => {
    const json = webhook(
      { message_echoes: [{ from: '15550100000', to: '1', id: 'wamid.2', timestamp: '1', ...TEXT }] },
      'smb_message_echoes',
    );
    assert.deepEqual(only(json, 'echo').contact, { waId: '1' });
  });

  it('reads the past in both directions, and how far it came', () => {
    const message = { id: 'wamid.3', timestamp: '1', history_context: { status: 'READ' }, ...TEXT };
    const threads = [
      {
        id: '1',
        messages: [
          { ...message, from: '1' },
          { ...message, from: '15550100000', to: '1' },
        ],
      },
    ];
    const facts = parseWebhook(
      webhook({ history: [{ metadata: { phase: 0, chunk_order: 1, progress: 40 }, threads }] }, 'history'),
    );
    assert.deepEqual(
      facts.map((fact) =>
        fact.kind === 'history-message' ? [fact.direction, fact.contact.waId, fact.delivery] : fact.kind,
      ),
      ['history-progress', ['from-contact', '1', 'read'], ['from-business', '1', 'read']],
    );
  });

  it('reads that the past is not shared', () => {
    const fact = only(
      webhook({ history: [{ errors: [{ code: 2593109, title: 'Off' }] }] }, 'history'),
      'history-progress',
    );
    assert.deepEqual(fact.problems, [{ code: 2593109, title: 'Off' }]);
  });

  it('reads a stop of marketing messages', () => {
    const json = webhook(
      { user_preferences: [{ wa_id: '1', category: 'marketing_messages', value: 'stop', timestamp: 1750000000 }] },
      'user_preferences',
    );
    assert.equal(only(json, 'marketing-preference').allowed, false);
  });

  it('tells a change of quality by its properties, whatever its subscription is called', () => {
    const json = webhook(
      { message_template_id: 7, new_quality_score: 'RED', previous_quality_score: 'GREEN' },
      'message_template_status_update',
    );
    const fact = only(json, 'template-quality');
    assert.deepEqual([fact.template.id, fact.previous, fact.current], ['7', 'GREEN', 'RED']);
  });

  it('reads why a template was rejected, also beside the value', () => {
    const change = {
      field: 'message_template_status_update',
      value: {
        event: 'REJECTED',
        message_template_id: 7,
        message_template_language: 'en-US',
        reason: 'INVALID_FORMAT',
      },
      rejection_info: { reason: 'Placeholders touch', recommendation: 'Part them' },
    };
    const fact = only({ entry: [{ id: '1020', changes: [change] }] }, 'template-status');
    assert.deepEqual(
      [fact.status, fact.reason, fact.explanation, fact.recommendation, fact.template.language],
      ['rejected', 'INVALID_FORMAT', 'Placeholders touch', 'Part them', 'en_US'],
    );
  });

  it('keeps what an account notice says beyond its known parts', () => {
    const json = webhook(
      {
        event: 'ACCOUNT_RESTRICTION',
        restriction_info: [{ restriction_type: 'X', expiration: 1750000000 }],
        waba_info: { waba_id: '1' },
      },
      'account_update',
    );
    const fact = only(json, 'account');
    assert.deepEqual(fact.restrictions, [{ type: 'X', expiresAt: 1_750_000_000_000 }]);
    assert.deepEqual(fact.details?.['waba_info'], { waba_id: '1' });
  });

  it('reads a call with its length', () => {
    const call = {
      id: 'wacid.1',
      from: '1',
      to: '15550100000',
      event: 'terminate',
      direction: 'USER_INITIATED',
      status: 'COMPLETED',
      duration: 48,
      timestamp: '1750000000',
    };
    const fact = only(webhook({ calls: [call] }, 'calls'), 'call');
    assert.deepEqual(
      [fact.contact.waId, fact.direction, fact.outcome, fact.durationMs],
      ['1', 'from-contact', 'completed', 48_000],
    );
  });

  it('marks what another application handles at the moment', () => {
    const facts = parseWebhook(webhook({ standby: { messages: [{ from: '1', id: 'wamid.4', ...TEXT }] } }));
    assert.deepEqual(
      facts.map((fact) => [fact.kind, fact.route.standby, fact.route.phoneNumberId]),
      [['message', true, '1060']],
    );
  });

  it('keeps a subscription that is not known here', () => {
    assert.deepEqual(only(webhook({ weather: { sun: true } }, 'weather_update'), 'other').raw, {
      weather: { sun: true },
    });
  });
});

describe('odd webhooks', () => {
  const value = { messages: [{ from: '1', id: 'wamid.5', ...TEXT }] };
  const odd: readonly (readonly [string, JsonObject | readonly JsonObject[]])[] = [
    ['an entry that is no list', { entry: { id: '1', changes: { field: 'messages', value } } }],
    ['a value without its envelope', value],
    ['a change without its envelope', { field: 'messages', value }],
    ['several envelopes in a list', [{ entry: [{ changes: [{ value }] }] }]],
    ['the subscription named in the entry', { entry: [{ field: 'messages', changes: [{ value }] }] }],
  ];
  for (const [title, json] of odd) {
    it(`reads ${title}`, () => assert.equal(only(json as JsonObject, 'message').providerId, 'wamid.5'));
  }

  it('never throws, whatever the JSON', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (json) => Array.isArray(parseWebhook(json))));
  });

  it('never throws on a webhook any part of which is something else', () => {
    const whole = fromAda({
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{}' } },
      context: { id: 'x' },
      errors: [{ code: 1 }],
    });
    const paths = pathsOf(whole);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue({ maxDepth: 3 }), (path, replacement) => {
        const broken = replaced(whole, path, replacement);
        assert.ok(Array.isArray(parseWebhook(broken)));
      }),
      { numRuns: 500 },
    );
  });
});

function pathsOf(json: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof json !== 'object' || json === null) return [path];
  return [path, ...Object.entries(json).flatMap(([key, value]) => pathsOf(value, [...path, key]))];
}

function replaced(json: unknown, [key, ...rest]: readonly string[], replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const copy: unknown = structuredClone(json);
  Reflect.set(copy as object, key, replaced(Reflect.get(json as object, key), rest, replacement));
  return copy;
}
