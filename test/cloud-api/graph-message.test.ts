import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  fromGraphMessage,
  fromGraphRequest,
  isSendable,
  toGraphMessage,
  toGraphRequest,
  type SendableContent,
} from '../../src/cloud-api/index.js';
import type { JsonObject } from '../../src/domain/index.js';
import { addressing, sendable } from './arbitraries.js';

const TO = { to: '+15550100001' };
const ADDRESSED: JsonObject = { messaging_product: 'whatsapp', to: '+15550100001' };

const SENT: readonly (readonly [title: string, content: SendableContent, json: JsonObject])[] = [
  [
    'text with a preview',
    { kind: 'text', body: 'Hi', previewLink: true },
    { type: 'text', text: { body: 'Hi', preview_url: true } },
  ],
  [
    'a document by id',
    {
      kind: 'document',
      media: { source: { kind: 'provider', id: '7' }, mimeType: 'application/pdf' },
      fileName: 'a.pdf',
      caption: 'A',
    },
    { type: 'document', document: { id: '7', filename: 'a.pdf', caption: 'A' } },
  ],
  [
    'an image by link',
    { kind: 'image', media: { source: { kind: 'link', url: 'https://example.com/a.png' } } },
    { type: 'image', image: { link: 'https://example.com/a.png' } },
  ],
  [
    'a location',
    { kind: 'location', coordinates: { latitude: 1.5, longitude: -2 }, name: 'N' },
    { type: 'location', location: { latitude: 1.5, longitude: -2, name: 'N' } },
  ],
  [
    'a reaction taken away',
    { kind: 'reaction', emoji: '', target: { providerId: 'wamid.1' } },
    { type: 'reaction', reaction: { emoji: '', message_id: 'wamid.1' } },
  ],
  [
    'reply buttons',
    {
      kind: 'interactive',
      interactive: { body: 'Well?', action: { kind: 'buttons', buttons: [{ id: 'y', title: 'Yes' }] } },
    },
    {
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: 'Well?' },
        action: { buttons: [{ type: 'reply', reply: { id: 'y', title: 'Yes' } }] },
      },
    },
  ],
  [
    'a request for the location',
    { kind: 'interactive', interactive: { body: 'Where?', action: { kind: 'location-request' } } },
    {
      type: 'interactive',
      interactive: { type: 'location_request_message', body: { text: 'Where?' }, action: { name: 'send_location' } },
    },
  ],
  [
    'a template with a header, two values and a link',
    {
      kind: 'template',
      template: {
        name: 'order_ready',
        language: 'en_US',
        header: { kind: 'image', media: { source: { kind: 'provider', id: '7' } } },
        body: [{ kind: 'text', text: 'Ada', name: 'first_name' }],
        buttons: [{ kind: 'url', index: 1, text: 'a7' }],
      },
    },
    {
      type: 'template',
      template: {
        name: 'order_ready',
        language: { code: 'en_US' },
        components: [
          { type: 'header', parameters: [{ type: 'image', image: { id: '7' } }] },
          { type: 'body', parameters: [{ type: 'text', parameter_name: 'first_name', text: 'Ada' }] },
          { type: 'button', sub_type: 'url', index: '1', parameters: [{ type: 'text', text: 'a7' }] },
        ],
      },
    },
  ],
];

describe('a message for the Graph API', () => {
  for (const [title, content, json] of SENT) {
    it(`writes ${title}`, () => assert.deepEqual(toGraphMessage(content, TO), { ...ADDRESSED, ...json }));
  }

  it('writes to whom it goes, what it answers and what comes back with its statuses', () => {
    const json = toGraphMessage(
      { kind: 'text', body: 'Hi' },
      { recipient: 'US.1', recipientType: 'individual', quoteProviderId: 'wamid.1', opaque: 'm-7' },
    );
    assert.deepEqual(json, {
      messaging_product: 'whatsapp',
      recipient: 'US.1',
      recipient_type: 'individual',
      context: { message_id: 'wamid.1' },
      biz_opaque_callback_data: 'm-7',
      type: 'text',
      text: { body: 'Hi' },
    });
  });

  it('refuses a medium that WhatsApp does not have', () => {
    const content: SendableContent = { kind: 'image', media: { source: { kind: 'stored', id: 'm1' } } };
    assert.throws(() => toGraphMessage(content, TO), { name: 'WaError', code: 'contract-violated' });
  });

  it('comes back from its JSON as it was', () => {
    fc.assert(
      fc.property(sendable, addressing, (content, to) => {
        const json: unknown = JSON.parse(JSON.stringify(toGraphMessage(content, to)));
        assert.deepEqual(fromGraphMessage(json), JSON.parse(JSON.stringify({ ...to, content })));
      }),
      { numRuns: 400 },
    );
  });

  it('is read without throwing, whatever the JSON', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => fromGraphRequest(json) !== null));
  });

  it('is told from its only content when its type is missing or a placeholder', () => {
    for (const type of [undefined, '<TYPE>']) {
      assert.deepEqual(fromGraphMessage({ to: '1', type, text: { body: 'Hi' } })?.content, {
        kind: 'text',
        body: 'Hi',
      });
    }
  });

  it('reads parameters in the spelling of samples', () => {
    const components = [
      { type: 'BUTTON', sub_type: 'QUICK_REPLY', index: 0, parameters: [{ type: 'text', text: true }] },
      {
        type: 'button',
        sub_type: 'COPY_CODE',
        index: '1',
        parameters: [{ type: 'coupon_code', coupon_code: '25OFF' }],
      },
    ];
    const content = fromGraphMessage({
      type: 'TEMPLATE',
      template: { name: 't', language: { code: 'en' }, components },
    })?.content;
    assert.deepEqual(content?.kind === 'template' && content.template.buttons, [
      { kind: 'quick-reply', index: 0, payload: 'true' },
      { kind: 'copy-code', index: 1, code: '25OFF' },
    ]);
  });

  it('can be anything but what contacts and WhatsApp say', () => {
    assert.equal(isSendable({ kind: 'text', body: 'Hi' }), true);
    assert.equal(isSendable({ kind: 'choice', of: 'list', title: 'Yes' }), false);
    assert.equal(isSendable({ kind: 'system', change: 'user_changed_number' }), false);
  });
});

describe('the other requests', () => {
  const requests = [
    [
      { kind: 'mark-read', providerId: 'wamid.1' },
      { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1' },
    ],
    [
      { kind: 'mark-read', providerId: 'wamid.1', typing: 'text' },
      { messaging_product: 'whatsapp', status: 'read', message_id: 'wamid.1', typing_indicator: { type: 'text' } },
    ],
    [
      { kind: 'call', action: 'accept', callId: 'wacid.1', session: { sdpType: 'answer', sdp: 'v=0' }, opaque: 'c-1' },
      {
        messaging_product: 'whatsapp',
        action: 'accept',
        call_id: 'wacid.1',
        session: { sdp_type: 'answer', sdp: 'v=0' },
        biz_opaque_callback_data: 'c-1',
      },
    ],
  ] as const;
  for (const [request, json] of requests) {
    it(`writes and reads ${JSON.stringify(request)}`, () => {
      assert.deepEqual(toGraphRequest(request), json);
      assert.deepEqual(fromGraphRequest(json), request);
    });
  }

  it('are none when the JSON asks for nothing', () => {
    assert.equal(fromGraphRequest({ messaging_product: 'whatsapp', to: '1' }), undefined);
  });
});
