import type { MediaKind } from '../../domain/attachment.js';
import type {
  TemplateButton,
  TemplateCard,
  TemplateDefinition,
  TemplateHeader,
  TemplateText,
} from '../../domain/template.js';
import { placeholdersOf } from '../../domain/template-text.js';

/** Where a field stands in the form: a part of the message, or a card of a carousel by its index. */
export type FieldGroup = 'header' | 'text' | 'buttons' | 'offer' | number;

/** What a button may need; a product of its catalog stands for the rest of them. */
type ButtonFieldKind = 'suffix' | 'code' | 'payload' | 'flow-token' | 'thumbnail' | 'products';

/** What a field is called; placeholders are told apart by their place, for each text counts its own from 1. */
export type FieldLabel =
  | { readonly kind: 'placeholder'; readonly place: 'header' | 'text'; readonly name: string }
  | { readonly kind: ButtonFieldKind; readonly button: string }
  | { readonly kind: 'one-time-code' | 'offer-end' | 'latitude' | 'longitude' | 'place-name' | 'place-address' }
  | { readonly kind: 'product-id' | 'catalog-id' }
  | { readonly kind: 'file'; readonly media: MediaKind };

/** One thing that a template needs before it can be sent. */
export interface Field {
  readonly id: string;
  readonly group: FieldGroup;
  readonly input: 'text' | 'lines' | 'number' | 'time' | 'file';
  readonly label: FieldLabel;
  readonly example?: string;
  readonly optional?: true;
  /** What stands before the value, unchangeable: the address that a suffix ends. */
  readonly prefix?: string;
}

/** What belongs to one part of a template: the whole, or a card. */
interface Part {
  readonly header?: TemplateHeader;
  readonly body?: TemplateText;
  readonly buttons: readonly TemplateButton[];
}

/** Begins the ids of the fields of a card, so that they are not those of the whole. */
export const cardPrefix = (index: number): string => `card.${index}.`;

/** Everything that has to be filled in, in the order in which the message shows it. */
export function fieldsOf(definition: TemplateDefinition): readonly Field[] {
  const { limitedTimeOffer, carousel = [] } = definition;
  const takesCode = takesOneTimeCode(definition);
  const code: readonly Field[] = takesCode
    ? [{ id: 'code', group: 'text', input: 'text', label: { kind: 'one-time-code' } }]
    : [];
  const offer: readonly Field[] = limitedTimeOffer?.expires
    ? [{ id: 'offer', group: 'offer', input: 'time', label: { kind: 'offer-end' } }]
    : [];
  const whole: Part = takesCode ? { buttons: [] } : definition;
  return [...code, ...partFields(whole, ''), ...offer, ...carousel.flatMap(cardFields)];
}

/** Does one code fill the whole template, its text and its button? WhatsApp writes all else of it. */
export function takesOneTimeCode({ authentication, body }: TemplateDefinition): boolean {
  return authentication !== undefined && (body === undefined || placeholdersOf(body.text).length === 1);
}

/** An order to pay needs the settings of a payment provider, which only the shop's own system has. */
export function isFillable({ buttons, carousel = [] }: TemplateDefinition): boolean {
  return ![...buttons, ...carousel.flatMap((card) => card.buttons)].some(({ kind }) => kind === 'order-details');
}

function cardFields(card: TemplateCard, index: number): readonly Field[] {
  return partFields(card, cardPrefix(index)).map((field) => ({ ...field, group: index }));
}

function partFields({ header, body, buttons }: Part, prefix: string): readonly Field[] {
  return [
    ...(header ? headerFields(header, prefix) : []),
    ...(body ? textFields(body, `${prefix}body`, 'text') : []),
    ...buttons.flatMap((button, index) => buttonFields(button, `${prefix}button.${index}`)),
  ];
}

function textFields({ text, examples = {} }: TemplateText, id: string, place: 'header' | 'text'): readonly Field[] {
  return placeholdersOf(text).map((name) => {
    return {
      id: `${id}.${name}`,
      group: place,
      input: 'text',
      label: { kind: 'placeholder', place, name },
      ...exampleOf(Object.hasOwn(examples, name) ? examples[name] : undefined),
    };
  });
}

function headerFields(header: TemplateHeader, prefix: string): readonly Field[] {
  const field = (name: string, input: Field['input'], label: FieldLabel): Field => ({
    id: `${prefix}header${name}`,
    group: 'header',
    input,
    label,
  });
  switch (header.kind) {
    case 'text':
      return textFields(header, `${prefix}header`, 'header');
    case 'location':
      return [
        field('.latitude', 'number', { kind: 'latitude' }),
        field('.longitude', 'number', { kind: 'longitude' }),
        field('.name', 'text', { kind: 'place-name' }),
        field('.address', 'text', { kind: 'place-address' }),
      ];
    case 'product':
      return [field('.product', 'text', { kind: 'product-id' }), field('.catalog', 'text', { kind: 'catalog-id' })];
    default:
      return [field('', 'file', { kind: 'file', media: mediaKindOf(header.kind) })];
  }
}

/** A GIF travels as a short video. */
function mediaKindOf(kind: 'image' | 'video' | 'document' | 'gif'): MediaKind {
  return kind === 'gif' ? 'video' : kind;
}

function buttonFields(button: TemplateButton, id: string): readonly Field[] {
  const field = (kind: ButtonFieldKind, more: Partial<Field> = {}): Field => ({
    id,
    group: 'buttons',
    input: 'text',
    label: { kind, button: button.text },
    ...more,
  });
  switch (button.kind) {
    case 'copy-code':
      return [field('code', exampleOf(button.example))];
    case 'url':
      return placeholdersOf(button.url).length === 0
        ? []
        : [field('suffix', { ...suffixExample(button), prefix: prefixOf(button.url) })];
    case 'quick-reply':
      return [field('payload', { optional: true })];
    case 'flow':
      return [field('flow-token', { optional: true })];
    case 'catalog':
      return [field('thumbnail', { optional: true })];
    case 'multi-product':
      return [field('thumbnail', { id: `${id}.thumbnail` }), field('products', { input: 'lines' })];
    default:
      return [];
  }
}

const prefixOf = (url: string): string => url.replace(/\{\{.*$/s, '');

/** WhatsApp's samples are whole addresses; what is typed is only their end. */
function suffixExample({ url, example }: Extract<TemplateButton, { kind: 'url' }>): Partial<Field> {
  const prefix = prefixOf(url);
  return exampleOf(example?.startsWith(prefix) ? example.slice(prefix.length) : example);
}

function exampleOf(example: string | undefined): Partial<Field> {
  return example === undefined || example === '' ? {} : { example };
}
