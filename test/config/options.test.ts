import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { DEFAULT_OPTIONS, optionDocs, PERMISSIONS, readOptions, type RawOption } from '../../src/config/index.js';
import { optionsDoc } from '../../tools/options-doc.js';

const PENDING = 'whatsappsession.pending-response-to-customer';
const BYTES = 'whatsappsession.max-text-message-size';
const BLINKING = 'whatsappsession.new-message-blinking';
const BROWSE = 'whatsappsession.location-map.browse.query';
const PREVIEW = 'whatsappsession.location-map.preview.query';
const NOTIFICATION = 'whatsappsession.default-notification-text';
const TITLE = 'toast.window-title';
const COLOUR = 'whatsappsession.other-agent.text-color';
const SIZE = 'whatsappsession.client.font-size';
const EMOJIS = 'wa-desk.custom-emojis';
const BELL = { code: '1f6ce', sequence: '🛎', image: 'https://img.example/bell.png' };

const valid: readonly [string, RawOption, Partial<typeof DEFAULT_OPTIONS>][] = [
  [PENDING, '10,20', { pendingResponse: { warning: 10, maximum: 20 } }],
  [PENDING, ' 10 , 20 ', { pendingResponse: { warning: 10, maximum: 20 } }],
  [BYTES, '1000', { maxTextMessageSize: 1000 }],
  [BYTES, 1000, { maxTextMessageSize: 1000 }],
  [BLINKING, false, { newMessageBlinking: false }],
  [BLINKING, 'False', { newMessageBlinking: false }],
  [
    BROWSE,
    'https://map.example/?q={LATITUDE},{LONGITUDE}',
    { mapBrowseQuery: 'https://map.example/?q={LATITUDE},{LONGITUDE}' },
  ],
  [PREVIEW, '', { mapPreviewQuery: '' }],
  [NOTIFICATION, 'We have an answer: {{1}}', { defaultNotificationText: 'We have an answer: {{1}}' }],
  [COLOUR, '#0a1fa8', { otherAgentTextColor: '#0a1fa8' }],
  [COLOUR, 'rebeccapurple', { otherAgentTextColor: 'rebeccapurple' }],
  [SIZE, '18', { clientFontSize: 18 }],
  [EMOJIS, '{"1F6CE": "https://img.example/bell.png"}', { customEmojis: [BELL] }],
  [EMOJIS, '{"1f6ce": "/emojis/bell.png"}', { customEmojis: [{ ...BELL, image: '/emojis/bell.png' }] }],
  [TITLE, '$Contact.FirstName$|nobody', { toastWindowTitle: '$Contact.FirstName$|nobody' }],
];

const wrong: readonly [string, RawOption][] = [
  [PENDING, '50,30'],
  [PENDING, '30'],
  [PENDING, '30,50,70'],
  [PENDING, '30,soon'],
  [BYTES, 0],
  [BYTES, 1.5],
  [BYTES, ''],
  [BYTES, 2_147_483_648],
  [BLINKING, 'yes'],
  [BROWSE, 'https://map.example/'],
  [BROWSE, 'javascript:{LATITUDE}{LONGITUDE}'],
  [PREVIEW, 'https://map.example/{LATITUDE}/{LONGITUDE}/{ZOOM}'],
  [NOTIFICATION, 'We have an answer.'],
  [TITLE, '($Contact.FirstName$'],
  [COLOUR, '#12345'],
  [COLOUR, 'red; background: url(https://evil.example)'],
  [SIZE, 49],
  [EMOJIS, '[]'],
  [EMOJIS, '{"1f6ce": '],
  [EMOJIS, '{"bell": "https://img.example/bell.png"}'],
  [EMOJIS, '{"1f6ce": "javascript:alert(1)"}'],
  [EMOJIS, '{"1f6ce": "//evil.example/bell.png"}'],
];

describe('options', () => {
  it('have defaults that are valid themselves', () => {
    const written = Object.fromEntries(optionDocs().map(({ option, fallback }) => [option, fallback]));
    assert.deepEqual(readOptions(written), { options: DEFAULT_OPTIONS, problems: [] });
  });

  for (const [option, value, parts] of valid) {
    it(`take ${JSON.stringify(value)} for ${option}`, () => {
      assert.deepEqual(readOptions({ [option]: value }), { options: { ...DEFAULT_OPTIONS, ...parts }, problems: [] });
    });
  }

  for (const [option, value] of wrong) {
    it(`refuse ${JSON.stringify(value)} for ${option}, and say what would be valid`, () => {
      const { options, problems } = readOptions({ [option]: value });
      assert.deepEqual(options, DEFAULT_OPTIONS);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.option, option);
      assert.ok(problems[0].valid);
    });
  }

  it('name one that nobody knows, and take the others', () => {
    const { options, problems } = readOptions({ 'whatsappsession.max-text-mesage-size': 5, [BYTES]: 5 });
    assert.deepEqual(problems, [{ option: 'whatsappsession.max-text-mesage-size', value: 5 }]);
    assert.equal(options.maxTextMessageSize, 5);
  });

  it('build on those that hold already', () => {
    const base = readOptions({ [BYTES]: 5 }).options;
    assert.equal(readOptions({ [BLINKING]: false }, base).options.maxTextMessageSize, 5);
  });

  it('and permissions are documented as they are', async () => {
    assert.equal(new Set(PERMISSIONS.map(({ permission }) => permission)).size, 5);
    const file = readFileSync(new URL('../../docs/options.md', import.meta.url), 'utf8');
    assert.equal(file, await optionsDoc(), 'docs/options.md is out of date: run `npm run options-doc`');
  });
});
