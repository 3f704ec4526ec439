import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TemplateDefinition } from '../../src/domain/template.js';
import { matchesTemplate, templatesInOrder } from '../../src/domain/template-search.js';

const template: TemplateDefinition = {
  name: 'delivery_date',
  language: 'de',
  category: 'utility',
  status: 'approved',
  parameters: 'positional',
  header: { kind: 'text', text: 'Ihre Bestellung' },
  body: { text: 'Der Wagen kommt am {{1}}.' },
  footer: 'Luma',
  buttons: [{ kind: 'quick-reply', text: 'Danke' }],
};

describe('the search for a template', () => {
  for (const search of ['', '  ', 'DELIVERY', 'bestellung', 'wagen', 'luma', 'danke', 'de', 'utility', 'utility wagen'])
    it(`finds it by "${search}"`, () => {
      assert.ok(matchesTemplate(template, search));
    });

  it('finds nothing where one of the words is missing', () => {
    assert.equal(matchesTemplate(template, 'wagen marketing'), false);
  });
});

describe('templates in order', () => {
  it('begin with those that may be sent, and are as they were otherwise', () => {
    const named = (name: string, status: TemplateDefinition['status']): TemplateDefinition => ({
      ...template,
      name,
      status,
    });
    const names = templatesInOrder([
      named('a', 'paused'),
      named('b', 'approved'),
      named('c', 'rejected'),
      named('d', 'approved'),
    ]);
    assert.deepEqual(
      names.map(({ name }) => name),
      ['b', 'd', 'a', 'c'],
    );
  });
});
