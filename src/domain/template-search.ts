import type { TemplateDefinition } from './template.js';

/** Whether each word of a search stands in a template's name, texts, language or category. */
export function matchesTemplate(template: TemplateDefinition, search: string): boolean {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const text = searchableText(template);
  return words.every((word) => text.includes(word));
}

function searchableText({
  name,
  header,
  body,
  footer,
  buttons,
  language,
  category,
  otherCategory,
}: TemplateDefinition): string {
  const texts = [header?.kind === 'text' ? header.text : '', body?.text, footer, ...buttons.map(({ text }) => text)];
  return [name, ...texts, language, otherCategory ?? category].join('\n').toLowerCase();
}

/** Templates in the order in which agents are to find them: those that may be sent first. */
export function templatesInOrder(templates: readonly TemplateDefinition[]): readonly TemplateDefinition[] {
  const isSendable = ({ status }: TemplateDefinition): boolean => status === 'approved';
  return [...templates.filter(isSendable), ...templates.filter((template) => !isSendable(template))];
}
