import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { defineTemplate } from '../../playground/src/stand-in/graph/template-definition.js';
import type { Template } from '../../playground/src/stand-in/store/template-store.js';
import { fromGraphTemplate, toGraphTemplate } from '../../src/cloud-api/index.js';
import type { TemplateDefinition } from '../../src/domain/template.js';
import { fieldsOf, type Field } from '../../src/elements/notification-editor/fields.js';
import { messageOf, type Filling } from '../../src/elements/notification-editor/filling.js';
import { fillingOf } from '../../src/elements/notification-editor/filling-of.js';
import { problemOf } from '../../src/elements/notification-editor/problems.js';
import { templateDefinition } from '../support/template-definitions.js';
import { checkTemplateForm, reasonsAgainst, refusalsOf, templatesIn } from '../../tools/corpus/template-stage.js';

const NOW = Date.UTC(2026, 10, 25);

/** The template as WhatsApp keeps it, and as an editor gets it from the list. */
function made(definition: TemplateDefinition): { readonly stored: Template; readonly listed: TemplateDefinition } {
  const stored: Template = { id: '1', status: 'APPROVED', ...defineTemplate(toGraphTemplate(definition)) };
  const listed = fromGraphTemplate(stored);
  assert.ok(listed);
  return { stored, listed };
}

const anyValue = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'Mara',
    'a\tb',
    'a\nb',
    'a     b',
    '# Lamps\nlamp',
    'lamp',
    '2999-01-01T10:00',
    '52.5',
    '999',
  ),
  fc.string({ maxLength: 40 }),
  fc.integer({ min: 50, max: 1100 }).map((length) => 'x'.repeat(length)),
);

/** Anything that an agent may leave in the fields of a template. */
function anyFilling(definition: TemplateDefinition): fc.Arbitrary<Filling> {
  const fields = fieldsOf(definition);
  const texts = fields.filter(({ input }) => input !== 'file');
  return fc
    .tuple(fc.array(anyValue, { minLength: texts.length, maxLength: texts.length }), fc.boolean())
    .map(([values, hasFiles]) => ({
      texts: Object.fromEntries(texts.map(({ id }, index) => [id, values[index] ?? ''])),
      files: hasFiles
        ? Object.fromEntries(
            fields
              .filter(({ input }) => input === 'file')
              .map(({ id }) => [id, { source: { kind: 'provider', id: '1' } }]),
          )
        : {},
    }));
}

const told = (definition: TemplateDefinition, filling: Filling): readonly (readonly [Field, string])[] =>
  fieldsOf(definition).flatMap((field) => {
    const problem = problemOf(field, definition, filling, NOW);
    return problem ? [[field, problem.kind] as const] : [];
  });

describe('the form of any template', () => {
  it('makes of filled-in fields a message that WhatsApp takes', () => {
    fc.assert(
      fc.property(templateDefinition, (definition) => {
        const { stored, listed } = made(definition);
        assert.deepEqual(reasonsAgainst(listed, stored), []);
        assert.deepEqual(reasonsAgainst(definition, stored), []);
      }),
      { numRuns: 500 },
    );
  });

  it('lets nothing go that WhatsApp would refuse', () => {
    const cases = templateDefinition.chain((definition) =>
      anyFilling(definition).map((filling) => ({ definition, filling })),
    );
    fc.assert(
      fc.property(cases, ({ definition, filling }) => {
        fc.pre(told(definition, filling).length === 0);
        assert.deepEqual(refusalsOf(messageOf(definition, filling), made(definition).stored), []);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a message up again so that the same one comes out', () => {
    const cases = templateDefinition
      .filter(({ authentication }) => !authentication)
      .chain((definition) => anyFilling(definition).map((filling) => ({ definition, filling })));
    fc.assert(
      fc.property(cases, ({ definition, filling }) => {
        fc.pre(told(definition, filling).length === 0);
        const message = messageOf(definition, filling);
        assert.deepEqual(messageOf(definition, fillingOf(message)), message);
      }),
      { numRuns: 500 },
    );
  });

  it('tells at a field of the text what WhatsApp would refuse', () => {
    const body = { text: 'Hi {{1}}, on {{2}}.', examples: { '1': 'Mara', '2': 'Monday' } };
    const definition: TemplateDefinition = {
      name: 'generated',
      language: 'en_US',
      category: 'utility',
      status: 'approved',
      parameters: 'positional',
      body,
      buttons: [],
    };
    fc.assert(
      fc.property(anyFilling(definition), (filling) => {
        const refused = refusalsOf(messageOf(definition, filling), made(definition).stored).length > 0;
        const blank = Object.values(filling.texts).some((text) => text !== '' && text.trim() === '');
        assert.equal(told(definition, filling).length > 0, refused || blank);
      }),
    );
  });
});

describe('the templates of a corpus run', () => {
  const template = {
    name: 'delivery',
    language: 'en',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Hi {{1}}!' }],
  };

  it('are found alone and in pages', () => {
    assert.equal(templatesIn(template).length, 1);
    assert.equal(templatesIn({ data: [template, template] }).length, 2);
    assert.equal(templatesIn({ data: [{ id: '1' }] }).length, 0);
  });

  it('pass when the editor fills them in and WhatsApp takes them', () => {
    assert.equal(checkTemplateForm(template).outcome, 'passed');
  });

  it('fail with the reason of the refusal', () => {
    const unknown = { type: 'HEADER', format: 'HOLOGRAM' };
    const { outcome, reasons } = checkTemplateForm({ ...template, components: [unknown, ...template.components] });
    assert.equal(outcome, 'failed');
    assert.match(reasons.join('\n'), /refused: .*132012/);
  });
});
