import type { MediaRef } from '../../domain/attachment.js';
import { parseCoordinates } from '../../domain/location.js';
import type {
  TemplateButton,
  TemplateButtonValue,
  TemplateCard,
  TemplateDefinition,
  TemplateHeader,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateText,
  TemplateValue,
} from '../../domain/template.js';
import { placeholdersOf } from '../../domain/template-text.js';
import { cardPrefix, takesOneTimeCode } from './fields.js';
import { readProductLines } from './product-lines.js';

/** What has been filled in, by the ids of fields. */
export interface Filling {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, MediaRef>>;
}

export const EMPTY_FILLING: Filling = { texts: {}, files: {} };

/** What was typed into a field; empty where nothing was. */
export function textOf({ texts }: Filling, id: string): string {
  return Object.hasOwn(texts, id) ? (texts[id] ?? '') : '';
}

/** The message that a filling makes; what is missing stays empty, so that a preview can mark it. */
export function messageOf(definition: TemplateDefinition, filling: Filling): TemplateMessage {
  const { name, language, carousel } = definition;
  const isNamed = definition.parameters === 'named';
  const offerEnd = Date.parse(textOf(filling, 'offer'));
  const values = takesOneTimeCode(definition)
    ? codeValues(definition, filling)
    : partValues(definition, filling, { prefix: '', isNamed });
  return {
    name,
    language,
    definition,
    ...values,
    ...(carousel && {
      cards: carousel.map((card, index) => ({
        index,
        ...partValues(card, filling, { prefix: cardPrefix(index), isNamed }),
      })),
    }),
    ...(Number.isNaN(offerEnd) ? {} : { offerExpiresAt: offerEnd }),
  };
}

type PartValues = Pick<TemplateMessage, 'header' | 'body' | 'buttons'>;

/** How the fields of a part are named. */
interface PartNames {
  readonly prefix: string;
  readonly isNamed: boolean;
}

/** The values of the whole, or of a card. */
function partValues(part: TemplateCard, filling: Filling, names: PartNames): PartValues {
  const header = part.header && headerOf(part.header, filling, names);
  const body = valuesOf(part.body, `${names.prefix}body`, filling, names.isNamed);
  const buttons = buttonsOf(part.buttons, filling, names.prefix);
  return {
    ...(header && { header }),
    ...(body.length > 0 && { body }),
    ...(buttons.length > 0 && { buttons }),
  };
}

/** WhatsApp takes the one-time code twice: for the text and for the button that copies it. */
function codeValues({ buttons }: TemplateDefinition, filling: Filling): PartValues {
  const text = textOf(filling, 'code');
  const index = buttons.findIndex((button) => button.kind === 'otp' || isDynamic(button));
  return { body: [{ kind: 'text', text }], ...(index >= 0 && { buttons: [{ kind: 'url', index, text }] }) };
}

function valuesOf(
  text: TemplateText | undefined,
  id: string,
  filling: Filling,
  isNamed: boolean,
): readonly TemplateValue[] {
  const names = placeholdersOf(text?.text ?? '');
  return (isNamed ? names : names.toSorted((one, other) => Number(one) - Number(other))).map((name) => ({
    kind: 'text',
    text: textOf(filling, `${id}.${name}`),
    ...(isNamed ? { name } : {}),
  }));
}

function headerOf(
  header: TemplateHeader,
  filling: Filling,
  { prefix, isNamed }: PartNames,
): TemplateHeaderValue | undefined {
  const id = `${prefix}header`;
  switch (header.kind) {
    case 'text':
      return valuesOf(header, id, filling, isNamed)[0];
    case 'location':
      return placeOf(id, filling);
    case 'product': {
      const [productId, catalogId] = [textOf(filling, `${id}.product`), textOf(filling, `${id}.catalog`)];
      return productId === '' ? undefined : { kind: 'product', productId, ...(catalogId === '' ? {} : { catalogId }) };
    }
    default: {
      const media = filling.files[id];
      return media && { kind: header.kind, media };
    }
  }
}

function placeOf(id: string, filling: Filling): TemplateHeaderValue | undefined {
  const at = parseCoordinates(textOf(filling, `${id}.latitude`), textOf(filling, `${id}.longitude`));
  if (!at) return undefined;
  const [name, address] = [textOf(filling, `${id}.name`), textOf(filling, `${id}.address`)];
  return { kind: 'location', ...at, ...(name === '' ? {} : { name }), ...(address === '' ? {} : { address }) };
}

function buttonsOf(
  buttons: readonly TemplateButton[],
  filling: Filling,
  prefix: string,
): readonly TemplateButtonValue[] {
  return buttons.flatMap(
    (button, index) => buttonValue(button, index, (part) => textOf(filling, `${prefix}button.${index}${part}`)) ?? [],
  );
}

/** What a button needs; nothing where WhatsApp does without. */
function buttonValue(
  button: TemplateButton,
  index: number,
  textAt: (part: '' | '.thumbnail') => string,
): TemplateButtonValue | undefined {
  const text = textAt('');
  switch (button.kind) {
    case 'copy-code':
      return { kind: 'copy-code', index, code: text };
    case 'url':
      return isDynamic(button) ? { kind: 'url', index, text } : undefined;
    case 'quick-reply':
      return text === '' ? undefined : { kind: 'quick-reply', index, payload: text };
    case 'flow':
      return { kind: 'flow', index, token: text === '' ? UNUSED_TOKEN : text };
    case 'catalog':
      return text === '' ? undefined : { kind: 'catalog', index, thumbnailProductId: text };
    case 'multi-product':
      return { kind: 'multi-product', index, ...thumbnailOf(textAt('.thumbnail')), sections: readProductLines(text) };
    default:
      return undefined;
  }
}

/** WhatsApp wants the button of a form among the parameters, and this where nobody reads the token. */
export const UNUSED_TOKEN = 'unused';

function thumbnailOf(thumbnailProductId: string): { readonly thumbnailProductId?: string } {
  return thumbnailProductId === '' ? {} : { thumbnailProductId };
}

function isDynamic(button: TemplateButton): boolean {
  return button.kind === 'url' && placeholdersOf(button.url).length > 0;
}
