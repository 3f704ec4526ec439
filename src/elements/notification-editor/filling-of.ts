import type {
  TemplateButtonValue,
  TemplateCard,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateText,
  TemplateValue,
} from '../../domain/template.js';
import { placeholdersOf, valueText } from '../../domain/template-text.js';
import { cardPrefix, takesOneTimeCode } from './fields.js';
import { EMPTY_FILLING, UNUSED_TOKEN, type Filling } from './filling.js';
import { writeProductLines } from './product-lines.js';

type PartValues = Pick<TemplateMessage, 'header' | 'body' | 'buttons'>;
type Texts = readonly (readonly [string, string])[];

/** What was filled in to make a message, so that it can be changed and sent anew; nothing where its definition is not known. */
export function fillingOf(message: TemplateMessage): Filling {
  const { definition, cards = [], offerExpiresAt } = message;
  if (!definition) return EMPTY_FILLING;
  if (takesOneTimeCode(definition)) return EMPTY_FILLING; // a code is used once
  const parts = [partFilling(definition, message, '')];
  for (const card of cards) {
    const part = definition.carousel?.[card.index];
    if (part) parts.push(partFilling(part, card, cardPrefix(card.index)));
  }
  const offer: Filling =
    offerExpiresAt === undefined ? EMPTY_FILLING : { texts: { offer: localTime(offerExpiresAt) }, files: {} };
  return [...parts, offer].reduce((all, part) => ({
    texts: { ...all.texts, ...part.texts },
    files: { ...all.files, ...part.files },
  }));
}

function partFilling(part: TemplateCard, { header, body = [], buttons = [] }: PartValues, prefix: string): Filling {
  const isFile = header !== undefined && 'media' in header;
  return {
    texts: Object.fromEntries([
      ...(header && !isFile ? headerTexts(part, header, `${prefix}header`) : []),
      ...textsOf(part.body, body, `${prefix}body`),
      ...buttons.flatMap((button) => buttonTexts(button, `${prefix}button.${button.index}`)),
    ]),
    files: isFile ? { [`${prefix}header`]: header.media } : {},
  };
}

function textsOf(text: TemplateText | undefined, values: readonly TemplateValue[], id: string): Texts {
  const names = placeholdersOf(text?.text ?? '');
  return values.flatMap((value, index) => {
    const name = value.name ?? String(index + 1);
    return names.includes(name) ? [[`${id}.${name}`, valueText(value)] as const] : [];
  });
}

function headerTexts(
  { header }: TemplateCard,
  value: Exclude<TemplateHeaderValue, { media: unknown }>,
  id: string,
): Texts {
  switch (value.kind) {
    case 'location':
      return [
        [`${id}.latitude`, String(value.latitude)],
        [`${id}.longitude`, String(value.longitude)],
        [`${id}.name`, value.name ?? ''],
        [`${id}.address`, value.address ?? ''],
      ];
    case 'product':
      return [
        [`${id}.product`, value.productId],
        [`${id}.catalog`, value.catalogId ?? ''],
      ];
    default:
      return header?.kind === 'text' ? textsOf(header, [value], id) : [];
  }
}

function buttonTexts(value: TemplateButtonValue, id: string): Texts {
  switch (value.kind) {
    case 'url':
      return [[id, value.text]];
    case 'copy-code':
      return [[id, value.code]];
    case 'quick-reply':
      return [[id, value.payload]];
    case 'flow':
      return [[id, value.token === UNUSED_TOKEN ? '' : (value.token ?? '')]];
    case 'catalog':
      return [[id, value.thumbnailProductId ?? '']];
    case 'multi-product':
      return [
        [`${id}.thumbnail`, value.thumbnailProductId ?? ''],
        [id, writeProductLines(value.sections)],
      ];
    default:
      return [];
  }
}

/** As a field for date and time holds it: the clock on this wall, without a zone. */
function localTime(time: number): string {
  const date = new Date(time);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
