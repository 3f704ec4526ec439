import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Content, JsonObject, JsonValue } from '../../src/domain/index.js';
import { contentOf, fromAda, only } from './webhooks.js';

const CASES: readonly (readonly [title: string, message: JsonObject, content: Content])[] = [
  ['a text', { type: 'text', text: { body: 'Hello *you*' } }, { kind: 'text', body: 'Hello *you*' }],
  [
    'an image with its caption and checksum',
    {
      type: 'image',
      image: {
        id: '77',
        mime_type: 'image/jpeg',
        sha256: 'aGFzaA==',
        caption: 'Roof',
        url: 'https://lookaside.example/77',
      },
    },
    {
      kind: 'image',
      caption: 'Roof',
      media: {
        source: { kind: 'provider', id: '77', url: 'https://lookaside.example/77' },
        mimeType: 'image/jpeg',
        sha256: 'aGFzaA==',
      },
    },
  ],
  [
    'a voice note',
    { type: 'audio', audio: { id: '78', mime_type: 'audio/ogg; codecs=opus', voice: true } },
    {
      kind: 'audio',
      voice: true,
      media: { source: { kind: 'provider', id: '78' }, mimeType: 'audio/ogg; codecs=opus' },
    },
  ],
  [
    'a document whose id is a number',
    { type: 'document', document: { id: 79, filename: 'offer.pdf', caption: 'See page 2' } },
    {
      kind: 'document',
      caption: 'See page 2',
      fileName: 'offer.pdf',
      media: { source: { kind: 'provider', id: '79' } },
    },
  ],
  [
    'an animated sticker',
    { type: 'sticker', sticker: { id: '80', animated: true } },
    { kind: 'sticker', animated: true, media: { source: { kind: 'provider', id: '80' } } },
  ],
  [
    'a location with coordinates as strings',
    { type: 'location', location: { latitude: '48.2', longitude: '16.37', name: 'Café' } },
    { kind: 'location', coordinates: { latitude: 48.2, longitude: 16.37 }, name: 'Café' },
  ],
  [
    'a location beyond the earth, without its coordinates',
    { type: 'location', location: { latitude: 480, longitude: 16, address: 'Ring 1' } },
    { kind: 'location', address: 'Ring 1' },
  ],
  [
    'a contact card without a name, and why it came',
    {
      type: 'contacts',
      contacts: [{ origin: 'contact_request', phones: [{ phone: '+1 555 010 0001', wa_id: '15550100001' }] }],
    },
    {
      kind: 'contacts',
      cards: [{ origin: 'contact_request', phones: [{ phone: '+1 555 010 0001', waId: '15550100001' }] }],
    },
  ],
  [
    'a tapped reply button',
    { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Yes' } } },
    { kind: 'choice', of: 'button', id: 'yes', title: 'Yes' },
  ],
  [
    'a chosen row of a list, also when its type is missing',
    { type: 'interactive', interactive: { list_reply: { id: 'r1', title: 'Express', description: 'Tomorrow' } } },
    { kind: 'choice', of: 'list', id: 'r1', title: 'Express', description: 'Tomorrow' },
  ],
  [
    'a tapped quick reply of a template',
    { type: 'button', button: { text: 'Stop', payload: 'STOP' } },
    { kind: 'choice', of: 'template', title: 'Stop', id: 'STOP' },
  ],
  [
    'a filled-in form',
    {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"stars":5}' } },
    },
    { kind: 'form-answer', name: 'flow', body: 'Sent', answers: { stars: 5 } },
  ],
  [
    'a form whose answers are no JSON, as they came',
    {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{"stars":' } },
    },
    { kind: 'form-answer', name: 'flow', unreadable: '{"stars":' },
  ],
  [
    'a permission to call',
    {
      type: 'interactive',
      interactive: {
        type: 'call_permission_reply',
        call_permission_reply: {
          response: 'accept',
          is_permanent: false,
          expiration_timestamp: '1750000600',
          response_source: 'user_action',
        },
      },
    },
    {
      kind: 'call-permission',
      response: 'accept',
      permanent: false,
      expiresAt: 1_750_000_600_000,
      source: 'user_action',
    },
  ],
  [
    'an order with decimal prices, and one whose price is missing',
    {
      type: 'order',
      order: {
        catalog_id: '9',
        text: '',
        product_items: [
          { product_retailer_id: 'a', quantity: '2', item_price: 9.99, currency: 'EUR' },
          { product_retailer_id: 'b', quantity: 1 },
        ],
      },
    },
    {
      kind: 'order',
      catalogId: '9',
      text: '',
      items: [
        { productId: 'a', quantity: 2, price: 9.99, currency: 'EUR' },
        { productId: 'b', quantity: 1 },
      ],
    },
  ],
  [
    'a reaction',
    { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '👍🏽' } },
    { kind: 'reaction', emoji: '👍🏽', target: { providerId: 'wamid.0' } },
  ],
  [
    'a reaction that was taken away, without emoji',
    { type: 'reaction', reaction: { message_id: 'wamid.0' } },
    { kind: 'reaction', emoji: '', target: { providerId: 'wamid.0' } },
  ],
  [
    'an edit',
    { type: 'edit', edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'Better' } } } },
    { kind: 'edit', target: { providerId: 'wamid.0' }, content: { kind: 'text', body: 'Better' } },
  ],
  [
    'a deletion',
    { type: 'revoke', revoke: { original_message_id: 'wamid.0' } },
    { kind: 'revoke', target: { providerId: 'wamid.0' } },
  ],
  [
    'a change of number with the new ids',
    {
      type: 'system',
      system: {
        type: 'user_changed_number',
        body: 'Ada changed',
        wa_id: '15550100009',
        user_id: 'US.2',
        previous_user_id: 'US.1',
        parent_user_id: 'US.ENT.2',
        previous_parent_user_id: 'US.ENT.1',
      },
    },
    {
      kind: 'system',
      change: 'user_changed_number',
      body: 'Ada changed',
      phoneNumber: '+15550100009',
      userId: 'US.2',
      previousUserId: 'US.1',
      parentUserId: 'US.ENT.2',
      previousParentUserId: 'US.ENT.1',
    },
  ],
  [
    'an older change of number',
    { type: 'system', system: { type: 'customer_changed_number', new_wa_id: '15550100009' } },
    { kind: 'system', change: 'customer_changed_number', phoneNumber: '+15550100009' },
  ],
  ['the first opening of a chat', { type: 'request_welcome' }, { kind: 'welcome' }],
  [
    'what WhatsApp cannot pass on, with its name',
    { type: 'unsupported', unsupported: { type: 'poll_creation' } },
    { kind: 'unsupported', type: 'poll_creation' },
  ],
  ['the older word for it', { type: 'unknown' }, { kind: 'unsupported' }],
  [
    'a type that is not known here, with all its data',
    { type: 'hologram', hologram: { depth: 3 } },
    { kind: 'unsupported', type: 'hologram', data: { depth: 3 } },
  ],
  ['a type in capital letters', { type: 'TEXT', text: { body: 'Hi' } }, { kind: 'text', body: 'Hi' }],
  [
    'a capture without a type',
    { location: { latitude: 1, longitude: 2 } },
    { kind: 'location', coordinates: { latitude: 1, longitude: 2 } },
  ],
];

