import { describe, it } from 'node:test';
import assert from 'node:assert/strict';
import type { Interactive, InteractiveAction } from '../../src/domain/interactive.js';
import type { Content } from '../../src/domain/message.js';
import { WHATSAPP_LIMITS } from '../../src/domain/session.js';
import type { TemplateDefinition, TemplateMessage } from '../../src/domain/template.js';
import { checkContent } from '../../src/service-desk/checks/content-check.js';
import { checkTemplate } from '../../src/service-desk/checks/template-check.js';
import { ORDER_UPDATE } from './driver.js';

const RULES = {
  phase: 'engaged',
  window: 'open',
  permissions: ['canUse', 'canSendFiles'],
  features: ['interactive', 'templates', 'attachments', 'locations'],
  limits: WHATSAPP_LIMITS,
} as const;

const stored = { source: { kind: 'stored', id: 'f' } } as const;
const of = (action: InteractiveAction, parts: Partial<Interactive> = {}): Content => ({
  kind: 'interactive',
  interactive: { body: 'x', action, ...parts },
});
const buttons = (...titles: string[]): InteractiveAction => ({
  kind: 'buttons',
  buttons: titles.map((title, index) => ({ id: `b${index}`, title })),
});
const rows = (count: number, parts: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: `Row ${index}`, ...parts }));
const list = (...sections: { title?: string; rows: ReturnType<typeof rows> }[]): InteractiveAction => ({
  kind: 'list',
  button: 'Choose',
  sections,
});
const long = (count: number) => 'x'.repeat(count);

const cases: readonly {
  readonly what: string;
  readonly content: Content;
  readonly code?: string;
  readonly says?: RegExp;
}[] = [
  { what: 'a text', content: { kind: 'text', body: 'Hi' } },
  { what: 'a text of blanks', content: { kind: 'text', body: ' \n' }, code: 'invalid' },
  { what: 'a text of 4096 bytes', content: { kind: 'text', body: long(4096) } },
  { what: 'a text of 4097 bytes', content: { kind: 'text', body: long(4097) }, code: 'limit-exceeded' },
  {
    what: 'a text of 1400 three-byte characters',
    content: { kind: 'text', body: '語'.repeat(1400) },
    code: 'limit-exceeded',
  },
  { what: 'a caption of 1024', content: { kind: 'image', media: stored, caption: long(1024) } },
  { what: 'a caption of 1025', content: { kind: 'image', media: stored, caption: long(1025) }, code: 'limit-exceeded' },
  {
    what: 'a JPEG of 5 MB',
    content: { kind: 'image', media: { ...stored, mimeType: 'image/jpeg', size: 5 * 1024 * 1024 } },
  },
  {
    what: 'a JPEG of 5 MB and one byte',
    content: { kind: 'image', media: { ...stored, mimeType: 'image/jpeg', size: 5 * 1024 * 1024 + 1 } },
    code: 'limit-exceeded',
  },
  { what: 'a GIF', content: { kind: 'image', media: { ...stored, mimeType: 'image/gif' } }, code: 'limit-exceeded' },
  {
    what: 'a voice note with its codec',
    content: { kind: 'audio', media: { ...stored, mimeType: 'audio/ogg; codecs=opus' } },
  },
  {
    what: 'a medium that is only at WhatsApp',
    content: { kind: 'image', media: { source: { kind: 'provider', id: '1' } } },
    code: 'invalid',
  },
  { what: 'a location', content: { kind: 'location', coordinates: { latitude: -90, longitude: 180 } } },
  { what: 'a location without coordinates', content: { kind: 'location', name: 'Home' }, code: 'invalid' },
  {
    what: 'a location off the earth',
    content: { kind: 'location', coordinates: { latitude: 91, longitude: 0 } },
    code: 'invalid',
  },
  { what: 'a contact card', content: { kind: 'contacts', cards: [{ name: { formatted: 'Mara' } }] } },
  {
    what: 'a contact card without a name',
    content: { kind: 'contacts', cards: [{ phones: [] }] },
    code: 'invalid',
    says: /cards\[0\]\.name\.formatted/,
  },
  { what: 'three buttons', content: of(buttons('Yes', 'No', 'Maybe')) },
  { what: 'four buttons', content: of(buttons('1', '2', '3', '4')), code: 'limit-exceeded', says: /4 given, 1 to 3/ },
  { what: 'no button', content: of(buttons()), code: 'invalid' },
  { what: 'a button title of 20', content: of(buttons(long(20))) },
  {
    what: 'a button title of 21',
    content: of(buttons(long(21))),
    code: 'limit-exceeded',
    says: /action\.buttons\[0\]\.title/,
  },
  {
    what: 'two buttons with the same id',
    content: of({
      kind: 'buttons',
      buttons: [
        { id: 'a', title: '1' },
        { id: 'a', title: '2' },
      ],
    }),
    code: 'invalid',
  },
  { what: 'buttons without a body', content: of(buttons('Yes'), { body: '' }), code: 'invalid', says: /body/ },
  { what: 'a body of 1025 above buttons', content: of(buttons('Yes'), { body: long(1025) }), code: 'limit-exceeded' },
  { what: 'a footer of 61', content: of(buttons('Yes'), { footer: long(61) }), code: 'limit-exceeded' },
  {
    what: 'a header of 61',
    content: of(buttons('Yes'), { header: { kind: 'text', text: long(61) } }),
    code: 'limit-exceeded',
  },
  { what: 'a picture above buttons', content: of(buttons('Yes'), { header: { kind: 'image', media: stored } }) },
  { what: 'a list of ten rows', content: of(list({ rows: rows(10) })) },
  {
    what: 'eleven rows over two sections',
    content: of(list({ title: 'A', rows: rows(10) }, { title: 'B', rows: [{ id: 'z', title: 'z' }] })),
    code: 'limit-exceeded',
  },
  {
    what: 'two sections of which one has no title',
    content: of(list({ title: 'A', rows: rows(1) }, { rows: [{ id: 'z', title: 'z' }] })),
    code: 'invalid',
    says: /sections\[1\]\.title/,
  },
  {
    what: 'a row description of 73',
    content: of(list({ rows: rows(1, { description: long(73) }) })),
    code: 'limit-exceeded',
  },
  { what: 'a body of 4096 above a list', content: of(list({ rows: rows(1) }), { body: long(4096) }) },
  {
    what: 'a picture above a list',
    content: of(list({ rows: rows(1) }), { header: { kind: 'image', media: stored } }),
    code: 'invalid',
    says: /possible: text/,
  },
  { what: 'a link', content: of({ kind: 'link', label: 'Open', url: 'https://shop.example' }) },
  {
    what: 'a link that is no web address',
    content: of({ kind: 'link', label: 'Open', url: 'javascript:x' }),
    code: 'invalid',
  },
  { what: 'a request for the location', content: of({ kind: 'location-request' }) },
  { what: 'one card in a carousel', content: of({ kind: 'carousel', cards: [] }), code: 'invalid' },
  { what: 'what only comes in', content: { kind: 'choice', of: 'button', title: 'x' }, code: 'not-supported' },
  { what: 'what nobody knows', content: { kind: 'unsupported', type: 'poll' }, code: 'not-supported' },
];

