import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  fromGraphAnswer,
  fromGraphError,
  fromSendAnswer,
  toGraphAnswer,
  toGraphError,
  type GraphAnswer,
} from '../../src/cloud-api/index.js';
import type { JsonObject } from '../../src/domain/index.js';

const WHATSAPP: JsonObject = { messaging_product: 'whatsapp' };

const ANSWERS: readonly (readonly [title: string, json: JsonObject, answer: GraphAnswer])[] = [
  [
    'a message that is held back',
    {
      ...WHATSAPP,
      contacts: [{ input: '+1', wa_id: '1' }],
      messages: [{ id: 'wamid.1', message_status: 'held_for_quality_assessment' }],
    },
    {
      kind: 'sent',
      contacts: [{ input: '+1', waId: '1' }],
      messages: [{ providerId: 'wamid.1', status: 'held_for_quality_assessment' }],
    },
  ],
  [
    'where a medium lies',
    { ...WHATSAPP, id: '7', url: 'https://lookaside.example/7', mime_type: 'image/png', sha256: 'ab', file_size: 4 },
    { kind: 'media', id: '7', url: 'https://lookaside.example/7', mimeType: 'image/png', sha256: 'ab', size: 4 },
  ],
  ['the id of an upload', { id: '7' }, { kind: 'uploaded', id: '7' }],
  ['a call', { ...WHATSAPP, calls: [{ id: 'wacid.1' }] }, { kind: 'call', callIds: ['wacid.1'] }],
  [
    'who may be called',
    {
      ...WHATSAPP,
      permission: { status: 'temporary', expiration_time: 1750000000 },
      actions: [
        {
          action_name: 'start_call',
          can_perform_action: true,
          limits: [{ time_period: 'PT24H', current_usage: 1, max_allowed: 5, limit_expiration_time: 1750000600 }],
        },
      ],
    },
    {
      kind: 'call-permissions',
      status: 'temporary',
      expiresAt: 1_750_000_000_000,
      actions: [
        {
          name: 'start_call',
          allowed: true,
          limits: [{ period: 'PT24H', used: 1, allowed: 5, resetsAt: 1_750_000_600_000 }],
        },
      ],
    },
  ],
  [
    'a page of templates',
    {
      data: [{ name: 't', language: 'en', category: 'UTILITY', status: 'PAUSED', id: '1' }],
      paging: { cursors: { before: 'b', after: 'a' }, next: 'https://graph.example/next' },
    },
    {
      kind: 'templates',
      templates: [
        {
          id: '1',
          name: 't',
          language: 'en',
          category: 'utility',
          status: 'paused',
          parameters: 'positional',
          buttons: [],
        },
      ],
      before: 'b',
      after: 'a',
      next: 'https://graph.example/next',
    },
  ],
  ['that it is done', { success: true }, { kind: 'success', success: true }],
];

describe('an answer of the Graph API', () => {
  for (const [title, json, answer] of ANSWERS) {
    it(`tells ${title}`, () => assert.deepEqual(fromGraphAnswer(json), answer));
    it(`comes back from the domain: ${title}`, () => assert.deepEqual(toGraphAnswer(answer), json));
  }

  it('reads numbers that come as texts and limits that come as nothing', () => {
    assert.equal((fromGraphAnswer({ id: '7', url: 'u', file_size: '303833' }) as { size?: number }).size, 303_833);
    assert.deepEqual(
      (fromGraphAnswer({ permission: {}, actions: [{ action_name: 'a', limits: null }] }) as { actions?: unknown })
        .actions,
      [{ name: 'a' }],
    );
  });

  it('is no answer to a message unless it names one', () => {
    assert.equal(fromSendAnswer({ success: true }), undefined);
    assert.equal(fromSendAnswer('nonsense'), undefined);
  });
});

describe('an error of the Graph API', () => {
  const json = {
    error: {
      message: '(#131047) Re-engagement message',
      type: 'OAuthException',
      code: 131047,
      error_data: { messaging_product: 'whatsapp', details: 'More than 24 hours' },
      error_subcode: 2494010,
      fbtrace_id: 'A1',
      is_transient: false,
      error_user_title: 'Closed',
      error_user_msg: 'The window is closed',
    },
  };

  it('is read whole and written again', () => {
    const error = fromGraphError(json);
    assert.equal(error?.code, 131047);
    assert.equal(error.details, 'More than 24 hours');
    assert.deepEqual(error && toGraphError(error), json);
  });

  it('has the code -1 when it came without one', () =>
    assert.equal(fromGraphError({ error: { message: 'Oops' } })?.code, -1));

  it('is none without an error', () => assert.equal(fromGraphError({ messages: [] }), undefined));
});
