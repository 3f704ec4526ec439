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

/** What a field is called. */
export type FieldLabel =
  | { readonly kind: 'placeholder'; readonly name: string }
  | { readonly kind: 'suffix' | 'code'; readonly button: string }
  | { readonly kind: 'one-time-code' | 'offer-end' | 'latitude' | 'longitude' | 'place-name' | 'place-address' }
  | { readonly kind: 'product-id' | 'catalog-id' }
  | { readonly kind: 'file'; readonly media: MediaKind };

/** One thing that a template needs before it can be sent. */
export interface Field {
  readonly id: string;
  readonly group: FieldGroup;
  readonly input: 'text' | 'number' | 'time' | 'file';
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
  const { authentication, limitedTimeOffer, carousel = [] } = definition;
  const code: readonly Field[] = authentication
    ? [{ id: 'code', group: 'text', input: 'text', label: { kind: 'one-time-code' } }]
    : [];
  const offer: readonly Field[] = limitedTimeOffer?.expires
    ? [{ id: 'offer', group: 'offer', input: 'time', label: { kind: 'offer-end' } }]
    : [];
  const whole: Part = authentication ? { buttons: [] } : definition;
  return [...code, ...partFields(whole, ''), ...offer, ...carousel.flatMap(cardFields)];
}

/** Products and orders cannot be put together here; such a template is for other systems to send. */
export function isFillable({ buttons, carousel = [] }: TemplateDefinition): boolean {
  const all = [...buttons, ...carousel.flatMap((card) => card.buttons)];
  return !all.some(({ kind }) => kind === 'multi-product' || kind === 'order-details');
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

function textFields({ text, examples = {} }: TemplateText, id: string, group: FieldGroup): readonly Field[] {
  return placeholdersOf(text).map((name) => {
    const example = Object.hasOwn(examples, name) ? examples[name] : undefined;
    return {
      id: `${id}.${name}`,
      group,
      input: 'text',
      label: { kind: 'placeholder', name },
      ...(example === undefined ? {} : { example }),
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
      return [
        field('.product', 'text', { kind: 'product-id' }),
        { ...field('.catalog', 'text', { kind: 'catalog-id' }), optional: true },
      ];
    default:
      return [field('', 'file', { kind: 'file', media: mediaKindOf(header.kind) })];
  }
}

/** A GIF travels as a short video. */
function mediaKindOf(kind: 'image' | 'video' | 'document' | 'gif'): MediaKind {
  return kind === 'gif' ? 'video' : kind;
}

function buttonFields(button: TemplateButton, id: string): readonly Field[] {
  const base = { id, group: 'buttons', input: 'text' } as const;
  const example = 'example' in button && button.example !== undefined ? { example: button.example } : {};
  if (button.kind === 'copy-code') return [{ ...base, ...example, label: { kind: 'code', button: button.text } }];
  if (button.kind !== 'url' || placeholdersOf(button.url).length === 0) return [];
  const prefix = button.url.replace(/\{\{.*$/s, '');
  return [{ ...base, ...example, prefix, label: { kind: 'suffix', button: button.text } }];
}