describe('what may be sent', () => {
  for (const { what, content, code, says } of cases) {
    it(`${what} is ${code ?? 'fine'}`, () => {
      const problem = checkContent(content, RULES);
      assert.equal(problem?.code, code);
      if (says) assert.match(problem?.message ?? '', says);
    });
  }
});

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const FILLED: TemplateMessage = {
  name: 'order_update',
  language: 'en_US',
  header: text('LN-1'),
  body: [text('Mara'), text('LN-1')],
  buttons: [{ kind: 'url', index: 0, text: 'LN-1' }],
};

const templates: readonly {
  readonly what: string;
  readonly message?: Partial<TemplateMessage>;
  readonly definition?: Partial<TemplateDefinition>;
  readonly code?: string;
}[] = [
  { what: 'with all its values' },
  { what: 'that is paused', definition: { status: 'paused' }, code: 'not-allowed' },
  { what: 'with a value too few', message: { body: [text('Mara')] }, code: 'invalid' },
  { what: 'with a value too many', message: { body: [text('1'), text('2'), text('3')] }, code: 'invalid' },
  { what: 'with an empty value', message: { body: [text(' '), text('LN-1')] }, code: 'invalid' },
  { what: 'with a line break in a value', message: { header: text('LN\n1') }, code: 'invalid' },
  { what: 'with a tab in a button', message: { buttons: [{ kind: 'url', index: 0, text: 'a\tb' }] }, code: 'invalid' },
  { what: 'with four spaces in a row', message: { body: [text('a    b'), text('x')] } },
  { what: 'with five spaces in a row', message: { body: [text('a     b'), text('x')] }, code: 'invalid' },
  { what: 'without the value of its link', message: { buttons: [] }, code: 'invalid' },
  {
    what: 'with a value for a button that it does not have',
    message: { buttons: [{ kind: 'url', index: 3, text: 'x' }] },
    code: 'invalid',
  },
  { what: 'whose body gets too long', message: { body: [text(long(1020)), text('x')] }, code: 'limit-exceeded' },
  { what: 'whose header gets too long', message: { header: text(long(60)) }, code: 'limit-exceeded' },
  {
    what: 'without its picture',
    definition: { header: { kind: 'image' } },
    message: { header: undefined },
    code: 'invalid',
  },
  {
    what: 'with another medium',
    definition: { header: { kind: 'image' } },
    message: { header: { kind: 'video', media: stored } },
    code: 'invalid',
  },
  {
    what: 'with its picture',
    definition: { header: { kind: 'image' } },
    message: { header: { kind: 'image', media: stored } },
  },
  { what: 'with a header that it does not have', definition: { header: undefined }, code: 'invalid' },
  {
    what: 'with named values in any order',
    definition: { parameters: 'named', header: undefined, body: { text: '{{a}} {{b}}' } },
    message: {
      header: undefined,
      body: [
        { ...text('2'), name: 'b' },
        { ...text('1'), name: 'a' },
      ],
    },
  },
  {
    what: 'with a named value missing',
    definition: { parameters: 'named', header: undefined, body: { text: '{{a}} {{b}}' } },
    message: {
      header: undefined,
      body: [
        { ...text('2'), name: 'b' },
        { ...text('1'), name: 'c' },
      ],
    },
    code: 'invalid',
  },
  { what: 'with a card too few', definition: { carousel: [{ buttons: [] }] }, code: 'invalid' },
  {
    what: 'for a login, whose text WhatsApp writes',
    definition: { body: undefined, header: undefined, authentication: {} },
    message: { header: undefined, body: [text('123456')] },
  },
  {
    what: 'whose offer ends at no time',
    definition: { limitedTimeOffer: { text: 'Now', expires: true } },
    code: 'invalid',
  },
];

describe('a template', () => {
  for (const { what, message, definition, code } of templates) {
    it(`${what} is ${code ?? 'fine'}`, () => {
      assert.equal(checkTemplate({ ...ORDER_UPDATE, ...definition }, { ...FILLED, ...message })?.code, code);
    });
  }
});
