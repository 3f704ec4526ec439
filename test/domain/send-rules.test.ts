import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  mayI,
  sendModeOf,
  WHATSAPP_LIMITS,
  type Content,
  type MediaRef,
  type SendMode,
  type SendRefusal,
  type SendRules,
  type ServiceWindowPhase,
  type SessionPhase,
  type TemplateDefinition,
  type TemplateMessage,
} from '../../src/domain/index.js';

const RULES: SendRules = {
  phase: 'engaged',
  window: 'open',
  permissions: ['canUse', 'canSendFiles'],
  features: ['templates', 'interactive', 'locations', 'attachments'],
  limits: { ...WHATSAPP_LIMITS, textBytes: 20, textCharacters: 10, captionCharacters: 5 },
};

const text = (body: string): Content => ({ kind: 'text', body });

const picture: MediaRef = { source: { kind: 'stored', id: 'p' }, mimeType: 'image/png', size: 1000 };
const image = (rest: Partial<MediaRef> = {}, caption?: string): Content => ({
  kind: 'image',
  media: { ...picture, ...rest },
  ...(caption !== undefined && { caption }),
});

const DEFINITION: TemplateDefinition = {
  name: 'hello',
  language: 'en',
  category: 'utility',
  status: 'approved',
  parameters: 'positional',
  header: { kind: 'text', text: 'For {{1}}' },
  body: { text: 'Dear {{1}}, {{ 2 }} and {{1}}' },
  buttons: [],
};
const value = (words: string) => ({ kind: 'text', text: words }) as const;
const template = (rest: Partial<TemplateMessage> = {}): Content => ({
  kind: 'template',
  template: {
    name: 'hello',
    language: 'en',
    definition: DEFINITION,
    header: value('you'),
    body: [value('Mara'), value('hello')],
    ...rest,
  },
});

describe('what kind of message may be sent', () => {
  const cases: readonly [SessionPhase, ServiceWindowPhase, SendMode][] = [
    ['engaged', 'open', 'free'],
    ['engaged', 'near', 'free'],
    ['engaged', 'closed', 'notification-only'],
    ['offered', 'open', 'read-only'],
    ['queued', 'open', 'read-only'],
    ['wrap-up', 'open', 'read-only'],
    ['ended', 'closed', 'read-only'],
  ];
  for (const [phase, windowPhase, mode] of cases) {
    it(`is "${mode}" in a session that is ${phase} with a window that is ${windowPhase}`, () => {
      assert.equal(sendModeOf({ phase, windowPhase }), mode);
    });
  }
});

describe('whether a message may go', () => {
  const allowed: readonly [string, Content, Partial<SendRules>?][] = [
    ['a text', text('hello')],
    ['a text of as many bytes and characters as there may be', text('ééééééabcd')],
    ['an image with a caption', image({}, 'fivee')],
    ['a voice note with a codec', { kind: 'audio', media: { ...picture, mimeType: 'Audio/OGG; codecs=opus' } }],
    ['a position', { kind: 'location', coordinates: { latitude: 1, longitude: 2 } }],
    ['a contact card', { kind: 'contacts', cards: [{}] }],
    ['an interactive message', { kind: 'interactive', interactive: { action: { kind: 'location-request' } } }],
    ['a template past the window', template(), { window: 'closed' }],
    ['a template that nobody described', template({ definition: undefined }), { window: 'closed' }],
    [
      'a template without parameters',
      template({
        header: undefined,
        body: undefined,
        definition: { ...DEFINITION, header: { kind: 'text', text: 'Hi' }, body: { text: 'Hello' } },
      }),
    ],
  ];
  for (const [name, content, rules] of allowed) {
    it(`allows ${name}`, () => assert.deepEqual(mayI(content, { ...RULES, ...rules }), { ok: true }));
  }

  const refused: readonly [SendRefusal, string, Content, Partial<SendRules>?][] = [
    ['read-only', 'anything after the end', text('hello'), { phase: 'ended' }],
    ['read-only', 'even a template in the wrap-up', template(), { phase: 'wrap-up' }],
    ['window-closed', 'a text past the window', text('hello'), { window: 'closed' }],
    [
      'window-closed',
      'an interactive message past the window',
      { kind: 'interactive', interactive: { action: { kind: 'location-request' } } },
      { window: 'closed' },
    ],
    ['empty', 'a text of blanks', text(' \n ')],
    ['empty', 'no contact card', { kind: 'contacts', cards: [] }],
    ['empty', 'no button', { kind: 'interactive', interactive: { action: { kind: 'buttons', buttons: [] } } }],
    [
      'empty',
      'a list without a row',
      { kind: 'interactive', interactive: { action: { kind: 'list', button: 'x', sections: [{ rows: [] }] } } },
    ],
    ['too-many-bytes', 'a text that is too long in UTF-8', text('😀😀😀😀😀😀')],
    ['too-many-characters', 'a text of too many characters', text('abcdefghijk')],
    ['permission-missing', 'a file without the permission', image(), { permissions: ['canUse'] }],
    ['not-supported', 'a file where there are no attachments', image(), { features: [] }],
    ['not-supported', 'a template where there are none', template(), { features: [] }],
    [
      'not-supported',
      'an interactive message where there are none',
      { kind: 'interactive', interactive: { action: { kind: 'location-request' } } },
      { features: [] },
    ],
    ['not-supported', 'what only contacts send', { kind: 'choice', of: 'button', title: 'Yes' }],
    ['file-not-ready', 'a file that is still being fetched', image({ state: 'fetching' })],
    ['file-too-large', 'a file over the limit of its kind', image({ size: 5 * 1024 * 1024 + 1 })],
    ['file-type-not-allowed', 'a file of a type that its kind does not take', image({ mimeType: 'image/svg+xml' })],
    ['caption-too-long', 'a caption that is too long', image({}, 'sixxxx')],
    ['position-missing', 'a position without numbers', { kind: 'location', name: 'somewhere' }],
    [
      'template-not-approved',
      'a template that is paused',
      template({ definition: { ...DEFINITION, status: 'paused' } }),
    ],
    ['template-value-missing', 'a template with too few values', template({ body: [value('Mara')] })],
    ['template-value-missing', 'a template with an empty value', template({ body: [value('Mara'), value(' ')] })],
    ['template-value-missing', 'a template without its header', template({ header: undefined })],
    [
      'template-value-missing',
      'a template with another medium in its header',
      template({ header: { kind: 'video', media: picture }, definition: { ...DEFINITION, header: { kind: 'image' } } }),
    ],
    [
      'template-value-invalid',
      'a template with a line break in a value',
      template({ body: [value('a\nb'), value('c')] }),
    ],
    ['template-value-invalid', 'a template with five blanks in a value', template({ header: value('a     b') })],
    [
      'template-value-invalid',
      'a template with a tab in the address of a button',
      template({ buttons: [{ kind: 'url', index: 0, text: 'a\tb' }] }),
    ],
  ];
  for (const [reason, name, content, rules] of refused) {
    it(`refuses ${name} (${reason})`, () =>
      assert.deepEqual(mayI(content, { ...RULES, ...rules }), { ok: false, reason }));
  }
});
