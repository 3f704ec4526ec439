import type { TemplateMessage, TemplateText, TemplateValue } from './template.js';

/** A piece of a template's text: its own words, a value that was filled in, or a value that is missing. */
export type TemplatePiece =
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly name: string }
  | { readonly kind: 'missing'; readonly name: string };

const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/g;

/** The names of the placeholders in a template's text, each once, in the order in which they stand: "1", "2" or "first_name". */
export function placeholdersOf(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}

/** What a value prints: WhatsApp shows the fallback of currencies and dates. */
export function valueText(value: TemplateValue): string {
  return value.kind === 'text' ? value.text : value.fallback;
}

/** A template's text with its values put in; values without a name count from "1". */
export function fillTemplate(text: string, values: readonly TemplateValue[]): readonly TemplatePiece[] {
  const byName = new Map(values.map((value, index) => [value.name ?? String(index + 1), valueText(value)]));
  const pieces: TemplatePiece[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    if (match.index > end) pieces.push({ kind: 'fixed', text: text.slice(end, match.index) });
    const name = match[1] ?? '';
    const value = byName.get(name);
    pieces.push(value === undefined || value === '' ? { kind: 'missing', name } : { kind: 'value', text: value, name });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'fixed', text: text.slice(end) });
  return pieces;
}

/** The pieces as one text; what is missing stands as its placeholder. */
export function piecesText(pieces: readonly TemplatePiece[]): string {
  return pieces.map((piece) => (piece.kind === 'missing' ? `{{${piece.name}}}` : piece.text)).join('');
}

/** The body of a filled-in template as the contact reads it; its values alone where its definition is not known. */
export function templateText({ definition, body, name }: TemplateMessage): string {
  const values = body ?? [];
  if (definition?.body) return filled(definition.body, values);
  return values.length > 0 ? values.map(valueText).join(' · ') : name;
}

function filled({ text }: TemplateText, values: readonly TemplateValue[]): string {
  return piecesText(fillTemplate(text, values));
}
