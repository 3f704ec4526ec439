import type { MediaRef } from '../../domain/attachment.js';
import { parseCoordinates } from '../../domain/location.js';
import type {
  TemplateButton,
  TemplateButtonValue,
  TemplateCard,
  TemplateCardValue,
  TemplateDefinition,
  TemplateHeader,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateText,
  TemplateValue,
} from '../../domain/template.js';
import { placeholdersOf } from '../../domain/template-text.js';
import { cardPrefix } from './fields.js';

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
  const { name, language, header, body, buttons, carousel, authentication } = definition;
  const isNamed = definition.parameters === 'named';
  const offerEnd = Date.parse(textOf(filling, 'offer'));
  const values = authentication ? codeValues(definition, filling) : undefined;
  const headerValue = header && headerOf(header, filling, { prefix: '', isNamed });
  const bodyValues = values?.body ?? valuesOf(body, 'body', filling, isNamed);
  const buttonValues = values?.buttons ?? buttonsOf(buttons, filling, '');
  return {
    name,
    language,
    definition,
    ...(headerValue ? { header: headerValue } : {}),
    ...(bodyValues.length > 0 ? { body: bodyValues } : {}),
    ...(buttonValues.length > 0 ? { buttons: buttonValues } : {}),
    ...(carousel ? { cards: carousel.map((card, index) => cardOf(card, index, filling, isNamed)) } : {}),
    ...(Number.isNaN(offerEnd) ? {} : { offerExpiresAt: offerEnd }),
  };
}

/** WhatsApp takes the one-time code twice: for the text and for the button that copies it. */
function codeValues(
  { buttons }: TemplateDefinition,
  filling: Filling,
): { body: readonly TemplateValue[]; buttons: readonly TemplateButtonValue[] } {
  const text = textOf(filling, 'code');
  const index = buttons.findIndex(({ kind }) => kind === 'otp');
  return { body: [{ kind: 'text', text }], buttons: index < 0 ? [] : [{ kind: 'url', index, text }] };
}

function valuesOf(
  text: TemplateText | undefined,
  id: string,
  filling: Filling,
  isNamed: boolean,
): readonly TemplateValue[] {
  return placeholdersOf(text?.text ?? '').map((name) => ({
    kind: 'text',
    text: textOf(filling, `${id}.${name}`),
    ...(isNamed ? { name } : {}),
  }));
}

function headerOf(
  header: TemplateHeader,
  filling: Filling,
  { prefix, isNamed }: { readonly prefix: string; readonly isNamed: boolean },
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
  return buttons.flatMap((button, index): readonly TemplateButtonValue[] => {
    const text = textOf(filling, `${prefix}button.${index}`);
    if (button.kind === 'copy-code') return [{ kind: 'copy-code', index, code: text }];
    const isDynamic = button.kind === 'url' && placeholdersOf(button.url).length > 0;
    return isDynamic ? [{ kind: 'url', index, text }] : [];
  });
}

function cardOf(card: TemplateCard, index: number, filling: Filling, isNamed: boolean): TemplateCardValue {
  const prefix = cardPrefix(index);
  const header = card.header && headerOf(card.header, filling, { prefix, isNamed });
  const body = valuesOf(card.body, `${prefix}body`, filling, isNamed);
  const buttons = buttonsOf(card.buttons, filling, prefix);
  return {
    index,
    ...(header ? { header } : {}),
    ...(body.length > 0 ? { body } : {}),
    ...(buttons.length > 0 ? { buttons } : {}),
  };
}
