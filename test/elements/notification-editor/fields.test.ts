import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TemplateDefinition } from '../../../src/domain/template.js';
import { en } from '../../../src/i18n/strings.js';
import { fullLabelOf } from '../../../src/elements/notification-editor/field-words.js';
import { fieldsOf, isFillable } from '../../../src/elements/notification-editor/fields.js';
import { messageOf, type Filling } from '../../../src/elements/notification-editor/filling.js';
import { maxOf, problemOf } from '../../../src/elements/notification-editor/problems.js';

const NOW = Date.UTC(2026, 10, 24);

const template = (part: Partial<TemplateDefinition>): TemplateDefinition => ({
  name: 'delivery_date',
  language: 'en',
  category: 'utility',
  status: 'approved',
  parameters: 'positional',
  buttons: [],
  ...part,
});

const filling = (texts: Filling['texts'], files: Filling['files'] = {}): Filling => ({ texts, files });
const ids = (definition: TemplateDefinition): readonly string[] => fieldsOf(definition).map(({ id }) => id);

const problemsOf = (definition: TemplateDefinition, values: Filling): readonly (readonly [string, string])[] =>
  fieldsOf(definition).flatMap((field) => {
    const problem = problemOf(field, definition, values, NOW);
    return problem ? [[field.id, problem.kind] as const] : [];
  });

const media = { source: { kind: 'stored', id: 'm' } } as const;

describe('fields of a template', () => {
  it('are what its header, its body and its buttons need, in their order', () => {
    const definition = template({
      header: { kind: 'text', text: 'Order {{1}}' },
      body: { text: 'Hi {{1}}, on {{2}}, {{1}}', examples: { '1': 'Mara' } },
      buttons: [
        { kind: 'quick-reply', text: 'Yes' },
        { kind: 'url', text: 'Track', url: 'https://track.example/{{1}}' },
        { kind: 'url', text: 'Shop', url: 'https://shop.example' },
        { kind: 'copy-code', text: 'Copy' },
      ],
    });
    assert.deepEqual(ids(definition), ['header.1', 'body.1', 'body.2', 'button.0', 'button.1', 'button.3']);
    assert.equal(fieldsOf(definition)[1]?.example, 'Mara');
    assert.equal(fieldsOf(definition)[4]?.prefix, 'https://track.example/');
  });

  it('tell a placeholder of the header from the one of the same name in the body', () => {
    const definition = template({ header: { kind: 'text', text: 'Order {{1}}' }, body: { text: 'Hi {{1}}' } });
    const labels = fieldsOf(definition).map((field) => fullLabelOf(field, en));
    assert.deepEqual(labels, ['Header {{1}}', 'Text {{1}}']);
    const card = { header: { kind: 'text', text: '{{1}}' }, body: { text: '{{1}}' }, buttons: [] } as const;
    const cards = fieldsOf(template({ carousel: [card, card] })).map((field) => fullLabelOf(field, en));
    assert.equal(new Set(cards).size, 4);
  });

  it('are optional where WhatsApp has a value of its own', () => {
    const definition = template({
      buttons: [
        { kind: 'quick-reply', text: 'Yes' },
        { kind: 'flow', text: 'Rate' },
        { kind: 'catalog', text: 'Look' },
      ],
    });
    assert.deepEqual(
      fieldsOf(definition).map(({ label, optional }) => [label.kind, optional]),
      [
        ['payload', true],
        ['flow-token', true],
        ['thumbnail', true],
      ],
    );
    assert.deepEqual(problemsOf(definition, filling({})), []);
  });

  it('show the end of a whole sample address', () => {
    const url = {
      kind: 'url',
      text: 'Track',
      url: 'https://track.example/{{1}}',
      example: 'https://track.example/LN-1',
    } as const;
    assert.equal(fieldsOf(template({ buttons: [url] }))[0]?.example, 'LN-1');
  });

  it('are a file, a place or a product where the header is one', () => {
    assert.deepEqual(ids(template({ header: { kind: 'gif' } })), ['header']);
    assert.deepEqual(ids(template({ header: { kind: 'location' } })), [
      'header.latitude',
      'header.longitude',
      'header.name',
      'header.address',
    ]);
    assert.deepEqual(ids(template({ header: { kind: 'product' } })), ['header.product', 'header.catalog']);
  });

  it('are those of each card of a carousel too', () => {
    const card = { header: { kind: 'image' }, body: { text: '{{1}}' }, buttons: [] } as const;
    assert.deepEqual(ids(template({ body: { text: 'Look' }, carousel: [card, card] })), [
      'card.0.header',
      'card.0.body.1',
      'card.1.header',
      'card.1.body.1',
    ]);
  });

  it('is one code for an authentication template', () => {
    const definition = template({ authentication: {}, buttons: [{ kind: 'otp', text: 'Copy', otp: 'copy-code' }] });
    assert.deepEqual(ids(definition), ['code']);
  });

  it('is one code too where WhatsApp lists the template with a text and an address', () => {
    const definition = template({
      authentication: {},
      body: { text: '*{{1}}* is your verification code.' },
      buttons: [{ kind: 'url', text: 'Copy', url: 'https://www.whatsapp.com/otp/code/?code=otp{{1}}' }],
    });
    assert.deepEqual(ids(definition), ['code']);
    const message = messageOf(definition, filling({ code: '123456' }));
    assert.deepEqual(message.buttons, [{ kind: 'url', index: 0, text: '123456' }]);
  });

  it('cannot be filled in where an order to pay is needed', () => {
    assert.equal(isFillable(template({ buttons: [{ kind: 'order-details', text: 'Pay' }] })), false);
    assert.equal(isFillable(template({ buttons: [{ kind: 'multi-product', text: 'View' }] })), true);
  });
});

