import { parseCoordinates } from '../../domain/location.js';
import type { TemplateDefinition, TemplateText } from '../../domain/template.js';
import { fillTemplate } from '../../domain/template-text.js';
import { characterCount } from '../../domain/text-size.js';
import { cardPrefix, type Field, type FieldGroup } from './fields.js';
import { textOf, type Filling } from './filling.js';
import { productsProblem, readProductLines, type ProductsProblem } from './product-lines.js';

/** What is wrong with one field. */
export type FieldProblem =
  | { readonly kind: 'missing' | 'line-break' | 'spaces' | 'missing-place' | 'past' | 'missing-file' }
  | { readonly kind: ProductsProblem }
  | { readonly kind: 'too-long'; readonly excess: number };

// WhatsApp's limits, in characters (Cloud API, message templates).
const HEADER_MAX = 60;
const BODY_MAX = 1024;
const OFFER_BODY_MAX = 600;
const CARD_BODY_MAX = 160;
const URL_MAX = 2000;
const COUPON_MAX = 20;
const ONE_TIME_CODE_MAX = 15;
const PAYLOAD_MAX = 128;

/** How many characters a field may have, beside what else stands in its text; nothing where WhatsApp sets no limit. */
export function maxOf(field: Field, definition: TemplateDefinition, filling: Filling): number | undefined {
  switch (field.label.kind) {
    case 'placeholder':
      return placeholderMax(field, definition, filling);
    case 'suffix':
      return URL_MAX - characterCount(field.prefix ?? '');
    case 'code':
      return COUPON_MAX;
    case 'one-time-code':
      return ONE_TIME_CODE_MAX;
    case 'payload':
      return PAYLOAD_MAX;
    default:
      return undefined;
  }
}

function placeholderMax(field: Field, definition: TemplateDefinition, filling: Filling): number {
  const { text, id, max } = textAround(field, definition);
  const values = [...fillTemplate(text.text, [])].reduce(
    (length, piece) =>
      piece.kind === 'missing' && `${id}.${piece.name}` !== field.id
        ? length + characterCount(textOf(filling, `${id}.${piece.name}`))
        : length + (piece.kind === 'missing' ? 0 : characterCount(piece.text)),
    0,
  );
  return Math.max(0, max - values);
}

/** A text with placeholders, the ids of whose fields begin with `id`. */
interface FilledText {
  readonly text: TemplateText;
  readonly id: string;
  readonly max: number;
}

/** The text in which a placeholder stands. */
function textAround({ id, group }: Field, definition: TemplateDefinition): FilledText {
  const [prefix, part] =
    typeof group === 'number' ? [cardPrefix(group), definition.carousel?.[group]] : ['', definition];
  if (id.startsWith(`${prefix}header`) && part?.header?.kind === 'text')
    return { text: part.header, id: `${prefix}header`, max: HEADER_MAX };
  return { text: part?.body ?? { text: '' }, id: `${prefix}body`, max: bodyMax(group, definition) };
}

function bodyMax(group: FieldGroup, { limitedTimeOffer }: TemplateDefinition): number {
  if (typeof group === 'number') return CARD_BODY_MAX;
  return limitedTimeOffer ? OFFER_BODY_MAX : BODY_MAX;
}

/** What is wrong with a field, the first thing first; `now` is epoch milliseconds. */
export function problemOf(
  field: Field,
  definition: TemplateDefinition,
  filling: Filling,
  now: number,
): FieldProblem | undefined {
  if (field.input === 'file') return filling.files[field.id] ? undefined : { kind: 'missing-file' };
  const text = textOf(filling, field.id);
  if (text.trim() === '') return field.optional ? undefined : { kind: 'missing' };
  if (field.input === 'time') return Date.parse(text) > now ? undefined : { kind: 'past' };
  if (field.input === 'number') return coordinateProblem(field, text);
  if (field.input === 'lines') return linesProblem(text);
  return formatProblem(text) ?? lengthProblem(text, maxOf(field, definition, filling));
}

function linesProblem(text: string): FieldProblem | undefined {
  const kind = productsProblem(readProductLines(text));
  return kind && { kind };
}

function coordinateProblem({ label }: Field, text: string): FieldProblem | undefined {
  const isLatitude = label.kind === 'latitude';
  return parseCoordinates(isLatitude ? text : '0', isLatitude ? '0' : text) ? undefined : { kind: 'missing-place' };
}

/** WhatsApp takes no line break, no tab and no more than four spaces in a row (SPEC D5). */
function formatProblem(text: string): FieldProblem | undefined {
  if (/[\n\r\t]/.test(text)) return { kind: 'line-break' };
  return / {5}/.test(text) ? { kind: 'spaces' } : undefined;
}

function lengthProblem(text: string, max: number | undefined): FieldProblem | undefined {
  const excess = max === undefined ? 0 : characterCount(text) - max;
  return excess > 0 ? { kind: 'too-long', excess } : undefined;
}
