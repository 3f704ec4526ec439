import type { MediaRef } from '../../src/domain/attachment.js';
import type { TemplateDefinition, TemplateMessage } from '../../src/domain/template.js';
import { fieldsOf, type Field } from '../../src/elements/notification-editor/fields.js';
import { EMPTY_FILLING, messageOf, type Filling } from '../../src/elements/notification-editor/filling.js';
import { maxOf, problemOf } from '../../src/elements/notification-editor/problems.js';

/** Long after every test. */
const LATER = '2999-01-01T10:00';

const FILE: MediaRef = { source: { kind: 'provider', id: '1037543291543636' } };

/** What an agent sends who fills in every field of a template, those that are not required too. */
export function filledIn(definition: TemplateDefinition): TemplateMessage {
  return messageOf(definition, fillingFor(definition));
}

/** Why the editor would not send a template although every field of it is filled in. */
export function formProblems(definition: TemplateDefinition, now: number): readonly string[] {
  const filling = fillingFor(definition);
  return fieldsOf(definition).flatMap((field) => {
    const problem = problemOf(field, definition, filling, now);
    return problem ? [`the form finds ${field.id} ${problem.kind}`] : [];
  });
}

function fillingFor(definition: TemplateDefinition): Filling {
  return fieldsOf(definition).reduce<Filling>((filling, field) => {
    if (field.input === 'file') return { ...filling, files: { ...filling.files, [field.id]: FILE } };
    const max = maxOf(field, definition, filling) ?? Infinity;
    return { ...filling, texts: { ...filling.texts, [field.id]: valueFor(field).slice(0, Math.max(1, max)) } };
  }, EMPTY_FILLING);
}

function valueFor({ input, label, example }: Field): string {
  if (input === 'time') return LATER;
  if (input === 'lines') return '# Products\nsku-1\nsku-2';
  if (input === 'number') return label.kind === 'latitude' ? '52.5' : '13.4';
  return example?.replace(/\s+/g, ' ').trim() || 'A1';
}