describe('the message of a filling', () => {
  it('has the values in the order of the placeholders, by name where the template names them', () => {
    const body = { text: 'Hi {{name}}, on {{day}}' };
    const values = filling({ 'body.day': 'Monday', 'body.name': 'Mara' });
    assert.deepEqual(messageOf(template({ body, parameters: 'named' }), values).body, [
      { kind: 'text', text: 'Mara', name: 'name' },
      { kind: 'text', text: 'Monday', name: 'day' },
    ]);
    assert.deepEqual(messageOf(template({ body }), values).body, [
      { kind: 'text', text: 'Mara' },
      { kind: 'text', text: 'Monday' },
    ]);
  });

  it('has the values by their numbers, however the text orders them', () => {
    const values = filling({ 'body.1': 'Mara', 'body.2': 'Monday' });
    assert.deepEqual(messageOf(template({ body: { text: 'On {{2}}, {{1}}' } }), values).body, [
      { kind: 'text', text: 'Mara' },
      { kind: 'text', text: 'Monday' },
    ]);
  });

  it('has what quick replies, forms, catalogs and products need', () => {
    const definition = template({
      buttons: [
        { kind: 'quick-reply', text: 'Yes' },
        { kind: 'quick-reply', text: 'No' },
        { kind: 'flow', text: 'Rate' },
        { kind: 'catalog', text: 'Look' },
        { kind: 'multi-product', text: 'View' },
      ],
    });
    const texts = {
      'button.0': 'yes-1',
      'button.3': 'lamp',
      'button.4': '# Lamps\nlamp\n\nlamp-2',
      'button.4.thumbnail': 'lamp',
    };
    assert.deepEqual(messageOf(definition, filling(texts)).buttons, [
      { kind: 'quick-reply', index: 0, payload: 'yes-1' },
      { kind: 'flow', index: 2, token: 'unused' },
      { kind: 'catalog', index: 3, thumbnailProductId: 'lamp' },
      {
        kind: 'multi-product',
        index: 4,
        thumbnailProductId: 'lamp',
        sections: [{ title: 'Lamps', productIds: ['lamp', 'lamp-2'] }],
      },
    ]);
  });

  it('has header, buttons, cards and the end of an offer', () => {
    const definition = template({
      header: { kind: 'image' },
      buttons: [
        { kind: 'quick-reply', text: 'Yes' },
        { kind: 'url', text: 'Track', url: 'https://track.example/{{1}}' },
        { kind: 'copy-code', text: 'Copy' },
      ],
      limitedTimeOffer: { text: 'Today', expires: true },
      carousel: [{ header: { kind: 'video' }, body: { text: '{{1}}' }, buttons: [] }],
    });
    const message = messageOf(
      definition,
      filling(
        { 'button.1': 'LN-1', 'button.2': 'SAVE', offer: '2026-11-25T10:00Z', 'card.0.body.1': 'Light' },
        { header: media, 'card.0.header': media },
      ),
    );
    assert.deepEqual(message.header, { kind: 'image', media });
    assert.deepEqual(message.buttons, [
      { kind: 'url', index: 1, text: 'LN-1' },
      { kind: 'copy-code', index: 2, code: 'SAVE' },
    ]);
    assert.deepEqual(message.cards, [
      { index: 0, header: { kind: 'video', media }, body: [{ kind: 'text', text: 'Light' }] },
    ]);
    assert.equal(message.offerExpiresAt, Date.UTC(2026, 10, 25, 10));
    assert.equal(message.definition, definition);
  });

  it('has a place only with both numbers', () => {
    const definition = template({ header: { kind: 'location' } });
    assert.equal(messageOf(definition, filling({ 'header.latitude': '52.5' })).header, undefined);
    assert.deepEqual(
      messageOf(definition, filling({ 'header.latitude': '52.5', 'header.longitude': '13', 'header.name': 'Shop' }))
        .header,
      { kind: 'location', latitude: 52.5, longitude: 13, name: 'Shop' },
    );
  });

  it('gives a one-time code to the text and to its button', () => {
    const definition = template({ authentication: {}, buttons: [{ kind: 'otp', text: 'Copy', otp: 'copy-code' }] });
    const message = messageOf(definition, filling({ code: '123456' }));
    assert.deepEqual(message.body, [{ kind: 'text', text: '123456' }]);
    assert.deepEqual(message.buttons, [{ kind: 'url', index: 0, text: '123456' }]);
  });
});