describe('what an inbound message says', () => {
  for (const [title, message, content] of CASES) {
    it(`reads ${title}`, () => assert.deepEqual(contentOf(message), content));
  }

  it('marks a medium as failed that WhatsApp could not fetch', () => {
    const fact = only(
      fromAda({ type: 'video', video: { id: '5' }, errors: [{ code: 131052, title: 'Media download error' }] }),
      'message',
    );
    assert.deepEqual(fact.content, {
      kind: 'video',
      media: { source: { kind: 'provider', id: '5' }, state: 'failed' },
    });
    assert.deepEqual(fact.problems, [{ code: 131052, title: 'Media download error' }]);
  });

  it('leaves data out that is nested without measure, and keeps the answers of a form as they came', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    const hologram = { type: 'hologram', hologram: JSON.parse(deep) as JsonValue };
    assert.deepEqual(contentOf(hologram), { kind: 'unsupported', type: 'hologram' });
    const form = { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: deep } };
    assert.deepEqual(contentOf({ type: 'interactive', interactive: form }), {
      kind: 'form-answer',
      name: 'flow',
      unreadable: deep,
    });
  });

  it('knows no medium of less than nothing', () => {
    assert.deepEqual(contentOf({ type: 'image', image: { id: '5', file_size: -1 } }), {
      kind: 'image',
      media: { source: { kind: 'provider', id: '5' } },
    });
  });

  it('does not follow edits of edits', () => {
    let message: JsonObject = { type: 'text', text: { body: 'deep' } };
    for (let depth = 0; depth < 5000; depth += 1) message = { type: 'edit', edit: { message } };
    assert.deepEqual(contentOf(message), { kind: 'edit', target: {}, content: { kind: 'unsupported', type: 'edit' } });
  });
});
