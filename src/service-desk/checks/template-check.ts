import type {
  TemplateButton,
  TemplateButtonValue,
  TemplateDefinition,
  TemplateHeader,
  TemplateHeaderValue,
  TemplateMessage,
  TemplateText,
  TemplateValue,
} from '../../domain/template.js';
import { fillTemplate, piecesText, placeholdersOf, valueText } from '../../domain/template-text.js';
import { checkText, firstProblem, invalid, type ContentProblem } from './problem.js';

const BODY_MAX = 1024;
const HEADER_MAX = 60;

/** WhatsApp takes no line break, no tab and no more than four spaces in a row in a parameter (SPEC D5). */
function checkParameter(part: string, text: string): ContentProblem | undefined {
  if (text.trim() === '') return invalid(`${part} must not be empty.`);
  if (/[\n\r\t]/.test(text)) return invalid(`${part} must not have a line break or a tab.`);
  return / {5}/.test(text) ? invalid(`${part} must not have more than four spaces in a row.`) : undefined;
}

function checkValues(
  part: string,
  text: string,
  values: readonly TemplateValue[],
  named: boolean,
): ContentProblem | undefined {
  const wanted = placeholdersOf(text);
  if (values.length !== wanted.length)
    return invalid(`${part} takes ${wanted.length} parameters, ${values.length} given.`);
  const missing = named ? wanted.find((name) => !values.some((value) => value.name === name)) : undefined;
  if (missing !== undefined) return invalid(`${part}: the parameter ${missing} is missing.`);
  return firstProblem(
    values.map((value, index) => checkParameter(`${part}[${value.name ?? index + 1}]`, valueText(value))),
  );
}

function checkFilled(rule: {
  readonly part: string;
  readonly text: TemplateText;
  readonly values: readonly TemplateValue[];
  readonly named: boolean;
  readonly max: number;
}): ContentProblem | undefined {
  const { part, text, values, named, max } = rule;
  return (
    checkValues(part, text.text, values, named) ??
    checkText({ part, text: piecesText(fillTemplate(text.text, values)), max })
  );
}

function isText(value: TemplateHeaderValue): value is TemplateValue {
  return value.kind === 'text' || value.kind === 'currency' || value.kind === 'date-time';
}

function checkHeader(
  header: TemplateHeader | undefined,
  value: TemplateHeaderValue | undefined,
  named: boolean,
): ContentProblem | undefined {
  if (!header) return value ? invalid('header: this template has none.') : undefined;
  if (header.kind === 'text') {
    if (value && !isText(value)) return invalid(`header must be a text, ${value.kind} given.`);
    return checkFilled({ part: 'header', text: header, values: value ? [value] : [], named, max: HEADER_MAX });
  }
  if (!value) return invalid(`header needs its ${header.kind}.`);
  return value.kind === header.kind ? undefined : invalid(`header must be ${header.kind}, ${value.kind} given.`);
}

function needsValue(button: TemplateButton): boolean {
  if (button.kind === 'url') return placeholdersOf(button.url).length > 0;
  return button.kind === 'copy-code' || button.kind === 'otp' || button.kind === 'multi-product';
}

/** The text that an agent typed into a button's field, where the button has one. */
function typedInto(value: TemplateButtonValue): string | undefined {
  if (value.kind === 'url') return value.text;
  return value.kind === 'copy-code' ? value.code : undefined;
}

function checkButtons(
  buttons: readonly TemplateButton[],
  values: readonly TemplateButtonValue[],
): ContentProblem | undefined {
  const stray = values.find((value) => buttons[value.index] === undefined);
  if (stray) return invalid(`buttons: there is no button ${stray.index}.`);
  return firstProblem(
    buttons.map((button, index) => {
      const value = values.find((one) => one.index === index);
      if (!value) return needsValue(button) ? invalid(`buttons[${index}] needs its value.`) : undefined;
      const typed = typedInto(value);
      return typed === undefined ? undefined : checkParameter(`buttons[${index}]`, typed);
    }),
  );
}

function checkCards(
  definition: TemplateDefinition,
  template: TemplateMessage,
  named: boolean,
): ContentProblem | undefined {
  const cards = definition.carousel ?? [];
  const values = template.cards ?? [];
  if (values.length !== cards.length)
    return invalid(`cards: the template has ${cards.length}, ${values.length} given.`);
  return firstProblem(
    cards.map((card, index) => {
      const value = values.find((one) => one.index === index);
      return (
        checkHeader(card.header, value?.header, named) ??
        checkValues(`cards[${index}].body`, card.body?.text ?? '', value?.body ?? [], named) ??
        checkButtons(card.buttons, value?.buttons ?? [])
      );
    }),
  );
}

function checkBody(
  { body, authentication }: TemplateDefinition,
  template: TemplateMessage,
  named: boolean,
): ContentProblem | undefined {
  // WhatsApp writes the text of an authentication template itself, around the code.
  if (!body && authentication) return undefined;
  return checkFilled({ part: 'body', text: body ?? { text: '' }, values: template.body ?? [], named, max: BODY_MAX });
}

/** Checks a filled-in template against its definition (SPEC D2 to D6). */
export function checkTemplate(definition: TemplateDefinition, template: TemplateMessage): ContentProblem | undefined {
  if (definition.status !== 'approved') {
    return { code: 'not-allowed', message: `The template ${definition.name} is ${definition.status}, not approved.` };
  }
  const named = definition.parameters === 'named';
  return firstProblem([
    checkHeader(definition.header, template.header, named),
    checkBody(definition, template, named),
    checkButtons(definition.buttons, template.buttons ?? []),
    checkCards(definition, template, named),
    definition.limitedTimeOffer?.expires && template.offerExpiresAt === undefined
      ? invalid('offerExpiresAt: this template needs the end of its offer.')
      : undefined,
  ]);
}