describe('problems of a filling', () => {
  const definition = template({
    header: { kind: 'text', text: 'Order {{1}}' },
    body: { text: 'Hi {{1}}' },
    buttons: [{ kind: 'url', text: 'Track', url: 'https://track.example/{{1}}' }],
  });

  const cases: readonly (readonly [string, string, string])[] = [
    ['nothing', '', 'missing'],
    ['blanks', '  ', 'missing'],
    ['a tab', 'a\tb', 'line-break'],
    ['a line break', 'a\nb', 'line-break'],
    ['five spaces', 'a     b', 'spaces'],
    ['more than the header may have', 'x'.repeat(55), 'too-long'],
  ];
  for (const [what, value, kind] of cases)
    it(`are told for ${what} in a header`, () => {
      const values = filling({ 'header.1': value, 'body.1': 'Mara', 'button.0': 'LN' });
      assert.deepEqual(problemsOf(definition, values), [['header.1', kind]]);
    });

  it('are none for what WhatsApp takes', () => {
    const values = filling({ 'header.1': 'x'.repeat(54), 'body.1': 'a    b', 'button.0': 'LN' });
    assert.deepEqual(problemsOf(definition, values), []);
  });

  it('count all of a text together', () => {
    const two = template({ body: { text: '{{1}}{{2}}' } });
    const values = filling({ 'body.1': 'x'.repeat(1000), 'body.2': 'y'.repeat(25) });
    assert.deepEqual(problemsOf(two, values), [
      ['body.1', 'too-long'],
      ['body.2', 'too-long'],
    ]);
    const [first] = fieldsOf(two);
    assert.equal(first && maxOf(first, two, values), 999);
  });

  it('are told for sections of products that WhatsApp would not take', () => {
    const shop = template({ buttons: [{ kind: 'multi-product', text: 'View' }] });
    const told = (lines: string): readonly string[] =>
      problemsOf(shop, filling({ 'button.0.thumbnail': 'lamp', 'button.0': lines })).map(([, kind]) => kind);
    assert.deepEqual(told('# Lamps\nlamp'), []);
    assert.deepEqual(told('# Lamps'), ['no-products']);
    assert.deepEqual(told('lamp'), ['section-title']);
    assert.deepEqual(told(`# ${'x'.repeat(25)}\nlamp`), ['section-title']);
    assert.deepEqual(told(`# Lamps\n${'lamp\n'.repeat(31)}`), ['too-many-products']);
  });

  it('are told for files, places and times', () => {
    assert.deepEqual(problemsOf(template({ header: { kind: 'image' } }), filling({})), [['header', 'missing-file']]);
    assert.deepEqual(problemsOf(template({ header: { kind: 'image' } }), filling({}, { header: media })), []);
    const place = filling({
      'header.latitude': '91',
      'header.longitude': '13',
      'header.name': 'Shop',
      'header.address': 'Here',
    });
    assert.deepEqual(problemsOf(template({ header: { kind: 'location' } }), place), [
      ['header.latitude', 'missing-place'],
    ]);
    const offer = template({ limitedTimeOffer: { text: 'Today', expires: true } });
    assert.deepEqual(problemsOf(offer, filling({ offer: '2026-11-23T10:00Z' })), [['offer', 'past']]);
  });
});
